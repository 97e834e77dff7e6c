package subprocess

// This file defines the process object that Popen is built on.

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// What the script passes for a stream besides a file.
const (
	pipe    = -1
	merged  = -2
	devNull = -3
)

var processClass = object.NewClass(object.Spec{Name: "_Process", Module: "subprocess", Final: true})

// A process is the State of a _Process.
type process struct {
	cmd  *exec.Cmd
	done chan struct{}
	code int // when done is closed

	in       *os.File // our ends of the pipes, or nil
	out, err *os.File

	talk     sync.Once // communicate's readers run
	talked   chan struct{}
	budget   *isolate.Budget
	gathered sync.Mutex // guards the buffers
	outBytes bytes.Buffer
	errBytes bytes.Buffer
}

// descriptors keeps the files of bare descriptor numbers from being closed by
// the garbage collector: they are the script's.
var (
	descriptorsMu sync.Mutex
	descriptors   = make(map[int]*os.File)
)

func descriptor(fd int) *os.File {
	descriptorsMu.Lock()
	defer descriptorsMu.Unlock()
	f := descriptors[fd]
	if f == nil {
		f = os.NewFile(uintptr(fd), "")
		descriptors[fd] = f
	}
	return f
}

// stream is what a child gets as one of its standard streams.
type stream struct {
	child  any // an io.Reader or io.Writer; an *os.File in most cases
	parent *os.File
	close  *os.File // to close in the parent once the child runs
}

func openStream(t *thread, v value, write bool, inherited any) (stream, error) {
	if v == starlark.None {
		return stream{child: inherited}, nil
	}
	if x, ok := v.(*object.Instance); ok {
		if f := files.OSFile(x); f != nil {
			return stream{child: f}, nil
		}
	}
	var fd int
	var err error
	if n, ok := object.Base(v).(starlark.Int); ok {
		if fd, err = object.Int(t, n); err != nil {
			return stream{}, err
		}
	} else {
		r, err := object.CallMethod(t, v, "fileno")
		if err != nil {
			return stream{}, err
		}
		if fd, err = object.Int(t, r); err != nil {
			return stream{}, err
		}
	}
	switch fd {
	case devNull:
		f, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
		return stream{child: f, close: f}, object.RaiseOS(err, os.DevNull)
	case pipe:
		r, w, err := os.Pipe()
		if err != nil {
			return stream{}, object.RaiseOS(err, "")
		}
		if write {
			return stream{child: w, parent: r, close: w}, nil
		}
		return stream{child: r, parent: w, close: r}, nil
	}
	if fd >= 0 && fd <= 2 {
		return stream{child: permit.Stream(t.Isolate(), fd)}, nil
	}
	if !permit.OwnsDescriptors(t.Isolate()) {
		f := permit.KnownFile(t.Isolate(), fd)
		if f == nil {
			return stream{}, object.RaiseErrno(9, "")
		}
		return stream{child: f}, nil
	}
	return stream{child: descriptor(fd)}, nil
}

func spawn(t *thread, a args) (value, error) {
	var argv []string
	if err := object.ForEach(t, a[0], func(v value) error {
		s, err := files.Path(t, v)
		argv = append(argv, s)
		return err
	}); err != nil {
		return nil, err
	}
	if len(argv) == 0 {
		return nil, object.Raise(object.IndexError, "list index out of range")
	}
	name := argv[0]
	if a[1] != starlark.None {
		s, err := files.Path(t, a[1])
		if err != nil {
			return nil, err
		}
		name = s
	}
	env, err := environment(t, a[3])
	if err != nil {
		return nil, err
	}
	dir := ""
	if a[2] != starlark.None {
		if dir, err = files.Path(t, a[2]); err != nil {
			return nil, err
		}
	}
	policy, fs := permit.Of(t), permit.Files(t)
	if err := policy.MayRun(name); err != nil {
		return nil, permit.Raise(err)
	}
	if err := policy.RunEnv(env); err != nil {
		return nil, permit.Raise(err)
	}
	asked := dir
	if dir == "" {
		dir = permit.Dir(t.Isolate())
	}
	path := ""
	err = t.Block(func(context.Context) error {
		if asked != "" {
			st, err := fs.Stat(asked)
			if err == nil && !st.IsDir() {
				err = syscall.ENOTDIR
			}
			if err == nil {
				dir, err = fs.Path(asked, permit.Read)
			}
			if err != nil {
				return object.RaiseOS(err, asked)
			}
		}
		path, err = find(name, dir, env)
		if err != nil {
			return cmp.Or(permit.Raise(policy.Missing(name)), err)
		}
		path, err = policy.Run(name, path)
		return permit.Raise(err)
	})
	if err != nil {
		return nil, err
	}
	cmd := &exec.Cmd{Path: path, Args: argv, Dir: dir, Env: env}
	iso := t.Isolate()
	in, err := openStream(t, a[4], false, iso.Stdin)
	if err != nil {
		return nil, err
	}
	out, err := openStream(t, a[5], true, iso.Stdout)
	if err != nil {
		return nil, err
	}
	errs := stream{child: out.child}
	if n, ok := a[6].(starlark.Int); !ok || n != starlark.MakeInt(merged) {
		if errs, err = openStream(t, a[6], true, iso.Stderr); err != nil {
			return nil, err
		}
	}
	cmd.Stdin, _ = in.child.(io.Reader)
	cmd.Stdout, _ = out.child.(io.Writer)
	cmd.Stderr, _ = errs.child.(io.Writer)
	setGroup(cmd, a[9] == starlark.True, a[10])
	err = t.Block(func(context.Context) error { return cmd.Start() })
	for _, s := range []stream{in, out, errs} {
		if s.close != nil {
			s.close.Close()
		}
		if err != nil && s.parent != nil {
			s.parent.Close()
		}
	}
	if err != nil {
		return nil, object.RaiseOS(err, name)
	}
	p := &process{cmd: cmd, done: make(chan struct{}), talked: make(chan struct{}), in: in.parent, out: out.parent, err: errs.parent}
	p.budget = iso.Budget()
	unhook := context.AfterFunc(iso.Context(), func() {
		if iso.Stopped() != nil { // a program that just ends leaves its children alone
			cmd.Process.Kill()
		}
	})
	go func() {
		err := cmd.Wait()
		unhook()
		p.code = exitCode(cmd, err)
		close(p.done)
	}()
	x := object.Make(processClass, t, p)
	return wrapPipes(t, x, p, a[7], a[8])
}

