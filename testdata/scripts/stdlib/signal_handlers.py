# Signals and their handlers.
import signal
import time
import os

print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(9).name, signal.SIGINT == 2, signal.getsignal(signal.SIGTERM), signal.strsignal(signal.SIGTERM))
got = []


def handler(signum, frame):
    got.append(signal.Signals(signum).name)


old = signal.signal(signal.SIGUSR1, handler)
print(old, signal.getsignal(signal.SIGUSR1) is handler)
signal.raise_signal(signal.SIGUSR1)
print(got)
os.kill(os.getpid(), signal.SIGUSR1)
end = time.time() + 3
while len(got) < 2 and time.time() < end:
    time.sleep(0.01)
print(got)


def on_alarm(signum, frame):
    raise TimeoutError("too slow")


signal.signal(signal.SIGALRM, on_alarm)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(5)
    print("slept")
except TimeoutError as e:
    print("caught", e)
signal.alarm(1)
try:
    while True:
        pass
except TimeoutError as e:
    print("caught", e)
print(signal.alarm(0), signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler, repr(signal.SIG_DFL))
os.kill(os.getpid(), signal.SIGUSR1)
for bad in (lambda: signal.signal(signal.SIGUSR1, 5), lambda: signal.signal(99, handler), lambda: signal.signal(signal.SIGKILL, handler)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


def stop(signum, frame):
    print("interrupted by", signum)


signal.signal(signal.SIGINT, stop)
os.kill(os.getpid(), signal.SIGINT)
time.sleep(0.05)
print("done")
