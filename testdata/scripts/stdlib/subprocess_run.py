# Processes of the operating system.
import subprocess
import sys
from subprocess import PIPE, STDOUT, DEVNULL, CalledProcessError, Popen, TimeoutExpired, run

print(run(["echo", "hi"], capture_output=True, text=True))
print(run(["cat"], input=b"data", capture_output=True).stdout, run("cat", input="text\n", text=True, stdout=PIPE).stdout)
r = run("echo out; echo err >&2; exit 3", shell=True, capture_output=True, text=True)
print(r.returncode, repr(r.stdout), repr(r.stderr), r.args)
print(run("echo a; echo b >&2", shell=True, stdout=PIPE, stderr=STDOUT, text=True).stdout)
print(subprocess.check_output(["printf", "x y"]), subprocess.call(["true"]), subprocess.call("exit 7", shell=True), subprocess.check_call(["true"]))
try:
    run(["false"], check=True)
except CalledProcessError as e:
    print(e, e.returncode, e.cmd, e.stdout)
try:
    subprocess.check_output("echo partial; exit 2", shell=True)
except CalledProcessError as e:
    print(e, e.output)
try:
    run(["sleep", "5"], timeout=0.1, capture_output=True)
except TimeoutExpired as e:
    print(e.cmd, e.timeout > 0)
for bad in (["no-such-program-here"], ["/no/such/path"], ["/tmp"]):
    try:
        run(bad)
    except OSError as e:
        print(type(e).__name__, e)
try:
    run(["true"], cwd="/no/dir")
except FileNotFoundError as e:
    print(e)
p = Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True)
print(p.poll(), p.communicate("hello\nworld\n"), p.returncode)
p = Popen(["sh", "-c", "for i in 1 2 3; do echo line $i; done"], stdout=PIPE, text=True, bufsize=1)
for line in p.stdout:
    print(line.rstrip())
print(p.wait())
with Popen(["tr", "a-z", "A-Z"], stdin=PIPE, stdout=PIPE) as p:
    p.stdin.write(b"shout\n")
    p.stdin.close()
    print(p.stdout.read())
p = Popen(["sleep", "10"])
print(p.poll())
p.terminate()
print(p.wait(), p.returncode)
p = Popen(["sleep", "10"])
p.kill()
try:
    print(p.wait(timeout=5))
except TimeoutExpired:
    print("late")
print(run(["sh", "-c", "echo $FOO; pwd"], env={"FOO": "bar", "PATH": "/usr/bin:/bin"}, cwd="/", capture_output=True, text=True).stdout)
print(subprocess.getoutput("echo got"), subprocess.getstatusoutput("exit 4"))
with open("out.txt", "w") as f:
    run(["echo", "to file"], stdout=f)
print(open("out.txt").read(), run(["cat", "out.txt"], stdout=DEVNULL).stdout)
with open("out.txt") as f:
    print(run(["cat"], stdin=f, capture_output=True).stdout)
print(subprocess.list2cmdline(["a b", "c", 'd"e']), run(["sh", "-c", "kill -9 $$"]).returncode)
a = Popen(["echo", "piped text"], stdout=PIPE)
b = Popen(["wc", "-w"], stdin=a.stdout, stdout=PIPE, text=True)
print(b.communicate()[0].strip())
