package xml

// This file defines the parser that scripts see, and trees built in Go.

import (
	"errors"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
	"starpool/builtins/xmlscan"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

var (
	parserClass = object.NewClass(object.Spec{Name: "_parser", Module: "_elementtree", Final: true})
	treeClass   = object.NewClass(object.Spec{Name: "_tree", Module: "_elementtree", Final: true})
)

// A parser is the State of a parser object.
type parser struct {
	s       *xmlscan.Scanner
	given   string // the encoding that the script named
	decoder *text.Decoder
	head    string // bytes that the encoding is found by
	utf8    bool
}

func newParser(t *thread, a args) (value, error) {
	p := &parser{s: xmlscan.New()}
	if a[0] != starlark.None {
		name, err := object.TextArg(a[0], "XMLParser", "encoding")
		if err != nil {
			return nil, err
		}
		p.given = name
	}
	yes, err := object.Truth(t, a[1])
	p.s.Namespaces = yes
	return object.Make(parserClass, t, p), err
}

// failure is what feed gives a script in place of an exception: the class is
// the script's own.
func failure(err error) (value, error) {
	var e *xmlscan.Error
	if errors.As(err, &e) {
		return starlark.Tuple{starlark.String(e.Error()), starlark.MakeInt(e.Code), starlark.MakeInt(e.Line), starlark.MakeInt(e.Column)}, nil
	}
	return nil, err
}

// text decodes what was fed: text as it is, bytes as the document says.
func (p *parser) text(v value, final bool) (string, error) {
	if s, ok := object.Text(v); ok {
		if p.decoder == nil && p.head == "" {
			return strings.TrimPrefix(s, "\ufeff"), nil
		}
		return s, nil
	}
	b, ok := types.BytesLike(v)
	if !ok {
		return "", object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	if p.utf8 {
		return b, nil
	}
	if p.decoder == nil {
		p.head += b
		b = p.head
		if len(b) < 4 && !final {
			return "", nil
		}
		name, enough := p.encoding(b, final)
		if !enough {
			return "", nil
		}
		p.head = ""
		if name == "" {
			p.utf8 = true
			return strings.TrimPrefix(b, "\xef\xbb\xbf"), nil
		}
		d, err := text.NewDecoder(name, "strict")
		if err != nil {
			return "", &xmlscan.Error{Code: 18, Msg: "unknown encoding", Line: 1, Column: max(strings.Index(b, name), 0)}
		}
		p.decoder = d
	}
	s, err := p.decoder.Decode(b, final)
	if err != nil {
		line, col := p.s.Position()
		return "", &xmlscan.Error{Code: 4, Msg: "not well-formed (invalid token)", Line: line, Column: col}
	}
	return strings.TrimPrefix(s, "\ufeff"), nil
}

// encoding finds the encoding of a document by its first bytes; "" is UTF-8.
func (p *parser) encoding(b string, final bool) (name string, enough bool) {
	name = p.given
	switch {
	case name != "":
	case strings.HasPrefix(b, "\xff\xfe"), strings.HasPrefix(b, "\xfe\xff"):
		return "utf-16", true
	case strings.HasPrefix(b, "<\x00"):
		return "utf-16-le", true
	case strings.HasPrefix(b, "\x00<"):
		return "utf-16-be", true
	case strings.HasPrefix(b, "<?xml"):
		end := strings.Index(b, "?>")
		if end < 0 {
			return "", final || len(b) > 1024
		}
		_, after, found := strings.Cut(b[:end], "encoding")
		if after = strings.TrimLeft(after, " \t\r\n="); found && after != "" {
			if n := strings.IndexByte(after[1:], after[0]); n >= 0 {
				name = after[1 : n+1]
			}
		}
	}
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "us-ascii", "ascii":
		name = ""
	}
	return name, true
}

// feed gives text to the scanner and returns its events.
func (p *parser) feed(t *thread, v value, final bool) ([]xmlscan.Event, error) {
	s, err := p.text(v, final)
	if err == nil {
		err = p.s.Feed(s, final)
	}
	events := p.s.Events
	p.s.Events = nil
	return events, err
}

func optional(s string) value {
	if s == "" {
		return starlark.None
	}
	return starlark.String(s)
}

func attributes(attrs []xmlscan.Attr) *starlark.Dict {
	d := starlark.NewDict(len(attrs))
	for _, a := range attrs {
		d.SetKey(starlark.String(a.Name), starlark.String(a.Value))
	}
	return d
}

// tuple is an event as a script sees it.
func tuple(e xmlscan.Event) value {
	str := func(s string) value { return starlark.String(s) }
	switch e.Kind {
	case xmlscan.Start:
		return starlark.Tuple{str("start"), str(e.Name), attributes(e.Attrs)}
	case xmlscan.End:
		return starlark.Tuple{str("end"), str(e.Name)}
	case xmlscan.Text:
		return starlark.Tuple{str("data"), str(e.Data)}
	case xmlscan.Comment:
		return starlark.Tuple{str("comment"), str(e.Data)}
	case xmlscan.Proc:
		return starlark.Tuple{str("pi"), str(e.Name), str(e.Data)}
	case xmlscan.StartNS:
		return starlark.Tuple{str("start_ns"), str(e.Name), str(e.Data)}
	case xmlscan.EndNS:
		return starlark.Tuple{str("end_ns"), str(e.Name)}
	}
	return starlark.Tuple{str("doctype"), str(e.Name), optional(e.Public), optional(e.Data)}
}

// A tree is the State of a tree that grows: what TreeBuilder does, in Go.
type tree struct {
	class        *object.Class
	comments     value // factories, or None
	instructions value
	root         value
	stack        []*object.Instance
	lists        []*starlark.List // the children of those on the stack
	last         *object.Instance // whose tail or text comes next
	tail         bool
	wanted       map[string]bool
	found        []value
}

func newTree(t *thread, a args) (value, error) {
	cls, ok := a[0].(*object.Class)
	if !ok {
		return nil, object.Raise(object.TypeError, "element must be a class")
	}
	x := &tree{class: cls, root: starlark.None, comments: a[2], instructions: a[3], wanted: make(map[string]bool)}
	if a[1] != starlark.None {
		err := object.ForEach(t, a[1], func(v value) error {
			name, _ := object.Text(v)
			x.wanted[name] = true
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return object.Make(treeClass, t, x), nil
}

func (x *tree) event(kind string, v value) {
	if x.wanted[kind] {
		x.found = append(x.found, starlark.Tuple{starlark.String(kind), v})
	}
}

func (x *tree) set(t *thread, e *object.Instance, name string, v value) error {
	return object.SetAttr(t, e, name, v)
}

// text puts text behind what came last.
func (x *tree) text(t *thread, s string) error {
	if x.last == nil {
		return nil
	}
	name := "text"
	if x.tail {
		name = "tail"
	}
	old, err := object.GetAttr(t, x.last, name)
	if err != nil {
		return err
	}
	if before, ok := object.Text(old); ok {
		s = before + s
	}
	return x.set(t, x.last, name, starlark.String(s))
}

func (x *tree) add(t *thread, v value) error {
	if n := len(x.lists); n > 0 {
		return object.Append(x.lists[n-1], v)
	}
	if x.root == starlark.None {
		x.root = v
	}
	return nil
}

// factory makes an element of a comment or an instruction and appends it.
func (x *tree) factory(t *thread, kind string, make value, parts ...value) error {
	var v value = starlark.None
	if make != starlark.None {
		var err error
		if v, err = object.Call(t, make, parts, nil); err != nil {
			return err
		}
		if len(x.lists) > 0 {
			if err := x.add(t, v); err != nil {
				return err
			}
			x.last, x.tail = v.(*object.Instance), true
		}
	} else if kind == "comment" {
		v = parts[0]
	}
	x.event(kind, v)
	return nil
}

func (x *tree) grow(t *thread, e xmlscan.Event) error {
	switch e.Kind {
	case xmlscan.Start:
		el := object.NewInstance(x.class, t)
		children := starlark.NewList(nil)
		for _, f := range []struct {
			name string
			v    value
		}{{"tag", starlark.String(e.Name)}, {"attrib", attributes(e.Attrs)}, {"text", starlark.None}, {"tail", starlark.None}, {"_children", children}} {
			if err := x.set(t, el, f.name, f.v); err != nil {
				return err
			}
		}
		if err := x.add(t, el); err != nil {
			return err
		}
		x.stack, x.lists = append(x.stack, el), append(x.lists, children)
		x.last, x.tail = el, false
		x.event("start", el)
	case xmlscan.End:
		n := len(x.stack) - 1
		x.last, x.tail = x.stack[n], true
		x.stack, x.lists = x.stack[:n], x.lists[:n]
		x.event("end", x.last)
	case xmlscan.Text:
		return x.text(t, e.Data)
	case xmlscan.Comment:
		return x.factory(t, "comment", x.comments, starlark.String(e.Data))
	case xmlscan.Proc:
		return x.factory(t, "pi", x.instructions, starlark.String(e.Name), starlark.String(e.Data))
	case xmlscan.StartNS:
		x.event("start-ns", starlark.Tuple{starlark.String(e.Name), starlark.String(e.Data)})
	case xmlscan.EndNS:
		x.event("end-ns", starlark.None)
	}
	return nil
}

func init() {
	self := func(v value) *parser { return v.(*object.Instance).State.(*parser) }
	parserClass.AddMethods(
		// feed returns (events, None) or (events before it, failure).
		object.Def{Sig: "feed(self, data, final=False, /)", Fn: func(t *thread, a args) (value, error) {
			final, err := object.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			events, err := self(a[0]).feed(t, a[1], final)
			out := make([]value, len(events))
			for i, e := range events {
				out[i] = tuple(e)
			}
			var failed value = starlark.None
			if err != nil {
				if failed, err = failure(err); err != nil {
					return nil, err
				}
			}
			return starlark.Tuple{starlark.NewList(out), failed}, nil
		}},
		// grow feeds a tree; it returns None or a failure.
		object.Def{Sig: "grow(self, tree, data, final=False, /)", Fn: func(t *thread, a args) (value, error) {
			final, err := object.Truth(t, a[3])
			if err != nil {
				return nil, err
			}
			x := a[1].(*object.Instance).State.(*tree)
			events, failed := self(a[0]).feed(t, a[2], final)
			for i, e := range events {
				if err := x.grow(t, e); err != nil {
					return nil, err
				}
				if i%4096 == 4095 {
					if err := t.Check(); err != nil {
						return nil, err
					}
				}
			}
			if failed != nil {
				return failure(failed)
			}
			return starlark.None, nil
		}},
		object.Def{Sig: "position(self, /)", Fn: func(t *thread, a args) (value, error) {
			line, col := self(a[0]).s.Position()
			return starlark.Tuple{starlark.MakeInt(line), starlark.MakeInt(col)}, nil
		}},
	)
	treeOf := func(v value) *tree { return v.(*object.Instance).State.(*tree) }
	treeClass.AddMethods(
		object.Def{Sig: "root(self, /)", Fn: func(t *thread, a args) (value, error) { return treeOf(a[0]).root, nil }},
		object.Def{Sig: "events(self, /)", Fn: func(t *thread, a args) (value, error) {
			x := treeOf(a[0])
			found := x.found
			x.found = nil
			return starlark.NewList(found), nil
		}},
	)
}
