package types

// These tests drive the classes through go.starlark.net's own language, with
// methods read on their classes: list.append(x, 1). The expected results were
// written down from CPython 3.13.

import (
	"context"
	"testing"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// newThread returns the main thread of a new isolate, holding the lock.
func newThread(t testing.TB) *thread {
	iso := isolate.New(context.Background())
	th := iso.Main()
	th.Acquire()
	t.Cleanup(func() {
		th.Release()
		iso.Close()
	})
	return th
}

func predeclared(th *thread) starlark.StringDict {
	names := starlark.StringDict{"NotImplemented": object.NotImplemented, "union": UnionType}
	for _, c := range []*object.Class{
		object.ObjectType, object.TypeType, object.IntType, object.BoolType, object.StrType, object.ListType, object.TupleType,
		object.DictType, object.SetType, object.FrozensetType, object.RangeType, object.SliceType, object.PropertyType,
		object.StaticMethodType, object.ClassMethodType, object.SuperType, object.FunctionType, object.FloatType, object.ValueError,
		object.Exception, EnumerateType, ZipType, MapType, FilterType, ReversedType, mappingProxyType,
	} {
		names[c.ClassName] = c
	}
	fn := func(sig string, f func(t *thread, a args) (value, error)) {
		d := object.NewFunc(object.Def{Sig: sig, Fn: f})
		names[d.Name()] = d
	}
	fn("getattr(o, n, /)", func(t *thread, a args) (value, error) {
		n, _ := object.Text(a[1])
		return object.GetAttr(t, a[0], n)
	})
	fn("setattr(o, n, v, /)", func(t *thread, a args) (value, error) {
		n, _ := object.Text(a[1])
		return starlark.None, object.SetAttr(t, a[0], n, a[2])
	})
	fn("call(o, n, /, *args)", func(t *thread, a args) (value, error) {
		n, _ := object.Text(a[1])
		return object.CallMethod(t, a[0], n, a[2].(starlark.Tuple)...)
	})
	fn("item(o, k, /)", func(t *thread, a args) (value, error) { return object.GetItem(t, a[0], a[1]) })
	fn("put(o, k, v, /)", func(t *thread, a args) (value, error) { return a[0], object.SetItem(t, a[0], a[1], a[2]) })
	fn("drop(o, k, /)", func(t *thread, a args) (value, error) { return a[0], object.DelItem(t, a[0], a[1]) })
	fn("contains(o, k, /)", func(t *thread, a args) (value, error) {
		r, err := object.Contains(t, a[0], a[1])
		return starlark.Bool(r), err
	})
	fn("op(a, o, b, /)", func(t *thread, a args) (value, error) {
		ops := map[string]object.Op{"|": syntax.PIPE, "&": syntax.AMP, "-": syntax.MINUS, "^": syntax.CIRCUMFLEX, "+": syntax.PLUS, "*": syntax.STAR}
		s, _ := object.Text(a[1])
		if o, ok := ops[s]; ok {
			return object.Binary(t, o, a[0], a[2])
		}
		cmp := map[string]object.Op{"==": syntax.EQL, "!=": syntax.NEQ, "<": syntax.LT, "<=": syntax.LE, ">": syntax.GT, ">=": syntax.GE}
		return object.Compare(t, cmp[s], a[0], a[2])
	})
	fn("iop(a, o, b, /)", func(t *thread, a args) (value, error) {
		ops := map[string]object.Op{"|": syntax.PIPE, "&": syntax.AMP, "-": syntax.MINUS, "^": syntax.CIRCUMFLEX, "+": syntax.PLUS, "*": syntax.STAR}
		s, _ := object.Text(a[1])
		return object.Inplace(t, ops[s], a[0], a[2])
	})
	fn("iter(o, /)", func(t *thread, a args) (value, error) { return IterValue(t, a[0]) })
	fn("next(o, /)", func(t *thread, a args) (value, error) {
		v, err := object.NextOf(t, a[0])
		if v == nil && err == nil {
			err = object.Raise(object.StopIteration, "")
		}
		return v, err
	})
	fn("isinstance(o, c, /)", func(t *thread, a args) (value, error) {
		r, err := IsInstance(t, a[0], a[1])
		return starlark.Bool(r), err
	})
	fn("issubclass(o, c, /)", func(t *thread, a args) (value, error) {
		r, err := IsSubclass(t, a[0], a[1])
		return starlark.Bool(r), err
	})
	fn("vars(o, /)", func(t *thread, a args) (value, error) { return Vars(t, a[0]) })
	fn("each(*args)", func(t *thread, a args) (value, error) { return starlark.NewList(a[0].(starlark.Tuple)), nil })
	fn("after(*args)", func(t *thread, a args) (value, error) {
		tup := a[0].(starlark.Tuple)
		return tup[len(tup)-1], nil
	})
	fn("classOf(o, /)", func(t *thread, a args) (value, error) { return starlark.String(object.TypeName(a[0])), nil })
	return names
}

// evalRepr returns repr of the expression's value, or the exception.
func evalRepr(t testing.TB, th *thread, names starlark.StringDict, expr string) string {
	opts := &syntax.FileOptions{Set: true, GlobalReassign: true, TopLevelControl: true}
	depth := th.Starlark().CallStackDepth()
	v, err := starlark.EvalOptions(opts, th.Starlark(), "test", expr, names)
	if err == nil {
		s, err := object.Repr(th, v)
		if err != nil {
			return "repr: " + err.Error()
		}
		return s
	}
	x := object.Catch(th, err, depth)
	if x == nil {
		t.Fatalf("%s: %v", expr, err)
	}
	return object.DescribeException(x)
}

func check(t *testing.T, cases [][2]string) {
	t.Helper()
	th := newThread(t)
	names := predeclared(th)
	for _, c := range cases {
		if got := evalRepr(t, th, names, c[0]); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestList(t *testing.T) {
	check(t, [][2]string{
		{`list()`, `[]`},
		{`list("abc")`, `['a', 'b', 'c']`},
		{`list(5)`, `TypeError: 'int' object is not iterable`},
		{`list(1, 2)`, `TypeError: list expected at most 1 argument, got 2`},
		{`list(a=1)`, `TypeError: list() takes no keyword arguments`},
		{`list.append(5, 1)`, `TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object`},
		{`list.append()`, `TypeError: unbound method list.append() needs an argument`},
		{`list.__len__(5)`, `TypeError: descriptor '__len__' requires a 'list' object but received a 'int'`},
		{`[after(list.insert(x, 1, 9), list.insert(x, -100, 8), list.insert(x, 100, 7), x) for x in [[1, 2, 3]]][0]`, `[8, 1, 9, 2, 3, 7]`},
		{`list.insert([1], "a", 1)`, `TypeError: 'str' object cannot be interpreted as an integer`},
		{`list.insert([1], 1)`, `TypeError: insert expected 2 arguments, got 1`},
		{`[each(list.pop(x), list.pop(x, 0), x) for x in [[1, 2, 3]]][0]`, `[3, 1, [2]]`},
		{`list.pop([])`, `IndexError: pop from empty list`},
		{`list.pop([1], 5)`, `IndexError: pop index out of range`},
		{`list.remove([1], 2)`, `ValueError: list.remove(x): x not in list`},
		{`list.index([1], 2)`, `ValueError: 2 is not in list`},
		{`list.index([1, 2, 1], 1, 1)`, `2`},
		{`list.index([1, 2, 1], 1, -1, 100)`, `2`},
		{`list.count([1, 1.0, True, 2], 1)`, `3`},
		{`[after(list.sort(x), x) for x in [[3, 1, 2]]][0]`, `[1, 2, 3]`},
		{`[after(list.sort(x, key=lambda v: -v), x) for x in [[3, 1, 2]]][0]`, `[3, 2, 1]`},
		{`[after(list.sort(x, reverse=True, key=lambda v: v[0]), x) for x in [[(1, "a"), (2, "b"), (1, "c"), (2, "d")]]][0]`, `[(2, 'b'), (2, 'd'), (1, 'a'), (1, 'c')]`},
		{`list.sort([3, "a"])`, `TypeError: '<' not supported between instances of 'str' and 'int'`},
		{`list.sort([1], 1)`, `TypeError: sort() takes no positional arguments`},
		{`list.sort([1], foo=1)`, `TypeError: sort() got an unexpected keyword argument 'foo'`},
		{`[list.sort(x, key=lambda v: list.append(x, 1)) for x in [[3, 1, 2]]]`, `TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'`},
		{`[list.sort(x, key=lambda v: after(list.append(x, 1), 1)) for x in [[3, 1, 2]]]`, `ValueError: list modified during sort`},
		{`op([1], "+", (2,))`, `TypeError: can only concatenate list (not "tuple") to list`},
		{`list.__mul__([1, 2], 2)`, `[1, 2, 1, 2]`},
		{`list.__mul__([1, 2], "a")`, `NotImplemented`},
		{`list.__mul__([1, 2], 1 << 100)`, `OverflowError: cannot fit 'int' into an index-sized integer`},
		{`list.__mul__([1, 2], 1 << 60)`, `MemoryError`},
		{`[after(iop(x, "+", "ab"), x) for x in [[1]]][0]`, `[1, 'a', 'b']`},
		{`[after(list.extend(x, x), x) for x in [[1, 2]]][0]`, `[1, 2, 1, 2]`},
		{`list.__eq__([1], [1.0])`, `True`},
		{`list.__lt__([1], (1,))`, `NotImplemented`},
		{`each(iter([1]), iter(()), iter(set()), iter({}))[0] != None`, `True`},
		{`[classOf(iter(x)) for x in [[1], (), set(), {}, "", "é", range(1), frozenset()]]`, `['list_iterator', 'tuple_iterator', 'set_iterator', 'dict_keyiterator', 'str_ascii_iterator', 'str_iterator', 'range_iterator', 'set_iterator']`},
		{`list.__hash__`, `None`},
		{`list(list.__reversed__([1, 2, 3]))`, `[3, 2, 1]`},
		{`list[int]`, `list[int]`},
	})
}

func TestSlices(t *testing.T) {
	s := "[1, 2, 3, 4, 5, 6]"
	check(t, [][2]string{
		{`item(` + s + `, slice(1, 4))`, `[2, 3, 4]`},
		{`item(` + s + `, slice(None, None, -2))`, `[6, 4, 2]`},
		{`item("héllo", slice(None, None, -1))`, `'olléh'`},
		{`item("héllo", slice(1, 3))`, `'él'`},
		{`item((1, 2, 3), slice(-2, None))`, `(2, 3)`},
		{`put(` + s + `, slice(1, 3), [])`, `[1, 4, 5, 6]`},
		{`put(` + s + `, slice(1, 3), "abcd")`, `[1, 'a', 'b', 'c', 'd', 4, 5, 6]`},
		{`put(` + s + `, slice(4, 1), [0])`, `[1, 2, 3, 4, 0, 5, 6]`},
		{`put(` + s + `, slice(None, None, 2), [0, 0, 0])`, `[0, 2, 0, 4, 0, 6]`},
		{`put(` + s + `, slice(None, None, -2), "abc")`, `[1, 'c', 3, 'b', 5, 'a']`},
		{`put([1, 2, 3, 4], slice(None, None, 2), [1, 2, 3])`, `ValueError: attempt to assign sequence of size 3 to extended slice of size 2`},
		{`put([1, 2, 3, 4], slice(1, 2), 5)`, `TypeError: must assign iterable to extended slice`},
		{`drop(` + s + `, slice(1, 3))`, `[1, 4, 5, 6]`},
		{`drop(` + s + `, slice(None, None, 2))`, `[2, 4, 6]`},
		{`drop(` + s + `, slice(None, None, -2))`, `[1, 3, 5]`},
		{`drop(` + s + `, slice(1, 5, 3))`, `[1, 3, 4, 6]`},
		{`drop(` + s + `, slice(5, 1))`, s},
		{`[put(x, slice(None), x) for x in [[1, 2]]][0]`, `[1, 2]`},
		{`item([1], slice(1, 2, 0))`, `ValueError: slice step cannot be zero`},
		{`item([1], slice("a"))`, `TypeError: slice indices must be integers or None or have an __index__ method`},
		{`item([1], "a")`, `TypeError: list indices must be integers or slices, not str`},
		{`slice(1, 2)`, `slice(1, 2, None)`},
		{`slice.indices(slice(None, None, -1), 5)`, `(4, -1, -1)`},
		{`slice.indices(slice(1), -1)`, `ValueError: length should not be negative`},
		{`slice()`, `TypeError: slice expected at least 1 argument, got 0`},
		{`op(slice(1, 2), "==", slice(1, 2))`, `True`},
		{`op(slice(1, 2), "<", slice(1, 3))`, `True`},
	})
}

func TestDict(t *testing.T) {
	check(t, [][2]string{
		{`dict(a=1)`, `{'a': 1}`},
		{`dict([(1, 2), "ab"], c=3)`, `{1: 2, 'a': 'b', 'c': 3}`},
		{`dict(1)`, `TypeError: 'int' object is not iterable`},
		{`dict([1])`, `TypeError: cannot convert dictionary update sequence element #0 to a sequence`},
		{`dict([(1, 2), (1, 2, 3)])`, `ValueError: dictionary update sequence element #1 has length 3; 2 is required`},
		{`dict(1, 2)`, `TypeError: dict expected at most 1 argument, got 2`},
		{`dict.get({}, 1)`, `None`},
		{`dict.get({})`, `TypeError: get expected at least 1 argument, got 0`},
		{`[each(dict.setdefault(d, "a", 5), dict.setdefault(d, "b"), d) for d in [{"a": 1}]][0]`, `[1, None, {'a': 1, 'b': None}]`},
		{`dict.setdefault({}, [], 1)`, `TypeError: unhashable type: 'list'`},
		{`dict.pop({}, 1)`, `KeyError: 1`},
		{`dict.pop({}, 1, 2)`, `2`},
		{`[each(dict.popitem(d), d) for d in [{"a": 1, "b": 2}]][0]`, `[('b', 2), {'a': 1}]`},
		{`dict.popitem({})`, `KeyError: 'popitem(): dictionary is empty'`},
		{`dict.update({}, 1)`, `TypeError: 'int' object is not iterable`},
		{`dict.update({}, 1, 2)`, `TypeError: update expected at most 1 argument, got 2`},
		{`dict.fromkeys("ab", 0)`, `{'a': 0, 'b': 0}`},
		{`op({1: 2}, "|", {1: 3, 4: 5})`, `{1: 3, 4: 5}`},
		{`op({1: 2}, "|", 5)`, `TypeError: unsupported operand type(s) for |: 'dict' and 'int'`},
		{`list(dict.__reversed__({1: 2, 3: 4}))`, `[3, 1]`},
		{`[each(dict.get(d, "a"), contains(d, "a"), item(d, "a")) for d in [{type("S", (str,), {})("a"): 1}]][0]`, `[1, True, 1]`},
		{`[each(dict.get(d, k), contains(d, k), dict.pop(d, k)) for d in [{"a": 1}] for k in [type("S", (str,), {})("a")]][0]`, `[1, True, 1]`},
		{`{(1, 2): 3} == {type("T", (tuple,), {})((1, 2)): 3}`, `False`},
		{`op({(1, 2): 3}, "==", {type("T", (tuple,), {})((1, 2)): 3})`, `True`},
		{`dict.get({1: "a"}, True)`, `'a'`},
		{`dict.get({True: "a"}, 1)`, `'a'`},
		{`dict.keys({"a": 1})`, `dict_keys(['a'])`},
		{`dict.values({"a": 1})`, `dict_values([1])`},
		{`dict.items({"a": 1})`, `dict_items([('a', 1)])`},
		{`op(dict.keys({"a": 1, "b": 2}), "&", ["a"])`, `{'a'}`},
		{`op(dict.keys({"a": 1, "b": 2}), "-", ["a"])`, `{'b'}`},
		{`op(["a", "z"], "-", dict.keys({"a": 1, "b": 2}))`, `{'z'}`},
		{`op(dict.keys({"a": 1}), "==", set(["a"]))`, `True`},
		{`op(set(["a"]), "<=", dict.keys({"a": 1, "b": 2}))`, `True`},
		{`op(dict.values({"a": 1}), "==", dict.values({"a": 1}))`, `False`},
		{`op(dict.items({"a": 1}), "==", set([("a", 1)]))`, `True`},
		{`contains(dict.items({"a": 1}), ("a", 1.0))`, `True`},
		{`contains(dict.values({"a": 1}), 2)`, `False`},
		{`list(reversed(dict.items({"a": 1, "b": 2})))`, `[('b', 2), ('a', 1)]`},
		{`[after(next(it), dict.update(d, c=1), next(it)) for d in [{"a": 1, "b": 2}] for it in [iter(d)]]`, `RuntimeError: dictionary changed size during iteration`},
		{`[after(next(it), dict.update(d, b=9), next(it)) for d in [{"a": 1, "b": 2}] for it in [iter(dict.items(d))]]`, `[('b', 9)]`},
		{`[after(next(it), dict.pop(d, "b"), dict.update(d, z=1), list(it)) for d in [{"a": 1, "b": 2}] for it in [iter(d)]]`, `[['z']]`},
		{`item(getattr(dict.keys({"a": 5}), "mapping"), "a")`, `5`},
	})
}

func TestSets(t *testing.T) {
	check(t, [][2]string{
		{`set([3, 1])`, `{1, 3}`},
		{`set()`, `set()`},
		{`frozenset()`, `frozenset()`},
		{`frozenset([1])`, `frozenset({1})`},
		{`set([1, 1.0, True])`, `{1}`},
		{`set(5)`, `TypeError: 'int' object is not iterable`},
		{`set([[]])`, `TypeError: unhashable type: 'list'`},
		{`set(1, 2)`, `TypeError: set expected at most 1 argument, got 2`},
		{`op(set([1]), "|", frozenset([2]))`, `{1, 2}`},
		{`op(frozenset([1]), "|", set([2]))`, `frozenset({1, 2})`},
		{`op(set([1]), "|", [2])`, `TypeError: unsupported operand type(s) for |: 'set' and 'list'`},
		{`op(set([1, 2, 3]), "^", set([3, 4]))`, `{1, 2, 4}`},
		{`op(set([1, 2, 3]), "&", frozenset([3, 4]))`, `{3}`},
		{`op(set([1]), "<", [1])`, `TypeError: '<' not supported between instances of 'set' and 'list'`},
		{`op(set([1, 2]), "==", frozenset([2, 1]))`, `True`},
		{`op(frozenset([2, 1]), "==", set([1, 2]))`, `True`},
		{`op(set([1]), "<", set([2, 1]))`, `True`},
		{`op(set([1]), "<=", set([2]))`, `False`},
		{`{frozenset([1, 2]): 5}[frozenset([2, 1])]`, `5`},
		{`set.remove(set([1]), 2)`, `KeyError: 2`},
		{`set.remove(set([frozenset([1])]), set([1]))`, `None`},
		{`contains(set([frozenset([1])]), set([1]))`, `True`},
		{`set.pop(set())`, `KeyError: 'pop from an empty set'`},
		{`set.union(set([1]), [2], (3,))`, `{1, 2, 3}`},
		{`set.intersection(set([1, 2]), [2, 3])`, `{2}`},
		{`frozenset.difference(frozenset([1, 2]), [2])`, `frozenset({1})`},
		{`set.issubset(set([1]), [1, 2])`, `True`},
		{`set.issuperset(set([1]), [1, 2])`, `False`},
		{`set.isdisjoint(set([1]), [2])`, `True`},
		{`[after(iop(s, "-", s), s) for s in [set([1, 2])]][0]`, `set()`},
		{`[after(set.update(s, [2], "a"), s) for s in [set([1])]][0]`, `{1, 2, 'a'}`},
		{`[after(set.symmetric_difference_update(s, [2, 3]), s) for s in [set([1, 2])]][0]`, `{1, 3}`},
		{`set.add(set(), set())`, `TypeError: unhashable type: 'set'`},
		{`getattr(frozenset(), "add")`, `AttributeError: 'frozenset' object has no attribute 'add'`},
		{`frozenset.__new__(set)`, `TypeError: frozenset.__new__(set): set is not a subtype of frozenset`},
	})
}

func TestTupleAndRange(t *testing.T) {
	check(t, [][2]string{
		{`tuple("ab")`, `('a', 'b')`},
		{`tuple.index((1, 2), 3)`, `ValueError: tuple.index(x): x not in tuple`},
		{`tuple.count((1, 2, 1), 1)`, `2`},
		{`tuple.__mul__((1,), 3)`, `(1, 1, 1)`},
		{`tuple.__hash__((1, [2]))`, `TypeError: unhashable type: 'list'`},
		{`range(5)`, `range(0, 5)`},
		{`range(1, 10, 3)`, `range(1, 10, 3)`},
		{`list(range(10, 0, -3))`, `[10, 7, 4, 1]`},
		{`item(range(10), slice(2, 8, 2))`, `range(2, 8, 2)`},
		{`item(range(10), slice(None, None, -1))`, `range(9, -1, -1)`},
		{`item(range(10), -1)`, `9`},
		{`item(range(10), 10)`, `IndexError: range object index out of range`},
		{`item(range(10), "a")`, `TypeError: range indices must be integers or slices, not str`},
		{`op(range(0, 4, 2), "==", range(0, 3, 2))`, `True`},
		{`op(range(3), "<", range(4))`, `TypeError: '<' not supported between instances of 'range' and 'range'`},
		{`contains(range(0, 10, 2), 4)`, `True`},
		{`contains(range(10, 0, -2), 3)`, `False`},
		{`contains(range(3), 1.0)`, `True`},
		{`range.index(range(0, 10, 5), 5)`, `1`},
		{`range.index(range(3), 7)`, `ValueError: 7 is not in range`},
		{`range.index(range(3), "x")`, `ValueError: sequence.index(x): x not in sequence`},
		{`range(1, 2, 0)`, `ValueError: range() arg 3 must not be zero`},
		{`range(1.5)`, `TypeError: 'float' object cannot be interpreted as an integer`},
		{`range()`, `TypeError: range expected at least 1 argument, got 0`},
		{`item(range(0, 100000000000000000000, 7), -1)`, `99999999999999999998`},
		{`list(item(range(0, 100000000000000000000, 7), slice(None, 3)))`, `[0, 7, 14]`},
		{`range.__len__(range(100000000000000000000))`, `OverflowError: Python int too large to convert to C ssize_t`},
		{`list(reversed(range(0, 10, 3)))`, `[9, 6, 3, 0]`},
		{`setattr(range(3), "start", 1)`, `AttributeError: readonly attribute`},
		{`{range(0, 4, 2): 1}[range(0, 3, 2)]`, `1`},
		{`list(range(9223372036854775800, 9223372036854775810, 5))`, `[9223372036854775800, 9223372036854775805]`},
	})
}

func TestIterators(t *testing.T) {
	check(t, [][2]string{
		{`list(enumerate("ab", 1))`, `[(1, 'a'), (2, 'b')]`},
		{`enumerate()`, `TypeError: enumerate() missing required argument 'iterable'`},
		{`enumerate([], 1, 2)`, `TypeError: enumerate() takes at most 2 arguments (3 given)`},
		{`enumerate(foo=1)`, `TypeError: 'foo' is an invalid keyword argument for enumerate()`},
		{`list(zip([1, 2], "ab"))`, `[(1, 'a'), (2, 'b')]`},
		{`list(zip([1], [1, 2], strict=True))`, `ValueError: zip() argument 2 is longer than argument 1`},
		{`list(zip([1, 2], [1, 2], [1], strict=True))`, `ValueError: zip() argument 3 is shorter than arguments 1-2`},
		{`list(map(lambda a, b: a + b, [1, 2], [3, 4]))`, `[4, 6]`},
		{`map(1)`, `TypeError: map() must have at least two arguments.`},
		{`list(map(5, [1]))`, `TypeError: 'int' object is not callable`},
		{`list(filter(None, [0, 1, "", "a"]))`, `[1, 'a']`},
		{`filter(1)`, `TypeError: filter expected 2 arguments, got 1`},
		{`list(reversed("héy"))`, `['y', 'é', 'h']`},
		{`reversed(5)`, `TypeError: 'int' object is not reversible`},
		{`reversed(set())`, `TypeError: 'set' object is not reversible`},
		{`list(reversed([1, 2]))`, `[2, 1]`},
		{`call(iter([1, 2]), "__length_hint__")`, `2`},
		{`type(iter([]))()`, `TypeError: cannot create 'list_iterator' instances`},
	})
}

func TestTypes(t *testing.T) {
	check(t, [][2]string{
		{`type(5)`, `<class 'int'>`},
		{`type()`, `TypeError: type() takes 1 or 3 arguments`},
		{`type("X", 5, {})`, `TypeError: type.__new__() argument 2 must be tuple, not int`},
		{`type(5, (), {})`, `TypeError: type.__new__() argument 1 must be str, not int`},
		{`type("X", (bool,), {})`, `TypeError: type 'bool' is not an acceptable base type`},
		{`type("X", (int, str), {})`, `TypeError: multiple bases have instance lay-out conflict`},
		{`type("X", (), {"a": 5})().a`, `5`},
		{`type("X", (), {})(1)`, `TypeError: X() takes no arguments`},
		{`type("X", (list,), {})([1, 2])`, `[1, 2]`},
		{`type("X", (dict,), {"__missing__": lambda self, k: k})()["a"]`, `'a'`},
		{`type("X", (tuple,), {})([1, 2])`, `(1, 2)`},
		{`type("X", (set,), {})([1, 2])`, `X({1, 2})`},
		{`type("X", (frozenset,), {})()`, `X()`},
		{`object()  != object()`, `True`},
		{`object(1)`, `TypeError: object() takes no arguments`},
		{`object.__new__(int)`, `TypeError: object.__new__(int) is not safe, use int.__new__()`},
		{`getattr(int, "nope")`, `AttributeError: type object 'int' has no attribute 'nope'`},
		{`setattr(int, "x", 1)`, `TypeError: cannot set 'x' attribute of immutable type 'int'`},
		{`getattr(bool, "__mro__")`, `(<class 'bool'>, <class 'int'>, <class 'object'>)`},
		{`getattr(int, "__name__")`, `'int'`},
		{`getattr(object, "__base__")`, `None`},
		{`op(int, "|", str)`, `int | str`},
		{`op(op(int, "|", None), "|", op(str, "|", int))`, `int | None | str`},
		{`op(int, "|", 5)`, `TypeError: unsupported operand type(s) for |: 'type' and 'int'`},
		{`isinstance(5, op(str, "|", int))`, `True`},
		{`isinstance(None, op(str, "|", None))`, `True`},
		{`isinstance([], list[int])`, `TypeError: isinstance() argument 2 cannot be a parameterized generic`},
		{`isinstance(1, (str, (int,)))`, `True`},
		{`isinstance(1, 5)`, `TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union`},
		{`issubclass(1, int)`, `TypeError: issubclass() arg 1 must be a class`},
		{`issubclass(int, 5)`, `TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union`},
		{`getattr(list[int], "__args__")`, `(<class 'int'>,)`},
		{`list[int]()`, `[]`},
		{`dict[str, list[int]]`, `dict[str, list[int]]`},
		{`op(list[int], "==", list[int])`, `True`},
		{`op(list[int], "|", None)`, `list[int] | None`},
		{`[getattr(f, "__defaults__") for f in [lambda a, b=1, c=2: a]]`, `[(1, 2)]`},
		{`[after(setattr(f, "__defaults__", (7, 8)), f()) for f in [lambda a=1, b=2: (a, b)]]`, `[(7, 8)]`},
		{`[after(setattr(f, "y", f), setattr(f, "__name__", "g"), getattr(f, "__name__")) for f in [lambda a=1: 1]]`, `['g']`},
		{`super()`, `RuntimeError: super(): no arguments`},
		{`super(int, "a")`, `TypeError: super(type, obj): obj (instance of str) is not an instance or subtype of type (int).`},
		{`property(1, 2, 3, 4, 5)`, `TypeError: property() takes at most 4 arguments (5 given)`},
		{`type("X", (), {"p": property(lambda self: 5)})().p`, `5`},
		{`setattr(type("X", (), {"p": property(lambda self: 5)})(), "p", 1)`, `AttributeError: property 'p' of 'X' object has no setter`},
		{`type("X", (), {"f": staticmethod(lambda: 5)}).f()`, `5`},
		{`getattr(type("X", (), {"f": classmethod(lambda cls: cls)})(), "f")() != None`, `True`},
		{`vars(type("X", (), {"a": 1}))["a"]`, `1`},
	})
}
