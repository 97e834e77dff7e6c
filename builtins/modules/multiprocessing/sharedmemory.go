package multiprocessing

// This file defines the segments that shared_memory.SharedMemory stands on: files
// in memory that are mapped.

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/procs"
	"starpool/builtins/types"
)

var sharedMemoryFuncs = []object.Def{
	{Sig: "_open(name, create, size, /)", Doc: "Maps a segment: its buffer and size.", Fn: openSegment},
	{Sig: "_close(buf, /)", Doc: "Unmaps a segment.", Fn: closeSegment},
	{Sig: "_unlink(name, /)", Doc: "Removes a segment's name.", Fn: unlinkSegment},
}

// segments are those that an isolate has mapped, and the names that it has made
// and not removed.
type segments struct {
	mu     sync.Mutex
	mapped map[*types.Bytearray]*mapping
	made   map[string]string // path by name
}

var segmentsIn = isolate.NewKey(func(iso *isolate.Isolate) *segments {
	s := &segments{mapped: make(map[*types.Bytearray]*mapping), made: make(map[string]string)}
	iso.OnClose(s.end)
	return s
})

// end unmaps what is left and, in the main program, removes the names that the
// program has forgotten. A worker's segments may be meant for its parent.
func (s *segments) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.mapped {
		m.detach()
	}
	clear(s.mapped)
	if procs.Current() == nil {
		for _, path := range s.made {
			os.Remove(path)
		}
	}
	clear(s.made)
}

// segmentPath is the file of a segment.
func segmentPath(name string) (string, error) {
	name = strings.TrimPrefix(name, "/")
	if name == "" || strings.ContainsAny(name, "/\x00") || name == "." || name == ".." {
		return "", object.RaiseOS(fs.ErrInvalid, "/"+name)
	}
	return filepath.Join(segmentFolder(), segmentPrefix+name), nil
}

func openSegment(t *thread, a args) (starlark.Value, error) {
	name, _ := object.Text(a[0])
	size, err := object.Int(t, a[2])
	if err != nil {
		return nil, err
	}
	path, err := segmentPath(name)
	if err != nil {
		return nil, err
	}
	flag := os.O_RDWR
	if a[1] == starlark.True {
		flag |= os.O_CREATE | os.O_EXCL
	}
	f, err := permit.Files(t).OpenFile(path, flag, 0o600)
	if err != nil {
		return nil, segmentError(err, name)
	}
	defer f.Close()
	if a[1] == starlark.True {
		if err := reserve(f, int64(size)); err != nil {
			permit.Files(t).Remove(path)
			return nil, segmentError(err, name)
		}
	} else {
		info, err := f.Stat()
		if err != nil {
			return nil, segmentError(err, name)
		}
		if size = int(info.Size()); size == 0 {
			return nil, object.Raise(object.ValueError, "cannot mmap an empty file")
		}
	}
	m, err := attach(f, size)
	if err != nil {
		return nil, segmentError(err, name)
	}
	s := segmentsIn.In(t.Isolate())
	b := types.NewBytearray(m.data)
	s.mu.Lock()
	s.mapped[b] = m
	if a[1] == starlark.True {
		s.made[strings.TrimPrefix(name, "/")] = path
	}
	s.mu.Unlock()
	return starlark.Tuple{b, starlark.MakeInt(size)}, nil
}

// closeSegment lets go of the pages. The addresses stay, with memory of nobody
// else behind them: a view that a script has kept reads and writes there.
func closeSegment(t *thread, a args) (starlark.Value, error) {
	b, _ := a[0].(*types.Bytearray)
	s := segmentsIn.In(t.Isolate())
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.mapped[b]; m != nil {
		delete(s.mapped, b)
		m.detach()
	}
	return starlark.None, nil
}

func unlinkSegment(t *thread, a args) (starlark.Value, error) {
	name, _ := object.Text(a[0])
	path, err := segmentPath(name)
	if err != nil {
		return nil, err
	}
	if err := permit.Files(t).Remove(path); err != nil {
		return nil, segmentError(err, name)
	}
	s := segmentsIn.In(t.Isolate())
	s.mu.Lock()
	delete(s.made, strings.TrimPrefix(name, "/"))
	s.mu.Unlock()
	return starlark.None, nil
}

// segmentError names the segment where the system names a file.
func segmentError(err error, name string) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return object.RaiseOS(err, "/"+strings.TrimPrefix(name, "/"))
}
