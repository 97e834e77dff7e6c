# Multiplies matrices, a row a task, with the second matrix sent once to each worker.
from multiprocessing import Pool

_b = None


def begin(b):
    global _b
    _b = list(zip(*b))


def row(a):
    return [sum(x * y for x, y in zip(a, column)) for column in _b]


def multiply(a, b, workers=2):
    with Pool(workers, initializer=begin, initargs=(b,)) as pool:
        return pool.map(row, a, chunksize=4)


def matrix(n, f):
    return [[f(i, j) for j in range(n)] for i in range(n)]


def main():
    n = 24
    a = matrix(n, lambda i, j: (i * 3 + j * 5) % 7 - 3)
    b = matrix(n, lambda i, j: (i - j) * 0.5)
    unit = matrix(n, lambda i, j: int(i == j))
    c = multiply(a, b)
    print(c[0][:4], c[-1][-3:], sum(map(sum, c)))
    print(multiply(a, unit) == a, multiply(unit, b) == b)
    begin(b)
    print(c == [row(r) for r in a])


if __name__ == '__main__':
    main()
