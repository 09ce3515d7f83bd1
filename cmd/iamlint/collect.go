package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// spareHeap is how large the heap may become, in bytes, before the garbage
// collector is worth its price. Left alone, it would run whenever some
// megabytes in use have doubled, and keep a processor from the policies.
const spareHeap = 48 << 20

// collectLate keeps the garbage collector from running before the heap has the
// size of spareHeap, which most runs never reach. With more in use than half of
// that, it works as usual.
func collectLate() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const smallestHeap = 4 << 20 // with which Go starts at 100 percent
	usual := debug.SetGCPercent(100 * (spareHeap / smallestHeap))
	afterCollection(func() { debug.SetGCPercent(max(usual, spare(heapInUse()))) })
}

// afterCollection calls do each time that the garbage collector has run.
func afterCollection(do func()) {
	garbage := new([]byte) // is at once, and so freed by the next run
	runtime.AddCleanup(garbage, func(do func()) {
		do()
		afterCollection(do)
	}, do)
}

// spare returns the percentage by which so many bytes in use may grow to become
// spareHeap.
func spare(inUse uint64) int {
	if inUse == 0 || inUse >= spareHeap {
		return 0
	}
	return int(100 * (spareHeap - inUse) / inUse)
}

// heapInUse returns the bytes that the last run of the garbage collector found
// in use.
func heapInUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return live[0].Value.Uint64()
}
