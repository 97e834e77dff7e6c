# Shared memory: blocks with a name, and lists in them.
import multiprocessing as mp
import struct
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList, SharedMemory


def fill(name, at, values):
    shm = SharedMemory(name=name)
    for i, v in enumerate(values):
        struct.pack_into('d', shm.buf, 8 * (at + i), v)
    shm.close()


def double(shm):
    for i in range(4):
        shm.buf[i] = shm.buf[i] * 2
    shm.close()


def change(items):
    items[0] = 'changed'
    items[1] += 1
    items[4] = None
    items.shm.close()


def run(target, *args):
    p = mp.Process(target=target, args=args)
    p.start()
    p.join()
    return p.exitcode


def main():
    shm = SharedMemory(create=True, size=80)
    print(shm.size >= 80, shm.name.startswith('psm_'), bytes(shm.buf[:4]), len(shm.buf) == shm.size)
    print([run(fill, shm.name, 5 * k, [k + 0.5] * 5) for k in range(2)])
    print(struct.unpack_from('10d', shm.buf))
    shm.buf[:4] = b'\x01\x02\x03\x04'
    print(run(double, shm), bytes(shm.buf[:4]), shm.buf[3])
    other = SharedMemory(shm.name)
    other.buf[0] = 99
    print(shm.buf[0], other.name == shm.name, repr(other) == repr(shm))
    other.close()
    print(other.buf, shm.buf[0])
    with_slash = SharedMemory('/' + shm.name)
    print(with_slash.buf[0])
    with_slash.close()
    try:
        SharedMemory(shm.name, create=True, size=10)
    except FileExistsError as e:
        print('FileExistsError', e.errno)
    for args in ({'create': True}, {}, {'size': -1, 'create': True}):
        try:
            SharedMemory(**args)
        except ValueError as e:
            print(e)
    try:
        shm.buf[1000] = 1
    except IndexError as e:
        print(e)
    name = shm.name
    shm.close()
    shm.close()
    shm.unlink()
    for again in (lambda: SharedMemory(name),):
        try:
            again()
        except FileNotFoundError as e:
            print('FileNotFoundError', e.errno, str(e).replace(name, 'NAME'))

    items = ShareableList(['text', 7, 2.5, b'bytes', True, None, 'ü' * 3])
    print(list(items), len(items), items[-1], items.format)
    print(run(change, items), list(items))
    items[6] = 'short'
    print(items[6], items.count('short'), items.index('short'), 2.5 in items)
    for call in (lambda: items[9], lambda: items.index('nowhere'), lambda: items.__setitem__(0, 'x' * 100), lambda: items.__setitem__(20, 1)):
        try:
            call()
        except (IndexError, ValueError) as e:
            print(type(e).__name__, e)
    again = ShareableList(name=items.shm.name)
    again[2] = 3.5
    print(items[2], repr(again).replace(items.shm.name, 'NAME'))
    again.shm.close()
    items.shm.close()
    items.shm.unlink()
    with SharedMemoryManager() as manager:
        block, listed = manager.SharedMemory(16), manager.ShareableList(range(5))
        print(run(double, block), sum(listed))
        name = block.name
    try:
        SharedMemory(name)
    except FileNotFoundError:
        print('gone with its manager')
    empty = ShareableList([])
    print(len(empty), list(empty))
    empty.shm.close()
    empty.shm.unlink()


if __name__ == '__main__':
    main()
