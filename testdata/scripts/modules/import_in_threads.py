# Threads that import a module at once all get it whole.
import os
import sys
import tempfile
import threading
import time

with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, 'slow_module.py'), 'w') as f:
        f.write('import time\nbefore = 1\ntime.sleep(0.1)\nafter = 2\n')
    with open(os.path.join(folder, 'failing_module.py'), 'w') as f:
        f.write('import time\ntime.sleep(0.02)\nraise ValueError("no")\n')
    for one, other in (('left', 'right'), ('right', 'left')):
        with open(os.path.join(folder, f'{one}_module.py'), 'w') as f:
            f.write(f'import time\nearly = "{one}"\ntime.sleep(0.05)\nimport {other}_module\nlate = {other}_module.early\n')
    sys.path.insert(0, folder)
    found, failed = [], []

    def slow():
        import slow_module
        found.append(slow_module.after)
        import mimetypes, http.server, csv, textwrap
        found.append(mimetypes.guess_type('x.html')[0] + http.server.HTTPServer.__name__ + textwrap.dedent(' x'))

    def failing():
        try:
            import failing_module
        except ValueError as e:
            failed.append(str(e))

    threads = [threading.Thread(target=slow) for _ in range(20)] + [threading.Thread(target=failing) for _ in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(sorted(map(str, set(found))), len(found), set(failed))

    # Two that import each other, from two threads: nobody waits for ever.
    def load(name):
        __import__(name)

    threads = [threading.Thread(target=load, args=(name,)) for name in ('left_module', 'right_module')]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(sys.modules['left_module'].late, sys.modules['right_module'].late)
