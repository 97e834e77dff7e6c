package functools

// This file defines lru_cache and cache.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/modules/collections"
	"starpool/builtins/object"
)

var lruClass = object.NewClass(object.Spec{Name: "_lru_cache_wrapper", Module: "functools"})

// An lru is the State of a cached function. Entries are found by the hash of
// their key and form a ring in the order of use, root.next being the newest.
//
// Calls of the function and comparisons of keys run script code, during which
// other threads and the function itself use the cache: whoever has run some
// looks again before it changes anything.
type lru struct {
	fn           value
	maxsize      int // -1: no bound
	typed        bool
	hits, misses int
	size         int
	table        map[uint32]*entry
	root         entry
}

type entry struct {
	key        value
	hash       uint32
	result     value
	chain      *entry // of the same hash
	prev, next *entry
}

func newLRU(fn value, maxsize int, typed bool) *lru {
	c := &lru{fn: fn, maxsize: maxsize, typed: typed}
	c.clear()
	return c
}

func (c *lru) clear() {
	c.table = make(map[uint32]*entry)
	c.root.prev, c.root.next = &c.root, &c.root
	c.hits, c.misses, c.size = 0, 0, 0
}

// keywordMark parts the positional arguments of a key from the others.
var keywordMark value = object.NewFunc(object.Def{Sig: "keywords()"})

// keyOf makes the key of a call. True and 1 are one key unless types count.
func (c *lru) keyOf(a starlark.Tuple, kwargs keys) value {
	if len(kwargs) == 0 && !c.typed && len(a) == 1 {
		switch a[0].(type) {
		case starlark.Int, starlark.String:
			return a[0]
		}
	}
	key := make(starlark.Tuple, 0, 2*len(a)+3*len(kwargs)+1)
	for _, v := range a {
		key = append(key, plain(v))
	}
	if len(kwargs) > 0 {
		key = append(key, keywordMark)
		for _, kv := range kwargs {
			key = append(key, kv[0], plain(kv[1]))
		}
	}
	if c.typed {
		for _, v := range a {
			key = append(key, object.ClassOf(v))
		}
		for _, kv := range kwargs {
			key = append(key, object.ClassOf(kv[1]))
		}
	}
	return key
}

func plain(v value) value {
	if b, ok := v.(starlark.Bool); ok {
		if b {
			return starlark.MakeInt(1)
		}
		return starlark.MakeInt(0)
	}
	return v
}

func (c *lru) find(t *thread, key value, hash uint32) (*entry, error) {
	for e := c.table[hash]; e != nil; e = e.chain {
		same, err := object.Same(t, e.key, key)
		if err != nil || same {
			return e, err
		}
	}
	return nil, nil
}

func (e *entry) unlink() {
	e.prev.next, e.next.prev = e.next, e.prev
}

func (c *lru) toFront(e *entry) {
	e.prev, e.next = &c.root, c.root.next
	e.prev.next, e.next.prev = e, e
}

// forget removes an entry from the table; it may have gone already.
func (c *lru) forget(e *entry) {
	p := c.table[e.hash]
	if p == e {
		if e.chain == nil {
			delete(c.table, e.hash)
		} else {
			c.table[e.hash] = e.chain
		}
		return
	}
	for ; p != nil; p = p.chain {
		if p.chain == e {
			p.chain = e.chain
			return
		}
	}
}

// CallObject implements object.Caller.
func (c *lru) CallObject(t *thread, x *object.Instance, a starlark.Tuple, kwargs keys) (value, error) {
	if c.maxsize == 0 {
		c.misses++
		return object.Call(t, c.fn, a, kwargs)
	}
	key := c.keyOf(a, kwargs)
	hash, err := key.Hash()
	if err != nil {
		return nil, object.AsException(t, err)
	}
	e, err := c.find(t, key, hash)
	if err != nil {
		return nil, err
	}
	if e != nil {
		c.hits++
		if c.maxsize > 0 && c.root.next != e && e.prev != nil {
			e.unlink()
			c.toFront(e)
		}
		return e.result, nil
	}
	c.misses++
	result, err := object.Call(t, c.fn, a, kwargs)
	if err != nil {
		return nil, err
	}
	if e, err := c.find(t, key, hash); e != nil || err != nil {
		return result, err
	}
	e = &entry{key: key, hash: hash, result: result}
	if c.maxsize > 0 {
		if c.size >= c.maxsize {
			oldest := c.root.prev
			oldest.unlink()
			oldest.prev = nil
			c.forget(oldest)
			c.size--
		}
		c.toFront(e)
	}
	e.chain = c.table[hash]
	c.table[hash] = e
	c.size++
	return result, nil
}

