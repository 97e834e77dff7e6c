package stdlib

// The larger part of the library, in the alphabet's order.

import (
	_ "starpool/builtins/modules/argparse"
	_ "starpool/builtins/modules/atexit"
	_ "starpool/builtins/modules/binascii"
	_ "starpool/builtins/modules/csv"
	_ "starpool/builtins/modules/dataclasses"
	_ "starpool/builtins/modules/datetime"
	_ "starpool/builtins/modules/enum"
	_ "starpool/builtins/modules/fnmatch"
	_ "starpool/builtins/modules/glob"
	_ "starpool/builtins/modules/hashlib"
	_ "starpool/builtins/modules/hmac"
	_ "starpool/builtins/modules/io"
	_ "starpool/builtins/modules/json"
	_ "starpool/builtins/modules/keyword"
	_ "starpool/builtins/modules/pathlib"
	_ "starpool/builtins/modules/platform"
	_ "starpool/builtins/modules/re"
	_ "starpool/builtins/modules/shutil"
	_ "starpool/builtins/modules/signal"
	_ "starpool/builtins/modules/stat"
	_ "starpool/builtins/modules/subprocess"
	_ "starpool/builtins/modules/tempfile"
	_ "starpool/builtins/modules/textwrap"
	_ "starpool/builtins/modules/timeit"
	_ "starpool/builtins/modules/traceback"
	_ "starpool/builtins/modules/types"
	_ "starpool/builtins/modules/typing"
	_ "starpool/builtins/modules/uuid"
)
