# A matrix class: arithmetic, determinant, inverse, power, printing; plain loops and comprehensions.


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows of different length")
        self.shape = len(self.rows), len(self.rows[0]) if self.rows else 0

    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @classmethod
    def of(cls, m, n, f): return cls([[f(i, j) for j in range(n)] for i in range(m)])

    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]]

    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v

    def __eq__(self, other): return isinstance(other, Matrix) and self.rows == other.rows

    def _zip(self, other, f):
        if self.shape != other.shape:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not match")
        return Matrix([[f(a, b) for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __add__(self, other): return self._zip(other, lambda a, b: a + b)
    def __sub__(self, other): return self._zip(other, lambda a, b: a - b)
    def __neg__(self): return self * -1

    def __mul__(self, k):
        if isinstance(k, Matrix):
            return NotImplemented
        return Matrix([[a * k for a in r] for r in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError("inner dimensions differ")
        cols = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    @property
    def T(self): return Matrix(zip(*self.rows))

    def minor(self, i, j): return Matrix([r[:j] + r[j + 1:] for r in self.rows[:i] + self.rows[i + 1:]])

    def det(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * self.minor(0, j).det() for j in range(self.shape[1]))

    def inverse(self):
        d = self.det()
        if d == 0:
            raise ZeroDivisionError("matrix is singular")
        n = self.shape[0]
        if n == 1: return Matrix([[1 / d]])
        return Matrix.of(n, n, lambda i, j: (-1) ** (i + j) * self.minor(j, i).det() / d)

    def __str__(self):
        cells = [[f"{c:.3g}" if isinstance(c, float) else str(c) for c in r] for r in self.rows]
        width = max(len(c) for r in cells for c in r)
        return "\n".join("[" + " ".join(c.rjust(width) for c in r) + "]" for r in cells)

    def __repr__(self): return f"Matrix({self.rows})"

    def __iter__(self): return (x for r in self.rows for x in r)


a = Matrix([[1, 2], [3, 4]])
b = Matrix.of(2, 2, lambda i, j: i * 10 + j)
print(a + b, a - b, a @ b, 3 * a, a.T, sep="\n--\n")
print(repr(-a), a == Matrix([[1, 2], [3, 4]]), a != b, list(a), sum(a), max(b), 4 in a)
print(a.det(), Matrix.identity(4).det(), Matrix.of(4, 4, lambda i, j: (i + 1) ** j).det(), a.inverse(), a @ a.inverse() == Matrix.identity(2), sep="\n")
fib = Matrix([[1, 1], [1, 0]]) ** 90
print(fib[0, 1], (a ** 0), a ** 3, a ** -1, sep="\n")
a[0, 0] += 9
a[1, 1] *= 2
print(a)
for bad in (lambda: a + Matrix([[1]]), lambda: a @ Matrix([[1, 2, 3]]), lambda: Matrix([[1], [1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a * b, lambda: a + 1, lambda: a[5, 5], lambda: "x" @ a):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def spiral(m):
    rows = [r[:] for r in m.rows]
    out = []
    while rows:
        out += rows.pop(0)
        rows = [list(r) for r in zip(*rows)][::-1]
    return out


print(spiral(Matrix.of(4, 5, lambda i, j: i * 5 + j)))
rot = lambda m: Matrix(zip(*m.rows[::-1]))
print(rot(Matrix([[1, 2, 3], [4, 5, 6]])), rot(rot(rot(rot(b)))) == b)
life = {(1, 0), (1, 1), (1, 2)}
for step in range(3):
    counts = {}
    for x, y in life:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    life = {p for p, n in counts.items() if n == 3 or n == 2 and p in life}
    print("\n".join("".join("#" if (r, c) in life else "." for c in range(3)) for r in range(3)), end="\n\n")