// environment turns a mapping into NAME=value strings; None is our own.
func environment(t *thread, v value) ([]string, error) {
	if v == starlark.None {
		return permit.EnvironList(t.Isolate()), nil
	}
	keys, err := object.Slice(t, v)
	if err != nil {
		return nil, err
	}
	env := []string{}
	for _, k := range keys {
		x, err := object.GetItem(t, v, k)
		if err != nil {
			return nil, err
		}
		name, err := files.Path(t, k)
		if err != nil {
			return nil, err
		}
		s, err := files.Path(t, x)
		if err != nil {
			return nil, err
		}
		env = append(env, name+"="+s)
	}
	return env, nil
}

// find looks a program up in the PATH of the environment.
func find(name, dir string, env []string) (string, error) {
	if strings.ContainsRune(name, filepath.Separator) || strings.Contains(name, "/") {
		full := name
		if !filepath.IsAbs(name) && dir != "" {
			full = filepath.Join(dir, name)
		}
		st, err := os.Stat(full)
		if err != nil {
			return "", object.RaiseOS(err, name)
		}
		if st.IsDir() {
			return "", object.RaiseOS(syscall.EACCES, name)
		}
		if abs, err := filepath.Abs(full); err == nil {
			return abs, nil
		}
		return full, nil
	}
	search := os.Getenv("PATH")
	for _, e := range env {
		if s, ok := strings.CutPrefix(e, "PATH="); ok {
			search = s
		}
	}
	var denied error
	for _, d := range filepath.SplitList(search) {
		if d == "" {
			d = "."
		}
		full := filepath.Join(d, name)
		if p, err := exec.LookPath(full); err == nil || errors.Is(err, exec.ErrDot) {
			return p, nil
		} else if errors.Is(err, os.ErrPermission) {
			denied = syscall.EACCES
		}
	}
	if denied == nil {
		denied = syscall.ENOENT
	}
	return "", object.RaiseOS(denied, name)
}

func exitCode(cmd *exec.Cmd, err error) int {
	st := cmd.ProcessState
	if st == nil {
		return -1
	}
	if ws, ok := st.Sys().(syscall.WaitStatus); ok && ws.Signaled() {
		return -int(ws.Signal())
	}
	return st.ExitCode()
}

// number returns a file's descriptor. Fd would make the file one whose Close does
// not end a Read.
func number(f *os.File) (int, error) {
	fd := -1
	c, err := f.SyscallConn()
	if err == nil {
		err = c.Control(func(n uintptr) { fd = int(n) })
	}
	return fd, err
}

// wrapPipes returns (process, stdin, stdout, stderr).
func wrapPipes(t *thread, x value, p *process, text, bufsize value) (value, error) {
	var layer *files.Layer
	if l, ok := text.(starlark.Tuple); ok {
		layer = &files.Layer{}
		layer.Encoding, _ = object.Text(l[0])
		layer.Errors, _ = object.Text(l[1])
	}
	size, err := object.Int(t, bufsize)
	if err != nil {
		return nil, err
	}
	result := starlark.Tuple{x, starlark.None, starlark.None, starlark.None}
	for i, f := range []*os.File{p.in, p.out, p.err} {
		if f == nil {
			continue
		}
		fd, err := number(f)
		if err != nil {
			return nil, object.RaiseOS(err, "")
		}
		name := starlark.MakeInt(fd)
		var file *object.Instance
		if i == 0 {
			l := layer
			if l != nil {
				c := *l
				c.Lines = size == 1
				l = &c
			}
			file, err = files.MakeFile(t, name, "wb", nil, f, size, l)
		} else {
			file, err = files.MakeFile(t, name, "rb", f, nil, size, layer)
		}
		if err != nil {
			return nil, err
		}
		result[1+i] = file
	}
	return result, nil
}

