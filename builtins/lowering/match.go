package lowering

// This file interprets the patterns of match statements. Package dialect
// describes their form.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A matching is one attempt to match a subject.
type matching struct {
	t        *thread
	values   starlark.Tuple
	captured []value
}

func init() {
	functions["match"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		m := &matching{t: t, values: a[2:]}
		ok, err := m.match(a[0], a[1].(starlark.Tuple))
		switch {
		case err != nil:
			return nil, err
		case !ok:
			return starlark.None, nil
		case len(m.captured) == 0:
			return starlark.True, nil
		}
		return starlark.Tuple(m.captured), nil
	})
}

func number(v value) int {
	n, _ := starlark.AsInt32(v)
	return n
}

func (m *matching) capture(index value, v value) {
	i := number(index)
	if i < 0 {
		return
	}
	for len(m.captured) <= i {
		m.captured = append(m.captured, starlark.None)
	}
	m.captured[i] = v
}

func (m *matching) match(x value, p starlark.Tuple) (bool, error) {
	switch p[0].(starlark.String) {
	case "=":
		v, err := object.Compare(m.t, opEQL, x, m.values[number(p[1])])
		if err != nil {
			return false, err
		}
		return object.Truth(m.t, v)
	case "is":
		return object.Is(x, p[1]), nil
	case "[":
		return m.sequence(x, p[1].(starlark.Tuple), number(p[2]))
	case "{":
		return m.mapping(x, p[1].(starlark.Tuple), p[2].(starlark.Tuple), p[3])
	case "(":
		return m.class(x, m.values[number(p[1])], p[2].(starlark.Tuple), p[3].(starlark.Tuple), p[4].(starlark.Tuple))
	case "as":
		if inner, ok := p[1].(starlark.Tuple); ok {
			if ok, err := m.match(x, inner); !ok || err != nil {
				return false, err
			}
		}
		m.capture(p[2], x)
		return true, nil
	case "|":
		for _, q := range p[1].(starlark.Tuple) {
			if ok, err := m.match(x, q.(starlark.Tuple)); ok || err != nil {
				return ok, err
			}
		}
	}
	return false, nil
}

// isSequence reports whether a sequence pattern can match x: collections.abc's
// sequences except text.
func isSequence(x value) bool {
	c := object.ClassOf(x)
	for _, k := range []*object.Class{object.StrType, object.BytesType, object.BytearrayType} {
		if c.IsSubclass(k) {
			return false
		}
	}
	for _, k := range []*object.Class{object.ListType, object.TupleType, object.RangeType} {
		if c.IsSubclass(k) {
			return true
		}
	}
	for _, k := range c.MRO {
		switch k.Qualname {
		case "deque", "Sequence", "MutableSequence", "array", "memoryview":
			return k.Iso == nil || k.Module == "collections.abc" || k.Module == "collections"
		}
	}
	return false
}

func isMapping(x value) bool {
	c := object.ClassOf(x)
	if c.IsSubclass(object.DictType) {
		return true
	}
	for _, k := range c.MRO {
		switch k.Qualname {
		case "Mapping", "MutableMapping", "ChainMap", "mappingproxy", "UserDict":
			return true
		}
	}
	return false
}

