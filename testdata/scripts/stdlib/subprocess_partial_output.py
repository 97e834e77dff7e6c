# What a command has written when its time is up goes with the exception, as bytes also in text mode.
import subprocess


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except subprocess.TimeoutExpired as e:
        print(e, e.output, e.stdout, e.stderr)


BOTH = 'echo out; echo err >&2; exec sleep 30'
attempt(subprocess.run, BOTH, shell=True, capture_output=True, text=True, timeout=0.6)
attempt(subprocess.check_output, BOTH, shell=True, stderr=subprocess.STDOUT, timeout=0.6)
attempt(subprocess.run, 'exec sleep 30', shell=True, capture_output=True, timeout=0.1)
with subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
    attempt(child.communicate, b'all of it', timeout=30)
with subprocess.Popen('echo first; read line; echo $line', shell=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
    print(child.stdout.readline())
    child.stdin.write(b'second\n')
    print(child.communicate())
    print(child.stdout.closed, child.stderr.closed, child.returncode)
