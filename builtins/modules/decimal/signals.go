package decimal

// This file defines the signals and the exceptions that they raise.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/decnum"
	"starpool/builtins/object"
)

func newSignal(name string, bases ...*object.Class) *object.Class {
	c := object.NewClass(object.Spec{Name: name, Module: "decimal", Bases: bases})
	c.Exception = true
	return c
}

var (
	decimalException   = newSignal("DecimalException", object.ArithmeticError)
	clamped            = newSignal("Clamped", decimalException)
	rounded            = newSignal("Rounded", decimalException)
	inexact            = newSignal("Inexact", decimalException)
	subnormal          = newSignal("Subnormal", decimalException)
	invalidOperation   = newSignal("InvalidOperation", decimalException)
	divisionByZero     = newSignal("DivisionByZero", decimalException, object.ZeroDivisionError)
	overflow           = newSignal("Overflow", inexact, rounded)
	underflow          = newSignal("Underflow", inexact, rounded, subnormal)
	floatOperation     = newSignal("FloatOperation", decimalException, object.TypeError)
	conversionSyntax   = newSignal("ConversionSyntax", invalidOperation)
	divisionImpossible = newSignal("DivisionImpossible", invalidOperation)
	divisionUndefined  = newSignal("DivisionUndefined", invalidOperation, object.ZeroDivisionError)
	invalidContext     = newSignal("InvalidContext", invalidOperation)
)

func exceptionClasses() []*object.Class {
	return []*object.Class{decimalException, clamped, rounded, inexact, subnormal, invalidOperation, divisionByZero, overflow, underflow, floatOperation,
		conversionSyntax, divisionImpossible, divisionUndefined, invalidContext}
}

// Conditions of the module's own.
const (
	badSyntax decnum.Condition = 1 << (iota + 24)
	floatUsed
)

// A signal is a class whose flag a set of conditions raises.
type signal struct {
	class *object.Class
	when  decnum.Condition
}

// signals are in the order in which _decimal lists them.
var signals = []signal{
	{invalidOperation, decnum.InvalidOperation | decnum.DivisionImpossible | decnum.DivisionUndefined | badSyntax},
	{floatOperation, floatUsed},
	{divisionByZero, decnum.DivisionByZero},
	{overflow, decnum.Overflow},
	{underflow, decnum.Underflow},
	{subnormal, decnum.Subnormal},
	{inexact, decnum.Inexact},
	{rounded, decnum.Rounded},
	{clamped, decnum.Clamped},
}

// shown are the signals in the order of a Context's repr.
var shown = []*object.Class{clamped, invalidOperation, divisionByZero, inexact, floatOperation, overflow, rounded, subnormal, underflow}

// causes are the conditions that InvalidOperation names in its argument.
var causes = []signal{
	{invalidOperation, decnum.InvalidOperation},
	{conversionSyntax, badSyntax},
	{divisionImpossible, decnum.DivisionImpossible},
	{divisionUndefined, decnum.DivisionUndefined},
}

// raise sets the flags of what happened and raises the first signal that is
// trapped. Its argument is the list of all that are.
func (c *settings) raise(t *thread, what decnum.Condition) error {
	if what == 0 {
		return nil
	}
	if what&(decnum.TooBig|decnum.Stopped) != 0 {
		return object.Raise(object.MemoryError, "")
	}
	var first *object.Class
	var list []value
	for i, s := range signals {
		if what&s.when == 0 {
			continue
		}
		if err := c.flags.SetKey(s.class, starlark.True); err != nil {
			return err
		}
		on, _, err := c.traps.Get(s.class)
		if err != nil || on == nil {
			return err
		}
		trapped, err := object.Truth(t, on)
		if err != nil {
			return err
		}
		if !trapped {
			continue
		}
		if first == nil {
			first = s.class
		}
		if i > 0 {
			list = append(list, s.class)
			continue
		}
		for _, cause := range causes {
			if what&cause.when != 0 {
				list = append(list, cause.class)
			}
		}
	}
	if first == nil {
		return nil
	}
	return object.RaiseValue(object.NewException(first, starlark.NewList(list)))
}
