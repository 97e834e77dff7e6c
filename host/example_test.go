package host_test

// The examples of docs/embedding.md, in its order. A test checks that the text and
// these are the same.

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"strings"
	"testing/fstest"
	"time"

	"starpool/host"
)

func Example() {
	in, err := host.New(host.WithStdout(os.Stdout))
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	src := `with ThreadPoolExecutor(4) as pool: print(sum(pool.map(lambda n: n * n, range(10))))`
	if err := in.Run(context.Background(), "squares", []byte(src)); err != nil {
		log.Fatal(err)
	}
	// Output: 285
}

func ExampleWithStdout() {
	var out, errs strings.Builder
	in, _ := host.New(
		host.WithStdin(strings.NewReader("Ada\n")),
		host.WithStdout(&out),
		host.WithStderr(&errs),
		host.WithArgs("greet.py", "--polite"),
	)
	defer in.Close()
	in.Run(context.Background(), "greet.py", []byte(`
import sys
print("hello", input(), sys.argv[1:])
print("done", file=sys.stderr)
`))
	fmt.Printf("%q %q\n", out.String(), errs.String())
	// Output: "hello Ada ['--polite']\n" "done\n"
}

func ExampleInterpreter_Globals() {
	in, _ := host.New()
	defer in.Close()
	in.Run(context.Background(), "config.py", []byte(`
retries = 3
servers = ["a.example", "b.example"]
limits = {"cpu": 0.5, "memory": 2**30}
`))
	v, _ := in.Get("servers")
	servers, err := host.As[[]string](v)
	fmt.Println(servers, err)
	v, _ = in.Get("limits")
	limits, err := host.As[map[string]float64](v)
	fmt.Println(limits["memory"], err)
	_, err = host.As[map[string]int](v)
	fmt.Println(err)
	fmt.Println(len(in.Globals()))
	// Output:
	// [a.example b.example] <nil>
	// 1.073741824e+09 <nil>
	// ['cpu']: want int, got float
	// 3
}

func ExampleAs() {
	type Item struct {
		Name  string
		Price float64 `starpool:"cost"`
	}
	in, _ := host.New()
	defer in.Close()
	in.Run(context.Background(), "orders.py", []byte(`
orders = [{"name": "tea", "cost": 2.5}, {"name": "milk", "cost": "free"}]
def total(items): return sum(i.cost for i in items)
`))
	v, _ := in.Get("orders")
	_, err := host.As[[]Item](v)
	fmt.Println(err)

	f, _ := in.Get("total")
	total, err := host.As[func([]Item) (float64, error)](f)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(total([]Item{{"tea", 2.5}, {"milk", 1}}))
	// Output:
	// [1].cost: want float64, got str
	// 3.5 <nil>
}

type Account struct {
	Owner   string
	Balance int
}

// Deposit adds to the balance.
func (a *Account) Deposit(amount int) error {
	if amount <= 0 {
		return errors.New("amount must be positive")
	}
	a.Balance += amount
	return nil
}

func ExampleWithGlobals() {
	type Options struct {
		Retries int
		Timeout time.Duration
	}
	account := &Account{Owner: "Ada"}
	in, _ := host.New(host.WithStdout(os.Stdout), host.WithGlobals(map[string]any{
		"account": account,
		"join":    func(sep string, parts ...string) string { return strings.Join(parts, sep) },
		"fetch": func(ctx context.Context, url string, o Options) (string, int, error) {
			return fmt.Sprint(url, " in ", o.Timeout), o.Retries, ctx.Err()
		},
	}))
	defer in.Close()
	in.Run(context.Background(), "host.py", []byte(`
account.deposit(30)
account.balance += 12
print(account, join("-", "a", "b"), fetch("x.example", retries=2, timeout=1.5))
try: account.deposit(-1)
except RuntimeError as e: print(e)
try: account.balance = "lots"
except TypeError as e: print(e)
`))
	fmt.Println(account.Balance)
	// Output:
	// Account(owner='Ada', balance=42) a-b ('x.example in 1.5s', 2)
	// amount must be positive
	// balance: want int, got str
	// 42
}

func ExampleToValue() {
	in, _ := host.New(host.WithStdout(os.Stdout))
	defer in.Close()
	in.Exec(context.Background(), "show.py", []byte("def show(x): print(type(x).__name__, x)"))
	jobs := make(chan int, 2)
	jobs <- 1
	jobs <- 2
	close(jobs)
	in.Call(context.Background(), "show", map[string][]int{"b": {2}, "a": nil})
	in.Call(context.Background(), "show", 90*time.Second)
	v, err := host.ToValue(in, jobs)
	if err != nil {
		log.Fatal(err)
	}
	list, _ := in.Call(context.Background(), "builtins.list", v)
	fmt.Println(list)
	// Output:
	// dict {'a': [], 'b': [2]}
	// timedelta 0:01:30
	// [1, 2]
}

