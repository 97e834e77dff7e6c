# Sums numbers that lie in shared memory: workers get a name and a range, not the numbers.
import struct
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.shared_memory import SharedMemory


def part(name, start, stop):
    shm = SharedMemory(name=name)
    try:
        numbers = struct.unpack_from(f'{stop - start}q', shm.buf, 8 * start)
        # The place of the first number holds the sum afterwards.
        struct.pack_into('q', shm.buf, 8 * start, sum(numbers))
        return start
    finally:
        shm.close()


def main():
    n, step = 4000, 1000
    shm = SharedMemory(create=True, size=8 * n)
    try:
        struct.pack_into(f'{n}q', shm.buf, 0, *range(n))
        with ProcessPoolExecutor(2) as pool:
            starts = list(pool.map(part, [shm.name] * (n // step), range(0, n, step), range(step, n + 1, step)))
        sums = [struct.unpack_from('q', shm.buf, 8 * s)[0] for s in starts]
        print(starts, sums, sum(sums) == sum(range(n)))
    finally:
        shm.close()
        shm.unlink()


if __name__ == '__main__':
    main()
