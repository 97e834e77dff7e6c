# Draws the Mandelbrot set in characters, a row a task, as the rows are done.
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait

WIDTH, HEIGHT, LIMIT = 60, 20, 60
SHADES = ' .:-=+*#%@'


def row(y):
    ci = (y / (HEIGHT - 1)) * 2.4 - 1.2
    out = []
    for x in range(WIDTH):
        c = complex((x / (WIDTH - 1)) * 3.0 - 2.1, ci)
        z, n = 0j, 0
        while abs(z) <= 2 and n < LIMIT:
            z = z * z + c
            n += 1
        out.append(SHADES[(n * (len(SHADES) - 1)) // LIMIT])
    return y, ''.join(out)


def main():
    rows = {}
    with ProcessPoolExecutor(2) as pool:
        pending = {pool.submit(row, y) for y in range(HEIGHT)}
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            rows.update(f.result() for f in done)
    print('\n'.join(rows[y].rstrip() for y in range(HEIGHT)))


if __name__ == '__main__':
    main()
