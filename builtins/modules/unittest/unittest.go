// Package unittest is the module unittest with unittest.mock, written in the
// language itself:
//
//	util.py     texts of values for messages
//	case.py     TestCase: how a test runs, skipping, subtests
//	asserts.py  the assert methods
//	suite.py    TestSuite: fixtures of classes and modules
//	loader.py   TestLoader: finding tests
//	result.py   TestResult and the text report
//	main.py     the command line
//	calls.py, mock.py, patch.py  unittest.mock
//
// Reports leave out this module's own frames, as CPython's do.
package unittest

import (
	"embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/traceback"
)

//go:embed *.py
var scripts embed.FS

// own reports whether a frame is one of unittest's.
func own(f object.Frame) bool {
	name := object.FileName(f.Pos.Filename())
	return name == "<frozen unittest>" || name == "<frozen unittest.mock>"
}

// report returns the traceback of an exception without this module's frames.
func report(t *object.Thread, a object.Args) (starlark.Value, error) {
	exc, ok := a[0].(*object.Instance)
	if !ok || exc.Exception() == nil {
		return nil, object.Raise(object.TypeError, "expected an exception, got %s", object.TypeName(a[0]))
	}
	return starlark.String(traceback.FormatWith(t, exc, traceback.Options{Hide: own})), nil
}

func init() {
	registry.Register(&registry.Module{
		Name: "unittest", Doc: "Python unit testing framework.",
		Funcs:  []object.Def{{Sig: "_report(exc, /)", Fn: report}},
		Script: registry.Joined(scripts, "util", "result", "case", "asserts", "suite", "loader", "runner", "main"),
		Main:   "import unittest\nunittest.main(module=None)\n",
	})
	// The modules that CPython's package is made of hold names of ours.
	for name, names := range map[string]string{
		"util":   "safe_repr, strclass, three_way_cmp, sorted_list_difference, unorderable_list_difference",
		"result": "TestResult, failfast, STDOUT_LINE, STDERR_LINE",
		"case":   "TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure, addModuleCleanup, doModuleCleanups, enterModuleContext",
		"suite":  "BaseTestSuite, TestSuite",
		"loader": "TestLoader, defaultTestLoader",
		"runner": "TextTestRunner, TextTestResult",
	} {
		registry.Register(&registry.Module{Name: "unittest." + name, Source: "from unittest import " + names + "\n"})
	}
	registry.Register(&registry.Module{Name: "unittest.mock", Doc: "Objects that stand in for others in tests.", Script: registry.Joined(scripts, "calls", "mock", "patch")})
}
