package object

// This file defines the traceback of an exception: which frames a Python user
// sees of the interpreter's call stack, and the objects that scripts get
// (__traceback__, tb_frame, f_code).

import (
	"fmt"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// The classes of traceback objects.
var (
	TracebackType = NewClass(Spec{Name: "traceback", Final: true})
	FrameType     = NewClass(Spec{Name: "frame", Final: true})
	CodeType      = NewClass(Spec{Name: "code", Final: true})
)

// visibleFrames leaves out what no Python user would see of a call stack: the
// frames of Go code, and those of functions that the lowering made of a part of
// a function, whose position becomes that of the function's own frame.
func visibleFrames(t *Thread, stack starlark.CallStack) []Frame {
	frames := make([]Frame, 0, len(stack))
	for _, fr := range stack {
		if isGoFrame(fr.Pos) {
			continue
		}
		if strings.HasPrefix(fr.Name, "$") || hiddenLambda(t, fr) {
			if n := len(frames); n > 0 {
				if fr.Pos.Line > 0 {
					frames[n-1].Pos = fr.Pos
				}
				continue
			}
			frames = append(frames, Frame{enclosingName(t, fr), fr.Pos})
			continue
		}
		frames = append(frames, Frame{fr.Name, fr.Pos})
	}
	return frames
}

// StackFrames returns the frames of the script that are running on t, outermost
// first.
func StackFrames(t *Thread) []Frame { return visibleFrames(t, t.Starlark().CallStack()) }

// hiddenLambda reports whether a frame is that of a lambda that the lowering made
// of a part of an expression.
func hiddenLambda(t *Thread, fr starlark.CallFrame) bool {
	if fr.Name != "lambda" {
		return false
	}
	info := InfoAt(t, fr.Name, fr.Pos)
	return info != nil && info.Kind == HelperBody
}

func isGoFrame(pos syntax.Position) bool { return pos.Filename() == "<builtin>" }

// enclosingName is the name of the function that a hidden frame is part of.
func enclosingName(t *Thread, fr starlark.CallFrame) string {
	info := InfoAt(t, fr.Name, fr.Pos)
	for info != nil && (info.Hidden() || strings.HasPrefix(info.Name, "$")) {
		if info.Parent == nil {
			return "<module>"
		}
		info = info.Parent
	}
	if info == nil {
		return "<module>"
	}
	return info.Name
}

// FrameName is the name that a traceback shows for a frame: <module> at the top
// level, <lambda>, <listcomp>.
func FrameName(t *Thread, f Frame) string {
	if info := InfoAt(t, f.Func, f.Pos); info != nil && !strings.HasPrefix(info.Name, "$") {
		return info.Name
	}
	switch f.Func {
	case "<toplevel>":
		return "<module>"
	case "lambda":
		return "<lambda>"
	}
	return f.Func
}

// A Traceback is a traceback object: the frames from one on.
type Traceback struct{ frames []Frame }

// Frames returns the frames, outermost first.
func (tb *Traceback) Frames() []Frame { return tb.frames }

// NewTraceback makes a traceback object of frames, outermost first, or None of
// none.
func NewTraceback(frames []Frame) starlark.Value {
	if len(frames) == 0 {
		return starlark.None
	}
	return &Traceback{frames}
}

func (tb *Traceback) String() string        { return fmt.Sprintf("<traceback object at 0x%x>", Address(tb)) }
func (tb *Traceback) Type() string          { return "traceback" }
func (tb *Traceback) Freeze()               {}
func (tb *Traceback) Truth() starlark.Bool  { return true }
func (tb *Traceback) Hash() (uint32, error) { return hashPointer(tb), nil }

// Class implements Typed.
func (tb *Traceback) Class() *Class { return TracebackType }

// frameObject and codeObject are what tb_frame and f_code give: enough to
// name the place.
type frameObject struct {
	t     *Thread
	frame Frame
	outer []Frame // the callers', outermost first, where they are known
}

// NewFrame returns the frame object of the last of frames, which are outermost
// first.
func NewFrame(t *Thread, frames []Frame) starlark.Value {
	n := len(frames) - 1
	return &frameObject{t, frames[n], frames[:n]}
}

// FrameModule returns the name of the module whose code a frame runs, or "".
func FrameModule(t *Thread, frame starlark.Value) string {
	if c := CodeOf(t, frame.(*frameObject).frame.Pos.Filename()); c != nil {
		return c.Module
	}
	return ""
}

func (f *frameObject) String() string {
	return fmt.Sprintf("<frame at 0x%x, file '%s', line %d, code %s>", Address(f), FileName(f.frame.Pos.Filename()), f.frame.Pos.Line, FrameName(f.t, f.frame))
}
func (f *frameObject) Type() string          { return "frame" }
func (f *frameObject) Freeze()               {}
func (f *frameObject) Truth() starlark.Bool  { return true }
func (f *frameObject) Hash() (uint32, error) { return hashPointer(f), nil }
func (f *frameObject) Class() *Class         { return FrameType }

type codeObject struct{ frameObject }

func (c *codeObject) String() string {
	return fmt.Sprintf("<code object %s at 0x%x, file \"%s\", line %d>", FrameName(c.t, c.frame), Address(c), FileName(c.frame.Pos.Filename()), c.first())
}
func (c *codeObject) Type() string  { return "code" }
func (c *codeObject) Class() *Class { return CodeType }

func (c *codeObject) first() int32 {
	if info := InfoAt(c.t, c.frame.Func, c.frame.Pos); info != nil {
		return info.Line
	}
	return 1
}

func init() {
	tb := func(v starlark.Value) *Traceback { return v.(*Traceback) }
	attr := func(name string, get func(t *Thread, v starlark.Value) starlark.Value) Attr {
		return Attr{Name: name, Get: func(t *Thread, self starlark.Value) (starlark.Value, error) { return get(t, self), nil }}
	}
	TracebackType.AddAttrs(
		attr("tb_lineno", func(t *Thread, v starlark.Value) starlark.Value {
			return starlark.MakeInt(int(tb(v).frames[0].Pos.Line))
		}),
		attr("tb_lasti", func(t *Thread, v starlark.Value) starlark.Value { return starlark.MakeInt(0) }),
		attr("tb_next", func(t *Thread, v starlark.Value) starlark.Value { return NewTraceback(tb(v).frames[1:]) }),
		attr("tb_frame", func(t *Thread, v starlark.Value) starlark.Value { return &frameObject{t, tb(v).frames[0], nil} }),
	)
	fr := func(v starlark.Value) *frameObject { return v.(*frameObject) }
	FrameType.AddAttrs(
		attr("f_lineno", func(t *Thread, v starlark.Value) starlark.Value {
			return starlark.MakeInt(int(fr(v).frame.Pos.Line))
		}),
		attr("f_code", func(t *Thread, v starlark.Value) starlark.Value { return &codeObject{*fr(v)} }),
		attr("f_back", func(t *Thread, v starlark.Value) starlark.Value {
			if outer := fr(v).outer; len(outer) > 0 {
				return NewFrame(t, outer)
			}
			return starlark.None
		}),
		attr("f_lasti", func(t *Thread, v starlark.Value) starlark.Value { return starlark.MakeInt(0) }),
		attr("f_locals", func(t *Thread, v starlark.Value) starlark.Value { return starlark.NewDict(0) }),
	)
	code := func(v starlark.Value) *codeObject { return v.(*codeObject) }
	CodeType.AddAttrs(
		attr("co_name", func(t *Thread, v starlark.Value) starlark.Value {
			return starlark.String(FrameName(t, code(v).frame))
		}),
		attr("co_qualname", func(t *Thread, v starlark.Value) starlark.Value {
			f := code(v).frame
			if info := InfoAt(t, f.Func, f.Pos); info != nil {
				return starlark.String(info.Qualname)
			}
			return starlark.String(FrameName(t, f))
		}),
		attr("co_filename", func(t *Thread, v starlark.Value) starlark.Value {
			return starlark.String(FileName(code(v).frame.Pos.Filename()))
		}),
		attr("co_firstlineno", func(t *Thread, v starlark.Value) starlark.Value {
			return starlark.MakeInt(int(code(v).first()))
		}),
	)
}

// tracebackOf returns the traceback object of an exception, the same one as
// long as its frames are.
func tracebackOf(t *Thread, s *ExceptionState) starlark.Value {
	if len(s.Traceback) == 0 {
		return starlark.None
	}
	if tb := s.traceback; tb != nil && len(tb.frames) == len(s.Traceback) && &tb.frames[0] == &s.Traceback[0] {
		return tb
	}
	s.traceback = &Traceback{s.Traceback}
	return s.traceback
}

func setTraceback(self, v starlark.Value) error {
	s, err := stateOf(self, "__traceback__")
	if err != nil {
		return err
	}
	switch tb := v.(type) {
	case starlark.NoneType:
		s.Traceback = nil
	case *Traceback:
		s.Traceback, s.traceback = tb.frames, tb
	default:
		return Raise(TypeError, "__traceback__ must be a traceback or None")
	}
	return nil
}