func of(v value) *process { return v.(*object.Instance).State.(*process) }

// timeout reads a number of seconds; nil means no limit.
func timeout(t *thread, v value) (<-chan time.Time, func(), error) {
	if v == starlark.None {
		return nil, func() {}, nil
	}
	s, err := object.Float(t, v)
	if err != nil {
		return nil, nil, err
	}
	timer := time.NewTimer(isolate.Seconds(s))
	return timer.C, func() { timer.Stop() }, nil
}

// await waits for a channel; it returns false after the timeout. A script that the
// host stops here cannot kill the child as one that Ctrl-C interrupts does, so
// this does.
func (p *process) await(t *thread, done <-chan struct{}, limit value) (bool, error) {
	select {
	case <-done:
		return true, nil
	default:
	}
	after, stop, err := timeout(t, limit)
	if err != nil {
		return false, err
	}
	defer stop()
	ok := false
	err = t.Block(func(ctx context.Context) error {
		select {
		case <-done:
			ok = true
		case <-after:
		case <-ctx.Done():
		}
		return nil
	})
	if err != nil && object.IsCancellation(err) {
		p.cmd.Process.Kill()
	}
	return ok, err
}

// A bounded writer refuses what the limit of memory does not leave room for, which
// ends the script.
type bounded struct {
	mu     *sync.Mutex
	b      *bytes.Buffer
	budget *isolate.Budget
}

// Write implements io.Writer.
func (w bounded) Write(p []byte) (int, error) {
	if !w.budget.Fits(3 * int64(len(p))) {
		return 0, w.budget.Exceed(isolate.Memory)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

// converse feeds the child and collects what it writes, until the streams end,
// the script closes them or its interpreter is gone.
func (p *process) converse(ctx context.Context, input string) {
	var wg sync.WaitGroup
	unhook := context.AfterFunc(ctx, func() {
		for _, f := range []*os.File{p.in, p.out, p.err} {
			if f != nil {
				f.Close()
			}
		}
	})
	if p.in != nil {
		wg.Add(1)
		go func() {
			defer wg.Done()
			io.WriteString(p.in, input) // a child that stops reading is no error
			p.in.Close()
		}()
	}
	for _, s := range []struct {
		f *os.File
		b *bytes.Buffer
	}{{p.out, &p.outBytes}, {p.err, &p.errBytes}} {
		if s.f != nil {
			wg.Add(1)
			go func() {
				defer wg.Done()
				io.Copy(bounded{&p.gathered, s.b, p.budget}, s.f)
			}()
		}
	}
	go func() {
		wg.Wait()
		unhook()
		<-p.done
		close(p.talked)
	}()
}

// output returns what has been collected so far.
func (p *process) output() starlark.Tuple {
	p.gathered.Lock()
	defer p.gathered.Unlock()
	return starlark.Tuple{object.MakeBytes(p.outBytes.String()), object.MakeBytes(p.errBytes.String())}
}

func init() {
	processClass.AddMethods(
		object.Def{Sig: "poll(self, /)", Fn: func(t *thread, a args) (value, error) {
			p := of(a[0])
			select {
			case <-p.done:
				return starlark.MakeInt(p.code), nil
			default:
				return starlark.None, nil
			}
		}},
		object.Def{Sig: "wait(self, timeout, /)", Fn: func(t *thread, a args) (value, error) {
			p := of(a[0])
			ok, err := p.await(t, p.done, a[1])
			if err != nil || !ok {
				return starlark.None, err
			}
			return starlark.MakeInt(p.code), nil
		}},
		object.Def{Sig: "send(self, signal, /)", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			err = sendSignal(of(a[0]).cmd.Process, n)
			if errors.Is(err, os.ErrProcessDone) {
				err = nil
			}
			return starlark.None, object.RaiseOS(err, "")
		}},
		object.Def{Sig: "communicate(self, input, timeout, /)", Fn: func(t *thread, a args) (value, error) {
			p := of(a[0])
			input, _ := types.BytesLike(a[1])
			p.talk.Do(func() { p.converse(t.Isolate().Context(), input) })
			ok, err := p.await(t, p.talked, a[2])
			if err != nil {
				return nil, err
			}
			if !ok {
				return starlark.None, nil
			}
			return p.output(), nil
		}},
		object.Def{Sig: "output(self, /)", Fn: func(t *thread, a args) (value, error) { return of(a[0]).output(), nil }},
	)
	processClass.AddAttrs(object.Attr{Name: "pid", Get: func(t *thread, self value) (value, error) {
		return starlark.MakeInt(of(self).cmd.Process.Pid), nil
	}})
}
