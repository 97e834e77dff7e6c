package host_test

// This file tests how Go values become a script's and come back.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math"
	"math/big"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"starpool/host"
)

// newHost returns an interpreter whose output goes into the buffer.
func newHost(t testing.TB, opts ...host.Option) (*host.Interpreter, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	in, err := host.New(append([]host.Option{host.WithStdout(&out), host.WithStderr(&out)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return in, &out
}

// says runs src and compares what it prints.
func says(t *testing.T, in *host.Interpreter, out *bytes.Buffer, src, want string) {
	t.Helper()
	out.Reset()
	if err := in.Run(context.Background(), "test.py", []byte(src)); err != nil {
		var e *host.Error
		if errors.As(err, &e) {
			t.Fatalf("%s\n%s", src, e.Traceback)
		}
		t.Fatal(err)
	}
	if out.String() != want {
		t.Errorf("%s\n got %q\nwant %q", src, out.String(), want)
	}
}

type item struct {
	Name  string
	Price float64 `starpool:"cost"`
	Tags  []string
	inner int
}

type base struct {
	ID      int
	Created time.Time
}

type order struct {
	base
	Base2   *base2
	Items   []item
	UserID  uint8
	Note    *string
	Hidden  int `starpool:"-"`
	Next    *order
	Timeout time.Duration
}

type base2 struct{ Level int }

func (o *order) Total(rate float64) float64 {
	sum := 0.0
	for _, i := range o.Items {
		sum += i.Price
	}
	return sum * rate
}

func (o *order) AddItem(name string, price float64) {
	o.Items = append(o.Items, item{Name: name, Price: price})
}

func (i item) String() string { return "item " + i.Name }

type point struct{ X, Y int }

func TestToValue(t *testing.T) {
	in, _ := newHost(t)
	huge, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	text := "text"
	cyclic := []any{1, nil}
	cyclic[1] = cyclic
	selfMap := map[string]any{"a": 1}
	selfMap["me"] = selfMap
	for _, c := range []struct {
		x    any
		want string
	}{
		{nil, "None"}, {true, "True"}, {int8(-5), "-5"}, {uint64(math.MaxUint64), "18446744073709551615"}, {int64(math.MinInt64), "-9223372036854775808"},
		{float32(0.5), "0.5"}, {math.Inf(1), "inf"}, {complex(1, 2), "(1+2j)"}, {"héé", "'héé'"}, {[]byte("ab\x00"), `b'ab\x00'`}, {huge, "123456789012345678901234567890"},
		{[]int{1, 2}, "[1, 2]"}, {[]int(nil), "[]"}, {[2]string{"a", "b"}, "['a', 'b']"}, {map[string]int{"b": 2, "a": 1}, "{'a': 1, 'b': 2}"},
		{map[int]bool{2: true, 1: false}, "{1: False, 2: True}"}, {map[string]struct{}{"x": {}}, "{'x'}"}, {map[[2]int]string{{1, 2}: "p"}, "{(1, 2): 'p'}"},
		{&text, "'text'"}, {(*order)(nil), "None"}, {json.Number("12"), "12"}, {json.Number("1.5"), "1.5"}, {json.RawMessage(`{"a": [1, null]}`), "{'a': [1, None]}"},
		{time.Date(2024, 2, 29, 12, 30, 0, 1500, time.UTC), "datetime.datetime(2024, 2, 29, 12, 30, 0, 1, tzinfo=datetime.timezone.utc)"},
		{90 * time.Minute, "datetime.timedelta(seconds=5400)"}, {point{1, 2}, "point(x=1, y=2)"}, {&point{1, 2}, "point(x=1, y=2)"},
		{[]any{1, "a", nil, 2.5}, "[1, 'a', None, 2.5]"}, {cyclic, "[1, [...]]"}, {selfMap, "{'a': 1, 'me': {...}}"},
		{errors.New("boom"), "RuntimeError('boom')"}, {os.ErrNotExist, "FileNotFoundError(2, 'No such file or directory')"},
		{[]error{nil}, "[None]"},
	} {
		v, err := host.ToValue(in, c.x)
		if err != nil {
			t.Errorf("%#v: %v", c.x, err)
		} else if v.String() != c.want {
			t.Errorf("%#v: got %s, want %s", c.x, v, c.want)
		}
	}
	_, err := host.ToValue(in, map[string]any{"a": []any{1, struct{ P map[string]uintptr }{}, [1]any{make(chan int)}}})
	if err != nil {
		t.Error(err)
	}
	ptr := reflect.ValueOf(new(int)).UnsafePointer()
	_, err = host.ToValue(in, map[string]any{"a": []any{1, ptr}})
	if want := `["a"][1]: a script has no counterpart of unsafe.Pointer`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	var deep any
	for range 100_000 {
		deep = []any{deep}
	}
	if _, err := host.ToValue(in, deep); err == nil || !strings.HasSuffix(err.Error(), "nests too deeply") {
		t.Error("a deep nest: no error")
	}
}

func TestStructsAndPointers(t *testing.T) {
	note := "n"
	o := &order{base: base{ID: 7}, UserID: 3, Items: []item{{Name: "pen", Price: 1.5}}, Note: &note, Timeout: time.Second}
	o.Next = o
	in, out := newHost(t, host.WithGlobals(map[string]any{"o": o, "p": point{1, 2}}))
	says(t, in, out, `
print(o.id, o.ID, o.user_id, o.UserID, o.items[0].cost, o.items[0], o.note, o.timeout.total_seconds())
o.user_id = 9
o.note = None
o.items = [{'name': 'a', 'cost': 2}, o.items[0]]
o.add_item("b", 3)
o.AddItem("c", 0.5)
print(o.total(2.0), len(o.items), o.next == o, o.next.user_id, hash(o) == hash(o.next))
for bad in ('o.user_id = 300', 'o.user_id = "x"', 'o.items = [{"name": 1}]', 'o.items = [{"nam": 1}]', 'o.nope = 1', 'o.hidden', 'o.Hidden', 'o.Price', 'p.x = 3',
            'del o.user_id', 'o.base2.level', 'o.total()', 'o.total("x")', 'type(o)()', 'o.Level'):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
o.base2 = {'level': 4}
print(o.base2.level, p, p == p, 'total' in dir(o), 'user_id' in dir(o), type(o), isinstance(o, type(o.next)))
print({p: 1}[p], o.created.year)
`, `7 7 3 3 1.5 item pen n 1.0
14.0 4 True 9 True
OverflowError user_id: 300 does not fit uint8
TypeError user_id: want uint8, got str
TypeError items[0].name: want string, got int
TypeError items[0]: host_test.item has no field 'nam' (did you mean "name"?)
AttributeError 'order' object has no attribute 'nope'
AttributeError 'order' object has no attribute 'hidden'
AttributeError 'order' object has no attribute 'Hidden'
AttributeError 'order' object has no attribute 'Price'
AttributeError 'point' object is a copy of a Go struct: its attribute 'x' is read-only
TypeError a field of a Go struct cannot be deleted: order.user_id
AttributeError 'NoneType' object has no attribute 'level'
TypeError total() takes 1 argument but 0 were given
TypeError total() argument 1: want float64, got str
TypeError cannot create 'order' instances
AttributeError 'order' object has no attribute 'Level'
4 point(x=1, y=2) True True True <class 'host_test.order'> True
1 1
`)
	if o.UserID != 9 || o.Note != nil || len(o.Items) != 4 || o.Base2.Level != 4 || o.Items[0].Price != 2 {
		t.Errorf("Go does not see what the script did: %+v", o)
	}
}

func TestAs(t *testing.T) {
	in, _ := newHost(t)
	if err := in.Run(context.Background(), "values.py", []byte(`
import datetime, collections
class Order:
    def __init__(self, **kw): self.__dict__.update(kw)
i, big, f, s, b, yes, none = 42, 2**70, 1.5, "text", b"\x01", True, None
ints, pairs, d, st = [1, 2, 3], [(1, "a")], {"a": 1, "b": 2}, {1, 2}
mixed = {1: "a", (1, 2): [None]}
orders = [{"name": "a"}, {"name": "b", "cost": 3}, {"name": "c", "tags": ["x"]}, {"name": "d", "cost": "free"}]
good = orders[:3]
one = Order(name="obj", cost=4, tags=[], other=1)
cyc = [1]; cyc.append(cyc)
cd = {}; cd["me"] = cd
dt = datetime.datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc)
off = datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=2), "X"))
td = datetime.timedelta(days=1, microseconds=5)
gen = (n * n for n in range(4))
od = collections.OrderedDict(a=1)
node = {"value": 1, "next": {"value": 2, "next": None}}
node["next"]["next"] = node
def add(a, b=0): return a + b
def fail(): raise KeyError("k")
err = ValueError("bad")
ba = bytearray(b"xy")
class Sub(int): pass
sub = Sub(5)
deep = None
for _ in range(100000): deep = [deep]
lam = {}
surrogate = "\udcff"
`)); err != nil {
		t.Fatal(err)
	}
	get := func(name string) host.Value {
		v, ok := in.Get(name)
		if !ok {
			t.Fatalf("no %s", name)
		}
		return v
	}
	equal := func(name string, got any, err error, want any) {
		t.Helper()
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %#v (%v), want %#v", name, got, err, want)
		}
	}
	i8, err := host.As[int8](get("i"))
	equal("i", i8, err, int8(42))
	fl, err := host.As[float32](get("i"))
	equal("i", fl, err, float32(42))
	bi, err := host.As[*big.Int](get("big"))
	equal("big", bi.String(), err, "1180591620717411303424")
	sub, err := host.As[int](get("sub"))
	equal("sub", sub, err, 5)
	bs, err := host.As[[]byte](get("b"))
	equal("b", bs, err, []byte{1})
	bs, err = host.As[[]byte](get("ba"))
	equal("ba", bs, err, []byte("xy"))
	arr, err := host.As[[3]int](get("ints"))
	equal("ints", arr, err, [3]int{1, 2, 3})
	squares, err := host.As[[]int64](get("gen"))
	equal("gen", squares, err, []int64{0, 1, 4, 9})
	m, err := host.As[map[string]uint](get("d"))
	equal("d", m, err, map[string]uint{"a": 1, "b": 2})
	m, err = host.As[map[string]uint](get("od"))
	equal("od", m, err, map[string]uint{"a": 1})
	set, err := host.As[map[int]struct{}](get("st"))
	equal("st", set, err, map[int]struct{}{1: {}, 2: {}})
	items, err := host.As[[]item](get("good"))
	equal("good", items, err, []item{{Name: "a"}, {Name: "b", Price: 3}, {Name: "c", Tags: []string{"x"}}})
	obj, err := host.As[*item](get("one"))
	equal("one", obj, err, &item{Name: "obj", Price: 4, Tags: []string{}})
	when, err := host.As[time.Time](get("dt"))
	equal("dt", when, err, time.Date(2024, 1, 2, 3, 4, 5, 6000, time.UTC))
	when, err = host.As[time.Time](get("off"))
	equal("off", when.UTC(), err, time.Date(2024, 1, 1, 22, 0, 0, 0, time.UTC))
	d, err := host.As[time.Duration](get("td"))
	equal("td", d, err, 24*time.Hour+5*time.Microsecond)
	d, err = host.As[time.Duration](get("f"))
	equal("f", d, err, 1500*time.Millisecond)
	raw, err := host.As[string](get("surrogate"))
	equal("surrogate", raw, err, "\xff")
	np, err := host.As[*int](get("none"))
	equal("none", np, err, (*int)(nil))
	for name, want := range map[string]any{
		"i": 42, "f": 1.5, "s": "text", "b": []byte{1}, "yes": true, "none": nil, "ints": []any{1, 2, 3}, "d": map[string]any{"a": 1, "b": 2},
		"mixed": map[any]any{1: "a", [2]any{1, 2}: []any{nil}}, "td": 24*time.Hour + 5*time.Microsecond, "pairs": []any{[]any{1, "a"}},
	} {
		got, err := host.As[any](get(name))
		equal(name, got, err, want)
	}
	cyc, err := host.As[[]any](get("cyc"))
	if err != nil || &cyc[1].([]any)[0] != &cyc[0] {
		t.Errorf("cyc: %v", err)
	}
	cd, err := host.As[map[string]any](get("cd"))
	if err != nil || reflect.ValueOf(cd["me"]).Pointer() != reflect.ValueOf(cd).Pointer() {
		t.Errorf("cd: %v", err)
	}
	type node struct {
		Value int
		Next  *node
	}
	n, err := host.As[*node](get("node"))
	if err != nil || n.Next.Value != 2 || n.Next.Next != n {
		t.Errorf("node: %+v %v", n, err)
	}
	scriptErr, err := host.As[error](get("err"))
	if err != nil || !errors.Is(scriptErr, host.Builtin("ValueError")) {
		t.Errorf("err: %v %v", scriptErr, err)
	}
	fails := func(err error, want string) {
		t.Helper()
		var ce *host.ConvertError
		if !errors.As(err, &ce) || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	_, err = host.As[struct{ Orders []item }](get("i"))
	fails(err, "want struct { Orders []host_test.item }, got int")
	_, err = host.As[[]item](get("orders"))
	fails(err, "[3].cost: want float64, got str")
	_, err = host.As[int](get("big"))
	fails(err, "1180591620717411303424 does not fit int")
	_, err = host.As[uint](get("s"))
	fails(err, "want uint, got str")
	_, err = host.As[int](get("f"))
	fails(err, "want int, got float")
	_, err = host.As[int](get("yes"))
	fails(err, "want int, got bool")
	_, err = host.As[string](get("none"))
	fails(err, "want string, got None")
	_, err = host.As[map[string]int](get("mixed"))
	fails(err, "key 1: want string, got int")
	_, err = host.As[[2]int](get("ints"))
	fails(err, "want 2 elements, got 3")
	_, err = host.As[[]string](get("s"))
	fails(err, "want []string, got str")
	_, err = host.As[chan int](get("i"))
	fails(err, "want chan int, got int")
	_, err = host.As[func()](get("i"))
	fails(err, "want func(), got int")
	_, err = host.As[any](get("deep"))
	if err == nil || !strings.HasSuffix(err.Error(), "nests too deeply") {
		t.Error("a deep nest: no error")
	}
	add, err := host.As[func(int, ...int) (int, error)](get("add"))
	if err != nil {
		t.Fatal(err)
	}
	sum, err := add(2, 3)
	equal("add", sum, err, 5)
	if _, err = add(1, 2, 3); err == nil || !strings.Contains(err.Error(), "takes from 1 to 2 positional arguments") {
		t.Error(err)
	}
	fail, _ := host.As[func() error](get("fail"))
	if err := fail(); !errors.Is(err, host.Builtin("LookupError")) {
		t.Error(err)
	}
	concat, _ := host.As[func(a, b string) string](get("add"))
	if got := concat("a", "b"); got != "ab" {
		t.Error(got)
	}
}

func TestGoFunctions(t *testing.T) {
	type options struct {
		Retries int
		Verbose bool `starpool:"loud"`
	}
	in, out := newHost(t, host.WithGlobals(map[string]any{
		"add": func(a, b int) int { return a + b },
		"divmod": func(a, b int) (int, int, error) {
			if b == 0 {
				return 0, 0, errors.New("no zero")
			}
			return a / b, a % b, nil
		},
		"nothing": func() {},
		"join":    func(sep string, parts ...string) string { return strings.Join(parts, sep) },
		"fetch": func(ctx context.Context, url string, o options) string {
			_, ok := ctx.Deadline()
			return fmt.Sprint(url, " ", o.Retries, " ", o.Verbose, " ", ok)
		},
		"apply": func(f func(int) (int, error), xs []int) ([]int, error) {
			var ys []int
			for _, x := range xs {
				y, err := f(x)
				if err != nil {
					return nil, fmt.Errorf("apply %d: %w", x, err)
				}
				ys = append(ys, y)
			}
			return ys, nil
		},
		"each":     func(f func(int)) { f(1) },
		"boom":     func() { panic("oh") },
		"nilmap":   func() { var m map[string]int; m["a"] = 1 },
		"seq":      func() iter.Seq[int] { return slices.Values([]int{1, 2, 3}) },
		"seq2":     func() iter.Seq2[string, int] { return maps.All(map[string]int{"a": 1}) },
		"value":    func(v host.Value) string { return v.String() },
		"anything": func(x any) string { return fmt.Sprintf("%T", x) },
		"missing":  func() error { _, err := os.Open("no/such/file"); return err },
	}))
	says(t, in, out, `
print(add(1, 2), divmod(7, 2), nothing(), join("-"), join("-", "a", "b"), add, add.__name__)
print(fetch("u"), fetch("u", retries=3, loud=True), fetch("u", Retries=1), fetch("u", {"retries": 2}))
print(apply(lambda x: x * x, [1, 2, 3]), list(seq()), dict(seq2()), [x for x in seq() if x > 1], max(seq()))
s = seq()
print(list(s), list(s), next(iter(s)))
print(value([1]), anything({"a": 1}), anything(add), anything(apply))
for bad in ('add(1)', 'add(1, 2, 3)', 'add(1, "x")', 'add(a=1)', 'divmod(1, 0)', 'fetch("u", retrys=1)', 'fetch("u", retries="x")', 'fetch()', 'join()', 'join("-", 1)',
            'apply(lambda x: [][x], [5])', 'apply(lambda x: "s", [5])', 'each(lambda x: 1 // 0)', 'boom()', 'nilmap()', 'missing()', 'apply(3, [])', 'add(2**80, 1)',
            'apply(lambda x: x, [1, 2, "c"])'):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, str(e).splitlines()[0], '|', repr(e.__cause__))
`, `3 (3, 1) None  a-b <built-in function add> add
u 0 false false u 3 true false u 1 false false u 2 false false
[1, 4, 9] [1, 2, 3] {'a': 1} [2, 3] 3
[1, 2, 3] [1, 2, 3] 1
[1] map[string]interface {} func(int, int) int func(func(int) (int, error), []int) ([]int, error)
TypeError add() takes 2 arguments but 1 was given | None
TypeError add() takes 2 arguments but 3 were given | None
TypeError add() argument 2: want int, got str | None
TypeError add() takes no keyword arguments | None
RuntimeError no zero | None
TypeError fetch() got an unexpected keyword argument 'retrys'. Did you mean 'retries'? | None
TypeError fetch().retries: want int, got str | None
TypeError fetch() takes from 1 to 2 arguments but 0 were given | None
TypeError join() takes at least 1 argument but 0 were given | None
TypeError join() argument 2: want string, got int | None
RuntimeError apply 5: IndexError: list index out of range | IndexError('list index out of range')
TypeError apply 5: <lambda>(): want int, got str | None
ZeroDivisionError integer division or modulo by zero | None
SystemError panic in the Go function boom: oh | None
SystemError panic in the Go function nilmap: assignment to entry in nil map | None
FileNotFoundError [Errno 2] No such file or directory: 'no/such/file' | None
TypeError apply() argument 1: want func(int) (int, error), got int | None
OverflowError add() argument 1: 1208925819614629174706176 does not fit int | None
TypeError apply() argument 2[2]: want int, got str | None
`)
}

func TestChannels(t *testing.T) {
	numbers, results := make(chan int), make(chan string, 10)
	in, out := newHost(t, host.WithGlobals(map[string]any{
		"numbers": (<-chan int)(numbers), "results": (chan<- string)(results), "both": make(chan int, 1),
	}))
	go func() {
		for i := range 5 {
			numbers <- i
		}
		close(numbers)
	}()
	says(t, in, out, `
with ThreadPoolExecutor(3) as pool:
    def work(_):
        n = 0
        for x in numbers:
            results.send(str(x * x))
            n += 1
        return n
    print(sum(pool.map(work, range(3))))
both.send(7); print(len(both), both.recv(), len(both), both)
both.close()
for bad in ('both.recv()', 'both.send(1)', 'results.recv()', 'numbers.send(1)', 'results.send(1)', 'list(results)', 'numbers.close()'):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
print(list(both), list(numbers))
results.close()
`, `5
1 7 0 <chan int>
EOFError the channel is closed
ValueError send on closed channel
TypeError the channel can only be sent to
TypeError the channel can only be received from
TypeError send() argument: want string, got int
TypeError the channel can only be sent to
TypeError the channel can only be received from
[] []
`)
	got := slices.Sorted(func(yield func(string) bool) {
		for s := range results {
			if !yield(s) {
				return
			}
		}
	})
	if !slices.Equal(got, []string{"0", "1", "16", "4", "9"}) {
		t.Error(got)
	}
}

// An iterator that a script leaves is stopped: what it defers runs.
func TestIteratorIsStopped(t *testing.T) {
	stopped := make(chan bool, 1)
	in, out := newHost(t, host.WithGlobals(map[string]any{"seq": func() iter.Seq[int] {
		return func(yield func(int) bool) {
			defer func() { stopped <- true }()
			for i := 0; yield(i); i++ {
			}
		}
	}}))
	says(t, in, out, "it = iter(seq())\nprint(next(it), next(it))\n", "0 1\n")
	in.Close()
	select {
	case <-stopped:
	case <-time.After(10 * time.Second):
		t.Error("the iterator runs on")
	}
}

func TestCallFromManyGoroutines(t *testing.T) {
	in, _ := newHost(t)
	ctx := context.Background()
	if err := in.Run(ctx, "f.py", []byte("import threading\nlock = threading.Lock()\ncount = 0\ndef f(a, *, b=1):\n    global count\n    with lock: count += 1\n    return a * b\ndef g(): return 1 // 0\n")); err != nil {
		t.Fatal(err)
	}
	f, _ := in.Get("f")
	fn, err := host.As[func(context.Context, int) (int, error)](f)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for g := range 20 {
		wg.Go(func() {
			for i := range 50 {
				v, err := in.Call(ctx, "f", i, host.Kwargs{"b": g})
				n, err2 := host.As[int](v)
				if err != nil || err2 != nil || n != i*g {
					t.Error(n, err, err2)
				}
				if n, err := fn(ctx, i); err != nil || n != i {
					t.Error(n, err)
				}
			}
		})
	}
	wg.Wait()
	count, _ := in.Get("count")
	if n, err := host.As[int](count); err != nil || n != 2000 {
		t.Error(n, err)
	}
	if _, err := in.Call(ctx, "g"); !errors.Is(err, host.Builtin("ZeroDivisionError")) {
		t.Error(err)
	}
	if _, err := in.Call(ctx, "nope"); err == nil || err.Error() != "NameError: name 'nope' is not defined" {
		t.Error(err)
	}
	if v, err := in.Call(ctx, "math.factorial", 5); err != nil || v.String() != "120" {
		t.Error(v, err)
	}
	names := slices.Sorted(maps.Keys(in.Globals()))
	if !slices.Equal(names, []string{"count", "f", "g", "lock", "threading"}) {
		t.Error(names)
	}
	if err := in.Set("count", []int{1}); err != nil {
		t.Error(err)
	}
	if v, _ := in.Get("count"); v.String() != "[1]" || v.Class() != "list" {
		t.Error(v)
	}
	in.Close()
	if _, err := in.Call(ctx, "f", 1); !errors.Is(err, host.ErrClosed) {
		t.Error(err)
	}
}
