# A module that many threads import at once is whole for each of them.
import os
import sys
import tempfile
import threading

folder = tempfile.TemporaryDirectory()
sys.path.insert(0, folder.name)


def write(name, text):
    with open(os.path.join(folder.name, name + '.py'), 'w') as f:
        f.write(text)


write('slow_module', '''
import time
first = 1
time.sleep(0.05)
last = 2
''')
results = []


def use(i):
    import slow_module
    results.append(slow_module.first + slow_module.last)


def standard(i):
    import tarfile
    results.append(callable(tarfile.open) and callable(tarfile.is_tarfile))


for target in (use, standard):
    threads = [threading.Thread(target=target, args=(i,)) for i in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(target.__name__, results)
    results.clear()
folder.cleanup()
