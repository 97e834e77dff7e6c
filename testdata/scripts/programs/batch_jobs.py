"""Run the jobs that a configuration describes, in stages, each stage in a pool of the size it names.

    starpool batch_jobs.py [FILE.ini]
"""

import configparser
import hashlib
import shlex
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor, as_completed

EXAMPLE = '''
[DEFAULT]
size = 1000
workers = 2

[stage:hash]
workers = 4
jobs =
    sha256 --size ${size} alpha
    md5 --size 5000 "two words"
    crc32 gamma

[stage:squeeze]
size = 20000
jobs =
    zlib --size ${size} alpha
    zlib --size ${DEFAULT:size} beta
    nonsense delta
'''


def options(line, size):
    kind, *words = shlex.split(line)
    if '--size' in words:
        at = words.index('--size')
        size = int(words[at + 1])
        del words[at:at + 2]
    return kind, size, ' '.join(words)


def run(line, size):
    kind, size, name = options(line, size)
    data = (name.encode() * size)[:size]
    if kind == 'crc32':
        return f'{zlib.crc32(data):08x}'
    if kind == 'zlib':
        return f'{len(data)} -> {len(zlib.compress(data))}'
    return hashlib.new(kind, data).hexdigest()[:12]


def main(config):
    failed = 0
    for section in config.sections():
        stage = section.partition(':')[2]
        jobs = [line for line in config[section]['jobs'].splitlines() if line]
        with ThreadPoolExecutor(config.getint(section, 'workers')) as pool:
            futures = {pool.submit(run, job, config.getint(section, 'size')): job for job in jobs}
            done = {futures[f]: f for f in as_completed(futures)}
        print(f'{stage}: {len(jobs)} jobs')
        for job in jobs:
            try:
                print(f'  {job}: {done[job].result()}')
            except ValueError as e:
                failed += 1
                print(f'  {job}: failed: {e}')
    print('failed:', failed)


if __name__ == '__main__':
    parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding='utf-8') as file:
            parser.read_file(file)
    else:
        parser.read_string(EXAMPLE)
    main(parser)
