// Package stdlib imports every standard module, so that each is registered.
package stdlib

import (
	_ "starpool/builtins/futures"
	_ "starpool/builtins/modules/contextlib"
	_ "starpool/builtins/modules/logging"
	_ "starpool/builtins/modules/os"
	_ "starpool/builtins/modules/queue"
	_ "starpool/builtins/modules/string"
	_ "starpool/builtins/modules/sys"
	_ "starpool/builtins/modules/threading"
	_ "starpool/builtins/modules/time"
	_ "starpool/builtins/types"
)
