# The built-in exception tree: bases, MRO, isinstance.
TREE = """
BaseException BaseExceptionGroup GeneratorExit KeyboardInterrupt SystemExit Exception ArithmeticError FloatingPointError OverflowError ZeroDivisionError
AssertionError AttributeError BufferError EOFError ExceptionGroup ImportError ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError
UnboundLocalError OSError BlockingIOError ChildProcessError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError ReferenceError
RuntimeError NotImplementedError RecursionError PythonFinalizationError StopAsyncIteration StopIteration SyntaxError IndentationError TabError SystemError TypeError
ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError Warning BytesWarning DeprecationWarning EncodingWarning FutureWarning
ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning
"""
import builtins
for name in TREE.split():
    cls = getattr(builtins, name)
    print(name, "<-", ", ".join(b.__name__ for b in cls.__bases__), "|", len(cls.__mro__), cls.__module__, type(cls).__name__)
print(IOError is OSError, EnvironmentError is OSError, issubclass(KeyError, LookupError), issubclass(KeyboardInterrupt, Exception), issubclass(ExceptionGroup, Exception))
for name in "ValueError KeyError IndexError OSError RuntimeError TypeError StopIteration AttributeError NameError ImportError SystemExit AssertionError".split():
    cls = getattr(builtins, name)
    for args in ((), ("m",), ("m", 2)):
        e = cls(*args)
        print(repr(e), repr(str(e)), e.args, end="; ")
    print()
print(ImportError("m", name="n", path="p").name, NameError("m", name="x").name, AttributeError("m", name="a", obj=5).obj, StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code)
e = OSError(2, "No such file", "f.txt")
print(type(e), e.errno, e.strerror, e.filename, e.args, str(e))
for code in (1, 2, 4, 11, 13, 17, 20, 21, 32, 104, 110, 111, 9999):
    print(code, type(OSError(code, "x")).__name__, end=" ")
print()
print(str(OSError("just text")), OSError("t").errno, str(OSError(2, "a", "f", None, "g")), type(FileNotFoundError(13, "x")).__name__, str(OSError()), OSError(1, 2, 3).filename)
for bad in (lambda: ValueError(x=1), lambda: KeyError(k=1), lambda: UnicodeDecodeError("a"), lambda: UnicodeEncodeError("a", "b", 1, 2), lambda: StopIteration(v=1), lambda: ImportError("m", nope=1)):
    try:
        bad()
    except TypeError as err:
        print(err)
print(str(UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad")), str(UnicodeEncodeError("ascii", "aé", 1, 2, "r")), str(UnicodeEncodeError("ascii", "éé", 0, 2, "r")), str(UnicodeTranslateError("é", 0, 1, "why")))
