# The first program: submit a few, print the results.
from concurrent.futures import ThreadPoolExecutor


def square(n):
    return n * n


def main():
    with ThreadPoolExecutor(max_workers=3) as executor:
        futures = [executor.submit(square, n) for n in range(10)]
        results = [f.result() for f in futures]
    print(results)
    print(sum(results))
    for f in futures[:2]:
        print(f.done(), f.cancelled(), f.running(), f.exception())


if __name__ == "__main__":
    main()
