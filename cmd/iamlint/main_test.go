package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
)

// asProgram is set for a test binary that is to be iamlint.
const asProgram = "IAMLINT_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// When nobody reads standard output any more, such as after head, the other
// outputs are still written and the exit code is the same.
func TestClosedPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no such pipes")
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	c := exec.Command(os.Args[0], "lint", "--format", "text", "--format", "json=out.json", "-")
	c.Dir = t.TempDir()
	c.Env = append(os.Environ(), asProgram+"=1")
	c.Stdout = w
	stdin, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	stdin.Write([]byte(`{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}`))
	stdin.Close()
	err = c.Wait()
	if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != exitFindings {
		t.Errorf("%v, want exit code %d", err, exitFindings)
	}
	if _, err := os.Stat(filepath.Join(c.Dir, "out.json")); err != nil {
		t.Error(err)
	}
}

// With much in use, the garbage collector works as usual.
func TestCollectLate(t *testing.T) {
	const usual = 90
	t.Setenv("GOGC", "")
	defer debug.SetGCPercent(debug.SetGCPercent(usual))
	percent := func() uint64 {
		sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	collectLate()
	if got := percent(); got != 1200 {
		t.Fatalf("starts at %d percent", got)
	}
	used := make([]byte, spareHeap)
	for range 1000 {
		if runtime.GC(); percent() == usual {
			runtime.KeepAlive(used)
			return
		}
		runtime.Gosched()
	}
	t.Errorf("still at %d percent", percent())
}

func TestSpare(t *testing.T) {
	for inUse, want := range map[uint64]int{0: 0, spareHeap / 4: 300, spareHeap / 2: 100, spareHeap: 0, 2 * spareHeap: 0} {
		if got := spare(inUse); got != want {
			t.Errorf("spare(%d) = %d, want %d", inUse, got, want)
		}
	}
}
