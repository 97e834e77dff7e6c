package stdlib

// Numbers and dates beyond the built-in ones.

import (
	_ "starpool/builtins/modules/calendar"
	_ "starpool/builtins/modules/decimal"
	_ "starpool/builtins/modules/fractions"
	_ "starpool/builtins/modules/numbers"
	_ "starpool/builtins/modules/statistics"
	_ "starpool/builtins/modules/weakref"
	_ "starpool/builtins/modules/zoneinfo"
)
