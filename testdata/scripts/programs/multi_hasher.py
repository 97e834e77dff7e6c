#!/usr/bin/python
"""checksum tool with subcommands: create / verify / dupes"""
import argparse, collections, hashlib, io, os, sys, tempfile, textwrap, zlib
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed

__version__ = "1.2"
verbose = False
ALGOS = ("md5", "sha1", "sha256", "sha512", "blake2b", "sha3_256")


class Crc32(object):
    """zlib.crc32 with the interface of hashlib"""
    name = "crc32"
    digest_size = 4

    def __init__(self, data=b""):
        self._crc = zlib.crc32(data)

    def update(self, data):
        self._crc = zlib.crc32(data, self._crc)

    def hexdigest(self):
        return "%08x" % (self._crc & 0xffffffff)


def new_hash(name):
    return Crc32() if name == "crc32" else hashlib.new(name)


def hash_file(path, algos=("sha256",), chunk=1 << 14):
    hs = [new_hash(a) for a in algos]
    with io.open(path, "rb", buffering=0) as f:
        for block in iter(lambda: f.read(chunk), b""):
            for h in hs:
                h.update(block)
    return [h.hexdigest() for h in hs]


def log(fmt, *args):
    if verbose:
        sys.stdout.write("# " + fmt % args + os.linesep)


def cmd_create(args):
    paths = [os.path.join(d, f) for d, _, fs in sorted(os.walk(args.dir)) for f in sorted(fs) if not f.endswith(".sums")]
    log("%d files, %d jobs", len(paths), args.jobs)
    cls = ProcessPoolExecutor if args.processes else ThreadPoolExecutor
    with cls(args.jobs) as ex:
        futs = {ex.submit(hash_file, p, args.algo): p for p in paths}
        sums = {futs[f]: f.result() for f in as_completed(futs)}
    with open(os.path.join(args.dir, args.output), "w") as out:
        for p in paths:
            for a, s in zip(args.algo, sums[p]):
                out.write("%s:%s *%s\n" % (a, s, os.path.relpath(p, args.dir)))
                print("%-8s %.16s.. %s" % (a, s, os.path.relpath(p, args.dir)))
    return 0


def cmd_verify(args):
    failed = 0
    for lineno, line in enumerate(open(os.path.join(args.dir, args.output)), 1):
        try:
            (algo, rest) = line.strip().split(":", 1)
            want, name = rest.split(" *")
        except ValueError:
            continue
        try:
            got, = hash_file(os.path.join(args.dir, name), [algo])
        except (IOError, OSError) as e:
            print("%s: MISSING (%s)" % (name, e.strerror)); failed += 1
            continue
        state = "OK" if got == want else "FAILED"
        failed += got != want
        print("{0}: {1}".format(name, state))
    if failed:
        print("WARNING: %d computed checksum%s did NOT match" % (failed, "s" if failed > 1 else ""))
    return int(failed > 0)


def cmd_dupes(args):
    groups = collections.defaultdict(list)
    for name in sorted(os.listdir(args.dir)):
        groups[hash_file(os.path.join(args.dir, name), ["crc32", "md5"])[0]].append(name)
    for k, v in sorted(groups.items(), key=lambda x: x[1]):
        if len(v) > 1:
            print(" = ".join(v))


def build_parser():
    p = argparse.ArgumentParser(prog="sums", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                epilog=textwrap.dedent("""\
        examples:
          sums create DIR
          sums verify DIR"""))
    p.add_argument("--version", action="version", version="%(prog)s " + __version__)
    p.add_argument("-v", "--verbose", action="count", default=0, help="say more (may be repeated)")
    sub = p.add_subparsers(dest="cmd", metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("dir", help="the folder")
    common.add_argument("-o", "--output", default="all.sums", help="file of sums (default: %(default)s)")
    c = sub.add_parser("create", parents=[common], help="write sums", aliases=["new"])
    c.add_argument("-a", "--algo", nargs="+", choices=ALGOS + ("crc32",), default=["md5"])
    c.add_argument("-j", "--jobs", type=int, default=2)
    c.add_argument("-P", "--processes", action="store_true")
    c.set_defaults(func=cmd_create)
    sub.add_parser("verify", parents=[common], help="check sums").set_defaults(func=cmd_verify)
    d = sub.add_parser("dupes", parents=[common], help="find equal files")
    d.set_defaults(func=cmd_dupes)
    return p


def run(*argv):
    global verbose
    print("$ sums", *["DIR" if os.sep in a else a for a in argv])
    try:
        args = build_parser().parse_args(argv)
        verbose = args.verbose > 0
        code = args.func(args)
    except SystemExit as e:
        code = e.code
    print("-> exit", code)
    return code


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as d:
        for i, name in enumerate(["one", "two", "three", "copy"]):
            with open(os.path.join(d, name + ".dat"), "wb") as f:
                f.write(bytes([i % 3]) * 1000 * (i % 3 + 1))
        sys.stderr = sys.stdout
        run("--help")
        run("create", "-h")
        run("--version")
        run("-v", "create", d, "-a", "md5", "crc32", "blake2b")
        run("new", d, "-P", "--algo=sha3_256", "-j2", "-o", "p.sums")
        run("verify", d)
        open(os.path.join(d, "two.dat"), "a").write("x")
        os.unlink(os.path.join(d, "one.dat"))
        run("verify", d, "-o", "p.sums")
        run("dupes", d)
        run("create", d, "-a", "md4x")
        run("frob")
        run()
