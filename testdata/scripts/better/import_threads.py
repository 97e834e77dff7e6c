# Two threads load modules that import each other: neither waits forever. And a
# module that fails does so for each thread that imports it, where CPython lets
# those that waited go on with what there is of it.
import os
import sys
import tempfile
import threading

folder = tempfile.TemporaryDirectory()
sys.path.insert(0, folder.name)


def write(name, text):
    with open(os.path.join(folder.name, name + '.py'), 'w') as f:
        f.write(text)


write('one_half', '''
import time
time.sleep(0.02)
import other_half
name = 'one'
''')
write('other_half', '''
import time
time.sleep(0.02)
import one_half
name = 'other'
''')
write('failing_module', '''
import time
time.sleep(0.02)
raise ValueError('no')
''')
results = []


def halves(i):
    if i % 2:
        import one_half
        results.append(one_half is sys.modules['one_half'])
    else:
        import other_half
        results.append(other_half is sys.modules['other_half'])


def fail(i):
    try:
        import failing_module
    except ValueError as e:
        results.append(str(e))


for target in (halves, fail):
    threads = [threading.Thread(target=target, args=(i,)) for i in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(results)
    results.clear()
import one_half, other_half
print(one_half.name, other_half.name)
folder.cleanup()
