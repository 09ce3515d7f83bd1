package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// lateStart is the percentage that makes the garbage collector start at a heap
// of 64 MB, which is 4 MB for each hundred.
const lateStart = 1600

// collectLate keeps the garbage collector from running before the heap is worth
// it: most runs are over by then. From its first run on it works as usual.
func collectLate() {
	if os.Getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(lateStart)
	first := new([]byte) // is garbage at once, and freed by the first run
	runtime.AddCleanup(first, func(percent int) { debug.SetGCPercent(percent) }, usual)
}
