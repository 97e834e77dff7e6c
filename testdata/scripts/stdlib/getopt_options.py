# getopt, contextvars, sched.
import contextvars
import getopt
import sched
import threading

print(getopt.getopt(["-a", "-b", "val", "--long=x", "--fl", "rest", "-z"], "ab:", ["long=", "flag"]), getopt.gnu_getopt(["x", "-a", "y", "--", "-b"], "a"))
for bad in (["-q"], ["-b"], ["--no"], ["--flag=1"], ["--long"]):
    try:
        getopt.getopt(bad, "ab:", ["long=", "flag"])
    except getopt.GetoptError as e:
        print(e, e.opt)
var = contextvars.ContextVar("var", default=1)
token = var.set(2)
print(var.get(), var.name)
ctx = contextvars.copy_context()


def change():
    var.set(9)
    return var.get()


print(ctx.run(change), var.get(), ctx[var], var in ctx)
var.reset(token)
print(var.get())
t = threading.Thread(target=lambda: print("thread", var.get()))
t.start()
t.join()
try:
    contextvars.ContextVar("none").get()
except LookupError:
    print("unset")
s = sched.scheduler()
out = []
s.enter(0.02, 1, out.append, ("late",))
s.enter(0.01, 2, out.append, ("soon",))
gone = s.enter(0.01, 1, out.append, ("gone",))
s.cancel(gone)
print(s.empty(), len(s.queue))
s.run()
print(out, s.empty())
