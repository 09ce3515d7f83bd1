package jsondoc

import "slices"

// A stack holds the elements of lists that are not closed yet.
type stack[T any] struct {
	all  []T
	kept []T // room for closed lists
}

// mark returns where a list starts.
func (s *stack[T]) mark() int { return len(s.all) }

func (s *stack[T]) push(v T) { s.all = append(s.all, v) }

// pop returns the list that starts at a mark.
func (s *stack[T]) pop(mark int) []T {
	list := s.all[mark:]
	s.all = s.all[:mark]
	if len(list) == 0 {
		return nil
	}
	if cap(s.kept)-len(s.kept) < len(list) {
		s.kept = make([]T, 0, max(len(list), 2*cap(s.kept), 16))
	}
	n := len(s.kept)
	s.kept = append(s.kept, list...)
	return slices.Clip(s.kept[n:])
}

// reset forgets all lists, to use their memory again unless there is too much.
func (s *stack[T]) reset() {
	if cap(s.all)+cap(s.kept) > maxSpare {
		s.all, s.kept = nil, nil
	}
	s.all, s.kept = s.all[:0], s.kept[:0]
}

const maxSpare = 1 << 14
