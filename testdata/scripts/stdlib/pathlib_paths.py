# Paths.
from pathlib import Path, PosixPath, PurePath, PurePosixPath
import os

p = PurePosixPath("/usr/lib//python3/./x.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(p.parents), p.root, p.anchor, p.is_absolute())
print(PurePath("a") / "b" / "c", "x" / PurePath("y"), PurePath("a", "/b"), PurePath(), PurePath("."), p.with_name("z"), p.with_suffix(".zip"), p.with_stem("q"), PurePath("a/b").joinpath("c", "d"))
print(p.relative_to("/usr"), p.is_relative_to("/usr"), PurePath("a/b").relative_to("a/c", walk_up=True), p.match("*.gz"), p.match("lib/*/*"), PurePath("a/b/c.py").full_match("a/**/*.py"), PurePath("a") == PurePath("a/"), PurePath("b") > PurePath("a"), sorted([PurePath("b"), PurePath("a/c")]), p.as_posix(), p.as_uri(), hash(PurePath("a")) == hash(PurePath("a")))
for bad in (lambda: PurePath("a").relative_to("b"), lambda: PurePath("").with_name("x"), lambda: PurePath("a").with_suffix("x"), lambda: PurePath("a") / 3, lambda: PurePath(3), lambda: PurePath("a").with_name("b/c")):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
base = Path("work")
base.mkdir()
(base / "sub" / "deep").mkdir(parents=True, exist_ok=True)
f = base / "a.txt"
print(f.write_text("hello\nworld\n"), f.read_text(), f.exists(), f.is_file(), base.is_dir(), f.stat().st_size, f.write_bytes(b"\x00\x01"), f.read_bytes())
(base / "b.py").touch()
(base / "sub" / "c.py").write_text("x")
print(sorted(base.iterdir()), sorted(base.glob("*.py")), sorted(base.rglob("*.py")), sorted(base.glob("**/*.py")), sorted(base.glob("*/c.*")), sorted(str(x) for x in base.rglob("*")))
with f.open("w") as out:
    out.write("line1\nline2\n")
with open(f) as src:
    print([line.strip() for line in src])
print(f.rename(base / "z.txt"), f.exists(), (base / "z.txt").replace("moved.txt"), Path("moved.txt").unlink(), Path("moved.txt").exists())
for bad in (lambda: Path("none").read_text(), lambda: base.mkdir(), lambda: Path("none").unlink(), lambda: base.rmdir(), lambda: list(Path("none").iterdir())):
    try:
        print(bad())
    except OSError as e:
        print(type(e).__name__, e)
Path("none").unlink(missing_ok=True)
print(Path.cwd() == Path(os.getcwd()), Path("x").absolute().is_absolute(), Path("work/../work").resolve() == Path("work").resolve(), isinstance(base, PosixPath), type(Path("a") / "b").__name__, os.fspath(base), str(Path.home()) == os.path.expanduser("~"), Path("~/x").expanduser() == Path.home() / "x")
for folder, folders, files in base.walk():
    print(folder, sorted(folders), sorted(files))
link = base / "link"
link.symlink_to("b.py")
print(link.is_symlink(), link.readlink(), link.exists(), os.path.join(base, "k"), os.listdir(base / "sub") == ["deep", "c.py"] or sorted(os.listdir(base / "sub")))
print({Path("a"): 1}[Path("a")], Path("a.b.c").stem, Path(".hidden").suffix, Path("dir/").name, Path("/").parent, Path("..").name, f"{Path('q')}", Path("a").samefile if False else "")
