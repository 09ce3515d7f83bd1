package main

import "strings"

// A window is the part of a line that is shown.
type window struct {
	cells             []cell
	cutLeft, cutRight bool // there is more of the line
}

// ellipsis stands for what is cut off.
const ellipsis = "…"

// fit cuts cells off so that the rest fits into the columns, with the start of
// the range in it and about as much before it as after its end.
func (w *window) fit(from, to, columns int) {
	total, before, within := 0, 0, 0
	for _, c := range w.cells {
		total += c.width
		switch {
		case c.at < from:
			before += c.width
		case c.at < to:
			within += c.width
		}
	}
	if total <= columns && !w.cutLeft && !w.cutRight {
		return
	}
	columns -= 2 // for what stands for the rest
	after := total - before - within
	room := max(columns-within, columns/4)
	left := min(before, max(room/2, room-after))
	w.dropLeft(before - left)
	w.keep(columns)
}

// dropLeft cuts so many columns off at the start.
func (w *window) dropLeft(columns int) {
	for columns > 0 && len(w.cells) > 0 {
		columns -= w.cells[0].width
		w.cells = w.cells[1:]
		w.cutLeft = true
	}
}

// keep cuts off what does not fit at the end.
func (w *window) keep(columns int) {
	for i, c := range w.cells {
		if columns -= c.width; columns < 0 {
			w.cells, w.cutRight = w.cells[:i], true
			return
		}
	}
}

// row returns the line with the range underlined; one that is empty is one
// character wide.
func (w *window) row(from, to int) row {
	var text strings.Builder
	var r row
	if w.cutLeft {
		text.WriteString(ellipsis)
		r.indent = 1
	}
	length := 0
	for _, c := range w.cells {
		text.WriteString(c.text)
		switch {
		case c.at < from:
			r.indent += c.width
		case c.at < to:
			length += c.width
		}
	}
	if w.cutRight {
		text.WriteString(ellipsis)
	}
	r.text = strings.TrimRight(text.String(), " ")
	r.underline = strings.Repeat("^", max(length, 1))
	return r
}
