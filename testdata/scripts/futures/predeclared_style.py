# The scripts that people write: download-like loops, retries, progress, dictionaries of futures.
import concurrent.futures
import threading
import time

PAGES = {"home": 120, "about": 45, "missing": None, "blog": 300}
URLS = ["http://site/" + p for p in PAGES]
attempts = {}
lock = threading.Lock()


def load(url, timeout):
    page = url.rsplit("/", 1)[1]
    with lock:
        attempts[page] = attempts.get(page, 0) + 1
    time.sleep(0.001)
    if PAGES[page] is None:
        raise OSError(404, "Not Found", url)
    if page == "blog" and attempts[page] < 3:
        raise TimeoutError("slow " + page)
    return b"x" * PAGES[page]


lines = []
with concurrent.futures.ThreadPoolExecutor(max_workers=5) as executor:
    future_to_url = {executor.submit(load, url, 60): url for url in URLS}
    for future in concurrent.futures.as_completed(future_to_url):
        url = future_to_url[future]
        try:
            data = future.result()
        except Exception as exc:
            lines.append('%r generated an exception: %s' % (url, exc))
        else:
            lines.append('%r page is %d bytes' % (url, len(data)))
for line in sorted(lines):
    print(line)


def retry(fn, *args, times=3):
    for n in range(1, times + 1):
        try:
            return n, fn(*args)
        except TimeoutError as e:
            last = e
    raise last


with concurrent.futures.ThreadPoolExecutor(2) as ex:
    fs = {u: ex.submit(retry, load, u, 1) for u in URLS}
    for u, f in fs.items():
        e = f.exception()
        print(u, f"{type(e).__name__}: {e}" if e else (f.result()[0], len(f.result()[1])))
print(sorted(attempts.items()))


def is_prime(n):
    if n < 2:
        return False
    return all(n % d for d in range(2, int(n ** 0.5) + 1))


NUMBERS = [2, 15, 97, 1009, 1001, 7919]
with concurrent.futures.ThreadPoolExecutor() as ex:
    for number, prime in zip(NUMBERS, ex.map(is_prime, NUMBERS)):
        print('%d is prime: %s' % (number, prime))

done = 0
with concurrent.futures.ThreadPoolExecutor(3) as ex:
    jobs = [ex.submit(time.sleep, 0.001) for _ in range(10)]
    for n, _ in enumerate(concurrent.futures.as_completed(jobs), 1):
        if n % 5 == 0:
            print(f"{n}/{len(jobs)} done ({n / len(jobs):.0%})")


def word_count(text):
    counts = {}
    for w in text.lower().split():
        counts[w] = counts.get(w, 0) + 1
    return counts


texts = ["the cat and the dog", "The End", "dog eat dog"]
total = {}
with concurrent.futures.ThreadPoolExecutor() as ex:
    for counts in ex.map(word_count, texts):
        for w, n in counts.items():
            total[w] = total.get(w, 0) + n
print(sorted(total.items(), key=lambda kv: (-kv[1], kv[0])))
if __name__ == "__main__":
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as executor:
        future = executor.submit(pow, 323, 1235)
        print(len(str(future.result())))