func ExampleWithModule() {
	in, _ := host.New(host.WithStdout(os.Stdout),
		host.WithModule("shop", map[string]any{
			"VERSION": 3,
			"price":   func(name string) float64 { return float64(len(name)) },
		}),
		host.WithLoader(fstest.MapFS{ // an embed.FS in a real program
			"rules/__init__.py": {Data: []byte("from .vat import gross\n")},
			"rules/vat.py":      {Data: []byte("import shop\ndef gross(name): return shop.price(name) * 1.2\n")},
		}),
		host.WithoutModules("subprocess", "socket"),
	)
	defer in.Close()
	in.Run(context.Background(), "main.py", []byte(`
import shop, rules
print(shop.VERSION, rules.gross("apple"))
try: import socket
except ModuleNotFoundError as e: print(e)
`))
	// Output:
	// 3 6.0
	// No module named 'socket'
}

func ExampleCompile() {
	p, err := host.Compile("rule.py", []byte("ok = amount < 100"), host.WithGlobals(map[string]any{"amount": 0}))
	if err != nil {
		log.Fatal(err) // a SyntaxError, before anything runs
	}
	for _, amount := range []int{50, 500} {
		in, _ := host.New(host.WithGlobals(map[string]any{"amount": amount}))
		in.RunProgram(context.Background(), p)
		ok, _ := in.Get("ok")
		fmt.Println(amount, ok)
		in.Close()
	}
	_, err = host.Compile("bad.py", []byte("ok = = 1"))
	fmt.Println(err)
	// Output:
	// 50 True
	// 500 False
	// SyntaxError: invalid syntax (bad.py, line 1)
}

func ExampleInterpreter_Call() {
	in, _ := host.New()
	defer in.Close()
	ctx := context.Background()
	// Exec, not Run: the pool is there for the calls that follow.
	err := in.Exec(ctx, "handler.py", []byte(`
pool = ThreadPoolExecutor(4)
def handle(name, *, shout=False):
    f = pool.submit(str.upper if shout else str.title, name)
    return {"hello": f.result()}
`))
	if err != nil {
		log.Fatal(err)
	}
	v, err := in.Call(ctx, "handle", "ada", host.Kwargs{"shout": true})
	if err != nil {
		log.Fatal(err)
	}
	answer, err := host.As[map[string]string](v)
	fmt.Println(answer, err)
	if err := in.End(ctx); err != nil { // waits for tasks, runs exit handlers
		log.Fatal(err)
	}
	// Output: map[hello:ADA] <nil>
}

func ExampleInterpreter_SubmitTo() {
	in, _ := host.New()
	defer in.Close()
	ctx := context.Background()
	in.Exec(ctx, "work.py", []byte(`
cores = InterpreterPoolExecutor(2)
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
`))
	here := in.Submit(ctx, "collatz", 27)               // a thread of this interpreter
	there := in.SubmitTo(ctx, "cores", "collatz", 9663) // another core
	a, err := here.Result(ctx)
	fmt.Println(a, err)
	b, err := there.Result(ctx)
	fmt.Println(b, err)
	// Output:
	// 111 <nil>
	// 184 <nil>
}

func ExampleInterpreter_Run_cancellation() {
	in, _ := host.New(host.WithStdout(os.Stdout))
	defer in.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	err := in.Run(ctx, "busy.py", []byte(`
def busy():
    while True:
        try: pass
        except BaseException: pass
with ThreadPoolExecutor(3) as pool:
    for _ in range(10): pool.submit(busy)
`))
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	fmt.Println(in.Run(context.Background(), "next.py", []byte("print('goes on')")))
	// Output:
	// true
	// goes on
	// <nil>
}

func ExampleError() {
	in, _ := host.New()
	defer in.Close()
	err := in.Run(context.Background(), "bill.py", []byte(`
def price(order):
    return order["price"]
try:
    price({})
except KeyError as e:
    raise ValueError("bad order") from e
`))
	var e *host.Error
	if errors.As(err, &e) {
		fmt.Println(e.Class, "|", e.Message, "|", e.Cause.Class)
		fmt.Println(strings.Contains(e.Traceback, `File "bill.py", line 3, in price`))
	}
	fmt.Println(errors.Is(err, host.Builtin("ValueError")), errors.Is(err, host.Builtin("LookupError")))
	// Output:
	// ValueError | bad order | KeyError
	// true
	// true true
}

// NotFound is a class of exceptions that Go and scripts share.
var NotFound = host.NewException("shop.NotFound", host.Builtin("LookupError"))

func ExampleNewException() {
	in, _ := host.New(host.WithStdout(os.Stdout),
		host.WithModule("shop", map[string]any{
			"NotFound": NotFound,
			"open":     func(name string) error { return fmt.Errorf("open %s: %w", name, fs.ErrNotExist) },
			"find":     func(id int) (string, error) { return "", NotFound.Errorf("no order %d", id) },
		}),
		host.WithErrorMapper(func(err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return NotFound.Wrap(err)
			}
			return nil // as by default
		}),
	)
	defer in.Close()
	err := in.Run(context.Background(), "find.py", []byte(`
import shop
try: shop.find(7)
except shop.NotFound as e: print("caught", e)
shop.open("x")
`))
	fmt.Println(err)
	fmt.Println(errors.Is(err, NotFound), errors.Is(err, fs.ErrNotExist))
	// Output:
	// caught no order 7
	// shop.NotFound: open x: file does not exist
	// true true
}
