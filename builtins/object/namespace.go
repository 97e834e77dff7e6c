package object

// This file defines Namespace, the ordered name table of instances, classes
// and modules.

import (
	"iter"
	"slices"

	"go.starlark.net/starlark"
)

// smallNamespace is the size up to which a linear scan beats a map.
const smallNamespace = 8

type binding struct {
	name  string
	value starlark.Value
}

// A Namespace maps names to values and keeps the order in which names were
// first bound. The zero value is empty. When a script asks for it as a dict
// (obj.__dict__, vars(obj), globals()) it becomes one: from then on the dict is
// the storage, so that both views stay one. It is not safe for concurrent use
// without the interpreter lock.
type Namespace struct {
	list  []binding
	index map[string]int // for more than smallNamespace names
	dict  *starlark.Dict // set once Dict was called; list and index are nil then

	// borrowed says that index is a Layout's, which may name more than the list has
	// yet: the list is as far as it goes the layout's names in their order.
	borrowed bool
}

// A Layout is an order of names that many namespaces share, so that none of them
// makes an index of its own unless it departs from the order.
type Layout struct {
	names []string
	index map[string]int
}

// NewLayout returns the layout with those names.
func NewLayout(names ...string) *Layout {
	l := &Layout{names, make(map[string]int, len(names))}
	for i, n := range names {
		l.index[n] = i
	}
	return l
}

// Fill makes an empty namespace one that binds the layout's first names to the
// values.
func (n *Namespace) Fill(l *Layout, values []starlark.Value) {
	n.list = make([]binding, len(values), len(l.names))
	for i, v := range values {
		n.list[i] = binding{l.names[i], v}
	}
	n.index, n.borrowed = l.index, true
}

func (n *Namespace) find(name string) int {
	if n.index != nil {
		if i, ok := n.index[name]; ok && i < len(n.list) {
			return i
		}
		return -1
	}
	for i := range n.list {
		if n.list[i].name == name {
			return i
		}
	}
	return -1
}

// Get returns the value bound to name, or nil.
func (n *Namespace) Get(name string) starlark.Value {
	if n.dict != nil {
		if v, found, _ := n.dict.Get(starlark.String(name)); found {
			return v
		}
		return nil
	}
	if i := n.find(name); i >= 0 {
		return n.list[i].value
	}
	return nil
}

// All visits the names and their values.
func (n *Namespace) All() iter.Seq2[string, starlark.Value] {
	return func(yield func(string, starlark.Value) bool) {
		if n.dict != nil {
			for k, v := range n.dict.Entries() {
				if s, ok := k.(starlark.String); ok && !yield(string(s), v) {
					return
				}
			}
			return
		}
		for i := range n.list {
			if !yield(n.list[i].name, n.list[i].value) {
				return
			}
		}
	}
}

// Set binds name to v.
func (n *Namespace) Set(name string, v starlark.Value) {
	if n.dict != nil {
		n.dict.SetKey(starlark.String(name), v)
		return
	}
	if i := n.find(name); i >= 0 {
		n.list[i].value = v
		return
	}
	n.list = append(n.list, binding{name, v})
	if n.borrowed {
		if i, ok := n.index[name]; !ok || i != len(n.list)-1 {
			n.reindex()
		}
	} else if n.index != nil {
		n.index[name] = len(n.list) - 1
	} else if len(n.list) > smallNamespace {
		n.reindex()
	}
}

func (n *Namespace) reindex() {
	n.index, n.borrowed = make(map[string]int, 2*len(n.list)), false
	for i := range n.list {
		n.index[n.list[i].name] = i
	}
}

// Grow makes room for n names more.
func (n *Namespace) Grow(more int) {
	if n.dict == nil {
		n.list = slices.Grow(n.list, more)
	}
}

// Delete unbinds name and reports whether it was bound.
func (n *Namespace) Delete(name string) bool {
	if n.dict != nil {
		_, found, _ := n.dict.Delete(starlark.String(name))
		return found
	}
	i := n.find(name)
	if i < 0 {
		return false
	}
	n.list = append(n.list[:i:i], n.list[i+1:]...)
	if n.index != nil {
		n.reindex()
	}
	return true
}

// Len returns the number of names.
func (n *Namespace) Len() int {
	if n.dict != nil {
		return n.dict.Len()
	}
	return len(n.list)
}

// Names returns the names in the order they were bound.
func (n *Namespace) Names() []string {
	if n.dict != nil {
		keys := n.dict.Keys()
		out := make([]string, 0, len(keys))
		for _, k := range keys {
			if s, ok := k.(starlark.String); ok {
				out = append(out, string(s))
			}
		}
		return out
	}
	out := make([]string, len(n.list))
	for i := range n.list {
		out[i] = n.list[i].name
	}
	return out
}

// Dict returns the namespace as a live dict.
func (n *Namespace) Dict() *starlark.Dict {
	if n.dict == nil {
		d := starlark.NewDict(len(n.list))
		for _, b := range n.list {
			d.SetKey(starlark.String(b.name), b.value)
		}
		n.dict, n.list, n.index, n.borrowed = d, nil, nil, false
	}
	return n.dict
}

// SetDict makes d the storage.
func (n *Namespace) SetDict(d *starlark.Dict) {
	n.dict, n.list, n.index, n.borrowed = d, nil, nil, false
}
