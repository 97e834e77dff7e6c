package object

// This file defines the names a value has (dir) and the search for the one that
// was meant: Levenshtein's distance with the costs of CPython's
// Python/suggestions.c.

import (
	"sort"
	"strings"
	"unicode"

	"go.starlark.net/starlark"
)

const (
	moveCost        = 2
	caseCost        = 1
	maxSuggestItems = 750
	maxSuggestSize  = 40
)

// NearestName returns the name in names that wrong was probably meant to be, or
// "". A name that differs in case only is always near, which CPython's distance
// does not say of one as long as urls and URLS.
func NearestName(wrong string, names []string) string {
	if len(names) >= maxSuggestItems {
		return ""
	}
	a := []rune(wrong)
	best, found := int(^uint(0)>>1), ""
	for _, name := range names {
		if name == wrong {
			continue
		}
		b := []rune(name)
		// No more than a third of the characters may differ.
		limit := min((len(a)+len(b)+3)*moveCost/6, best-1)
		if d := nameDistance(a, b, limit); d <= limit && d < best {
			best, found = d, name
		}
	}
	for i := 0; i < len(names) && found == ""; i++ {
		if names[i] != wrong && strings.EqualFold(names[i], wrong) {
			found = names[i]
		}
	}
	return found
}

func nameDistance(a, b []rune, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * moveCost
	}
	if len(a) > maxSuggestSize || len(b) > maxSuggestSize {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for bi, bc := range b {
		distance := bi * moveCost
		result = distance
		least := int(^uint(0) >> 1)
		for i, ac := range a {
			substitute := distance + substitutionCost(bc, ac)
			distance = row[i]
			result = min(min(result, distance)+moveCost, substitute)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}

func substitutionCost(a, b rune) int {
	switch {
	case a == b:
		return 0
	case unicode.ToLower(a) == unicode.ToLower(b):
		return caseCost
	}
	return moveCost
}

// Dir returns what dir(v) lists, sorted.
func Dir(t *Thread, v starlark.Value) ([]string, error) {
	if x, ok := v.(*Instance); ok {
		m := x.class.Lookup("__dir__")
		if f, native := m.(*Func); m != nil && !(native && f.owner == ObjectType) {
			r, err := callBound(t, m, x, nil)
			if err != nil {
				return nil, err
			}
			items, err := Slice(t, r)
			if err != nil {
				return nil, err
			}
			out := make([]string, 0, len(items))
			for _, e := range items {
				s, ok := Text(e)
				if !ok {
					return nil, Raise(TypeError, "'<' not supported between instances of '%s' and 'str'", TypeName(e))
				}
				out = append(out, s)
			}
			sort.Strings(out)
			return out, nil
		}
	}
	set := make(map[string]bool)
	add := func(names []string) {
		for _, n := range names {
			set[n] = true
		}
	}
	addClass := func(c *Class) {
		for _, k := range c.MRO {
			add(k.Dict.Names())
		}
	}
	switch x := v.(type) {
	case *Module:
		add(x.AttrNames())
		add([]string{"__name__", "__doc__"})
	case *Class:
		addClass(x)
		add([]string{"__class__", "__doc__", "__module__"})
	case *Instance:
		add(x.Attrs.Names())
		addClass(x.class)
		add([]string{"__class__"})
		if s := x.Exception(); s == nil && !x.class.Slots && x.class.Iso != nil {
			add([]string{"__dict__", "__module__"})
		}
	default:
		addClass(ClassOf(v))
		add([]string{"__class__"})
		if h, ok := v.(starlark.HasAttrs); ok && !isNative(v) {
			add(h.AttrNames())
		}
	}
	out := make([]string, 0, len(set))
	for n := range set {
		out = append(out, n)
	}
	sort.Strings(out)
	return out, nil
}

// AllNames lists the attributes of the class and its bases, sorted.
func (c *Class) AllNames() []string {
	set := make(map[string]bool)
	for _, k := range c.MRO {
		for _, n := range k.Dict.Names() {
			set[n] = true
		}
	}
	out := make([]string, 0, len(set))
	for n := range set {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}