func (m *matching) sequence(x value, patterns starlark.Tuple, star int) (bool, error) {
	if !isSequence(x) {
		return false, nil
	}
	n, err := object.Len(m.t, x)
	if err != nil {
		return false, err
	}
	if star < 0 && n != len(patterns) || star >= 0 && n < len(patterns)-1 {
		return false, nil
	}
	items, err := object.Slice(m.t, x)
	if err != nil {
		return false, err
	}
	for i, q := range patterns {
		p := q.(starlark.Tuple)
		switch {
		case i == star:
			after := len(patterns) - star - 1
			m.capture(p[1], starlark.NewList(append([]value(nil), items[star:len(items)-after]...)))
			continue
		case star >= 0 && i > star:
			if ok, err := m.match(items[len(items)-(len(patterns)-i)], p); !ok || err != nil {
				return false, err
			}
			continue
		}
		if ok, err := m.match(items[i], p); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (m *matching) mapping(x value, keys, patterns starlark.Tuple, rest value) (bool, error) {
	if !isMapping(x) {
		return false, nil
	}
	used := new(starlark.Dict)
	for i, k := range keys {
		key := m.values[number(k)]
		v, err := m.lookup(x, key)
		if v == nil || err != nil {
			return false, err
		}
		if err := used.SetKey(key, starlark.None); err != nil {
			return false, err
		}
		if ok, err := m.match(v, patterns[i].(starlark.Tuple)); !ok || err != nil {
			return false, err
		}
	}
	if number(rest) >= 0 {
		d := new(starlark.Dict)
		err := eachItem(m.t, x, func(k, v value) error {
			if _, found, _ := used.Get(k); found {
				return nil
			}
			return d.SetKey(k, v)
		})
		if err != nil {
			return false, err
		}
		m.capture(rest, d)
	}
	return true, nil
}

// lookup returns x[key] without making anything, or nil.
func (m *matching) lookup(x, key value) (value, error) {
	if d, ok := object.Base(x).(*starlark.Dict); ok {
		return object.DictGet(m.t, d, key)
	}
	missing := new(starlark.List)
	v, err := object.CallMethod(m.t, x, "get", key, missing)
	if err != nil || v == value(missing) {
		return nil, err
	}
	return v, nil
}

// selfMatching are the classes whose one positional pattern is the subject.
var selfMatching = []*object.Class{object.BoolType, object.BytearrayType, object.BytesType, object.DictType,
	object.FloatType, object.FrozensetType, object.IntType, object.ListType, object.SetType, object.StrType, object.TupleType}

func (m *matching) class(x, cls value, positional, names, keyword starlark.Tuple) (bool, error) {
	c, ok := cls.(*object.Class)
	if !ok {
		return false, object.Raise(object.TypeError, "called match pattern must be a class")
	}
	is, err := m.isInstance(x, c)
	if !is || err != nil {
		return false, err
	}
	seen := make(map[string]bool)
	attr := func(name string, p value) (bool, error) {
		if seen[name] {
			return false, object.Raise(object.TypeError, "%s() got multiple sub-patterns for attribute '%s'", c.ClassName, name)
		}
		seen[name] = true
		v, err := object.GetAttr(m.t, x, name)
		if err != nil {
			if object.IsCaught(m.t, err, object.AttributeError) {
				return false, nil
			}
			return false, err
		}
		return m.match(v, p.(starlark.Tuple))
	}
	if len(positional) > 0 {
		self := false
		for _, k := range selfMatching {
			self = self || c.IsSubclass(k)
		}
		args, err := object.GetAttr(m.t, c, "__match_args__")
		switch {
		case err != nil && !object.IsCaught(m.t, err, object.AttributeError):
			return false, err
		case err != nil && self:
			if len(positional) > 1 {
				return false, tooManyPatterns(c, 1, len(positional))
			}
			if ok, err := m.match(x, positional[0].(starlark.Tuple)); !ok || err != nil {
				return false, err
			}
		default:
			var list starlark.Tuple
			if err == nil {
				if list, ok = args.(starlark.Tuple); !ok {
					return false, object.Raise(object.TypeError, "%s.__match_args__ must be a tuple (got %s)", c.ClassName, object.TypeName(args))
				}
			}
			if len(positional) > len(list) {
				return false, tooManyPatterns(c, len(list), len(positional))
			}
			for i, p := range positional {
				name, ok := object.Text(list[i])
				if !ok {
					return false, object.Raise(object.TypeError, "__match_args__ elements must be strings (got %s)", object.TypeName(list[i]))
				}
				if ok, err := attr(name, p); !ok || err != nil {
					return false, err
				}
			}
		}
	}
	for i, p := range keyword {
		if ok, err := attr(string(names[i].(starlark.String)), p); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (m *matching) isInstance(x value, c *object.Class) (bool, error) {
	if object.IsInstance(x, c) {
		return true, nil
	}
	if c.Meta == nil {
		return false, nil
	}
	v, found, err := object.CallSpecial(m.t, c, "__instancecheck__", x)
	if !found || err != nil {
		return false, err
	}
	return object.Truth(m.t, v)
}

func tooManyPatterns(c *object.Class, allowed, given int) error {
	s := "s"
	if allowed == 1 {
		s = ""
	}
	return object.Raise(object.TypeError, "%s() accepts %d positional sub-pattern%s (%d given)", c.ClassName, allowed, s, given)
}
