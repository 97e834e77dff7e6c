package main

import (
	_ "starpool/builtins/stdlib"
	"starpool/builtins/files"
	"starpool/builtins/isolate"
)

func files_(t *isolate.Thread) { files.FlushAll(t.Isolate()) }
