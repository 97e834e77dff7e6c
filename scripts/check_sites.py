"""A command-line tool in the usual shape: argparse, logging, a pool, an exit status.

    starpool scripts/check_sites.py check HOST... [--workers N] [--timeout S] [-v]
    starpool scripts/check_sites.py demo [-v]

`check` asks whether names resolve and accept connections; `demo` does the same with
names that are made up, and no network.
"""
import argparse
import logging
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError, as_completed
from dataclasses import dataclass

log = logging.getLogger('check')


@dataclass
class Result:
    host: str
    ok: bool
    detail: str


def connect(host, timeout):
    name, _, port = host.partition(':')
    with socket.create_connection((name, int(port or 443)), timeout=timeout) as s:
        return f'connected to {s.getpeername()[0]}'


def pretend(host, timeout):
    time.sleep(0.01)
    if host.startswith('slow'):
        raise TimeoutError('timed out')
    if host.startswith('bad'):
        raise OSError(111, 'Connection refused')
    return 'connected to 192.0.2.1'


def check(host, probe, timeout):
    log.debug('checking %s', host)
    try:
        return Result(host, True, probe(host, timeout))
    except OSError as e:
        log.warning('%s: %s', host, e)
        return Result(host, False, e.strerror or str(e))


def run(hosts, probe, workers, timeout):
    results = {}
    with ThreadPoolExecutor(max_workers=workers, thread_name_prefix='check') as pool:
        futures = [pool.submit(check, host, probe, timeout) for host in hosts]
        for future in as_completed(futures):
            result = future.result()
            results[result.host] = result
    for host in hosts:
        r = results[host]
        print(f'{"ok  " if r.ok else "FAIL"} {host:<20} {r.detail}')
    failed = sum(not r.ok for r in results.values())
    print(f'{len(hosts)} checked, {failed} failed')
    return 1 if failed else 0


def parser():
    p = argparse.ArgumentParser(prog='check_sites', description='Check that hosts accept connections.')
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument('-v', '--verbose', action='count', default=0, help='more words (twice: even more)')
    common.add_argument('--workers', type=int, default=8, metavar='N', help='how many at once (default: %(default)s)')
    common.add_argument('--timeout', type=float, default=3.0, metavar='S', help='seconds to wait (default: %(default)s)')
    commands = p.add_subparsers(dest='command', required=True)
    one = commands.add_parser('check', parents=[common], help='check hosts')
    one.add_argument('hosts', nargs='+', metavar='HOST[:PORT]')
    commands.add_parser('demo', parents=[common], help='check made-up hosts')
    return p


def main(argv=None):
    args = parser().parse_args(argv)
    level = [logging.ERROR, logging.WARNING, logging.DEBUG][min(args.verbose, 2)]
    logging.basicConfig(level=level, format='%(levelname)s [%(threadName)s] %(message)s', stream=sys.stderr)
    if args.command == 'demo':
        return run([f'{kind}{k}.example' for k in range(2) for kind in ('good', 'bad', 'slow')], pretend, args.workers, args.timeout)
    return run(args.hosts, connect, args.workers, args.timeout)


if __name__ == '__main__':
    sys.exit(main())
