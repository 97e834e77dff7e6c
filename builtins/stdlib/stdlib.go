// Package stdlib links the standard modules: importing it registers them all.
package stdlib

import (
	_ "starpool/builtins/futures"
	_ "starpool/builtins/modules/abc"
	_ "starpool/builtins/modules/bisect"
	_ "starpool/builtins/modules/collections"
	_ "starpool/builtins/modules/collections/abc"
	_ "starpool/builtins/modules/contextlib"
	_ "starpool/builtins/modules/copy"
	_ "starpool/builtins/modules/functools"
	_ "starpool/builtins/modules/heapq"
	_ "starpool/builtins/modules/itertools"
	_ "starpool/builtins/modules/logging"
	_ "starpool/builtins/modules/math"
	_ "starpool/builtins/modules/multiprocessing"
	_ "starpool/builtins/modules/operator"
	_ "starpool/builtins/modules/os"
	_ "starpool/builtins/modules/pickle"
	_ "starpool/builtins/modules/queue"
	_ "starpool/builtins/modules/random"
	_ "starpool/builtins/modules/string"
	_ "starpool/builtins/modules/threading"
	_ "starpool/builtins/modules/time"
)
