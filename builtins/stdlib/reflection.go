package stdlib

// What looks at programs.

import (
	_ "starpool/builtins/modules/inspect"
)
