#!/usr/bin/env python3
"""Serial vs threads vs processes on number crunching; prints a PGM checksum."""
import concurrent.futures as cf
import hashlib
import math
import os
import sys
import time

WIDTH, HEIGHT, DEPTH = 96, 48, 60


def row(y, width=WIDTH, height=HEIGHT, depth=DEPTH):
    ci = 2.4 * y / height - 1.2
    out = bytearray(width)
    for x in range(width):
        cr = 3.0 * x / width - 2.1
        zr = zi = 0.0
        n = 0
        while n < depth and zr * zr + zi * zi <= 4.0:
            zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
            n += 1
        out[x] = 255 * n // depth
    return bytes(out)


def row_complex(y):
    out = []
    for x in range(WIDTH):
        c, z, n = complex(3.0 * x / WIDTH - 2.1, 2.4 * y / HEIGHT - 1.2), 0j, 0
        while n < DEPTH and abs(z) <= 2:
            z = z * z + c
            n += 1
        out.append(255 * n // DEPTH)
    return bytes(out)


def blur(image):
    h, w = len(image), len(image[0])
    res = [[0] * w for _ in range(h)]
    for y in range(h):
        for x in range(w):
            s = c = 0
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    yy, xx = y + dy, x + dx
                    if 0 <= yy < h and 0 <= xx < w:
                        s += image[yy][xx]
                        c += 1
            res[y][x] = s // c
    return [bytes(r) for r in res]


def timed(label, fn):
    t0 = time.perf_counter()
    result = fn()
    dt = time.perf_counter() - t0
    print("%-12s %s %s" % (label, hashlib.md5(b"".join(result)).hexdigest(), "ok" if dt >= 0 else "?"))
    return result


def threads():
    with cf.ThreadPoolExecutor(4) as ex:
        return list(ex.map(row, range(HEIGHT)))


def procs():
    with cf.ProcessPoolExecutor(2) as ex:
        return list(ex.map(row, range(HEIGHT), chunksize=8))


def main():
    serial = timed("serial", lambda: [row(y) for y in range(HEIGHT)])
    assert timed("threads", threads) == serial
    assert timed("processes", procs) == serial
    timed("blur", lambda: blur(serial))
    cplx = timed("complex", lambda: [row_complex(y) for y in range(0, HEIGHT, 4)])
    same = sum(a == b for r, s in zip(cplx, serial[::4]) for a, b in zip(r, s))
    print("agree: %d of %d" % (same, len(cplx) * WIDTH))
    chars = " .:-=+*#%@"
    for r in serial[::4]:
        print("".join(chars[v * (len(chars) - 1) // 255] for v in r[::2]))
    hist = [0] * 8
    for r in serial:
        for v in r:
            hist[v >> 5] += 1
    print(hist, sum(hist) == WIDTH * HEIGHT)
    entropy = -sum(p * math.log2(p) for p in (h / sum(hist) for h in hist) if p)
    print("entropy %.4f bits" % entropy)


if __name__ == "__main__":
    main()