func (c *lru) bound() value {
	if c.maxsize < 0 {
		return starlark.None
	}
	return starlark.MakeInt(c.maxsize)
}

// cacheInfo is the class CacheInfo of an isolate.
var cacheInfo = isolate.NewKey(func(iso *isolate.Isolate) *object.Class {
	c, err := collections.NewNamedTuple(iso.Current(), "CacheInfo", "functools", []string{"hits", "misses", "maxsize", "currsize"}, nil)
	if err != nil {
		panic(err) // the names are good
	}
	return c
})

func wrapLRU(t *thread, fn value, maxsize int, typed bool) (value, error) {
	if !object.IsCallable(fn) {
		return nil, object.Raise(object.TypeError, "the first argument must be callable")
	}
	c := newLRU(fn, maxsize, typed)
	x := object.Make(lruClass, t, c)
	x.Attrs.Set("cache_parameters", object.NewModuleFunc("functools", object.Def{Sig: "def cache_parameters()", Fn: func(t *thread, a args) (value, error) {
		d := starlark.NewDict(2)
		d.SetKey(starlark.String("maxsize"), c.bound())
		d.SetKey(starlark.String("typed"), starlark.Bool(typed))
		return d, nil
	}}))
	return x, updateWrapper(t, x, fn, wrapperAssignments, wrapperUpdates)
}

var lruCacheDef = object.Def{
	Sig: "def lru_cache(maxsize=128, typed=False)",
	Doc: "Least-recently-used cache decorator.\n\nIf *maxsize* is set to None, the LRU features are disabled and the cache\ncan grow without bound.",
	Fn: func(t *thread, a args) (value, error) {
		typed, err := object.Truth(t, a[1])
		if err != nil {
			return nil, err
		}
		maxsize := -1
		switch {
		case object.IsInstance(a[0], object.IntType):
			if maxsize, err = object.ClampedInt(t, a[0]); err != nil {
				return nil, err
			}
			maxsize = max(maxsize, 0)
		case a[0] == starlark.None:
		case object.IsCallable(a[0]):
			return wrapLRU(t, a[0], 128, typed)
		default:
			return nil, object.Raise(object.TypeError, "Expected first argument to be an integer, a callable, or None")
		}
		return object.NewModuleFunc("functools", object.Def{Sig: "def decorating_function(user_function)", Wording: "lru_cache.<locals>.decorating_function", Fn: func(t *thread, a args) (value, error) {
			return wrapLRU(t, a[0], maxsize, typed)
		}}), nil
	},
}

var cacheDef = object.Def{
	Sig: "def cache(user_function, /)", Doc: "Simple lightweight unbounded cache.  Sometimes called \"memoize\".",
	Fn: func(t *thread, a args) (value, error) { return wrapLRU(t, a[0], -1, false) },
}

func init() {
	itself := func(t *thread, a args) (value, error) { return a[0], nil }
	lruClass.AddMethods(callMethod, getMethod,
		object.Def{Sig: "cache_info(self, /)", Doc: "Report cache statistics", Fn: func(t *thread, a args) (value, error) {
			c := stateOf[*lru](a[0])
			return object.Make(cacheInfo.In(t.Isolate()), t, starlark.Tuple{
				starlark.MakeInt(c.hits), starlark.MakeInt(c.misses), c.bound(), starlark.MakeInt(c.size),
			}), nil
		}},
		object.Def{Sig: "cache_clear(self, /)", Doc: "Clear the cache and cache statistics", Fn: func(t *thread, a args) (value, error) {
			stateOf[*lru](a[0]).clear()
			return starlark.None, nil
		}},
		object.Def{Sig: "__copy__(self, /)", Fn: itself},
		object.Def{Sig: "__deepcopy__(self, memo, /)", Fn: itself},
		object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) { return object.GetAttr(t, a[0], "__qualname__") }},
	)
}
