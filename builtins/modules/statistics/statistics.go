// Package statistics is the module statistics, written in the language itself
// (statistics.py, normal.py), with exact sums in Go.
package statistics

import (
	_ "embed"
	"math"
	"math/big"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed statistics.py
var averages string

//go:embed normal.py
var normal string

func init() {
	registry.Register(&registry.Module{
		Name: "statistics", Doc: "Basic statistics module.", Script: func() string { return averages + normal },
		Funcs: []object.Def{
			{Sig: "_exact(data, /)", Doc: "(floats, sum, sum of squares, denominator) of a list of ints and finite floats, exactly, or None if it has others. The sum of squares is over the denominator's square.", Fn: exact},
		},
	})
}

// exact adds in units of the smallest denominator that occurs, a power of two.
func exact(t *object.Thread, a object.Args) (starlark.Value, error) {
	list, ok := a[0].(*starlark.List)
	if !ok {
		return nil, object.Raise(object.TypeError, "_exact() argument must be list, not %s", object.TypeName(a[0]))
	}
	floats := false
	lowest := 0 // exponent of the unit
	for i := range list.Len() {
		switch x := list.Index(i).(type) {
		case starlark.Int, starlark.Bool:
		case starlark.Float:
			f := float64(x)
			if math.IsNaN(f) || math.IsInf(f, 0) {
				return starlark.None, nil
			}
			floats = true
			if _, e := split(f); f != 0 && e < lowest {
				lowest = e
			}
		default:
			return starlark.None, nil
		}
	}
	var sum, squares, term, square big.Int
	for i := range list.Len() {
		switch x := list.Index(i).(type) {
		case starlark.Float:
			if x == 0 {
				continue
			}
			m, e := split(float64(x))
			term.SetInt64(m)
			term.Lsh(&term, uint(e-lowest))
		default:
			n, _ := object.BigInt(x)
			term.Lsh(n, uint(-lowest))
		}
		sum.Add(&sum, &term)
		squares.Add(&squares, square.Mul(&term, &term))
	}
	unit := new(big.Int).Lsh(big.NewInt(1), uint(-lowest))
	return starlark.Tuple{starlark.Bool(floats), starlark.MakeBigInt(&sum), starlark.MakeBigInt(&squares), starlark.MakeBigInt(unit)}, nil
}

// split returns a float as m * 2**e with an odd m.
func split(f float64) (m int64, e int) {
	frac, e := math.Frexp(f)
	m, e = int64(frac*(1<<53)), e-53
	for m != 0 && m&1 == 0 {
		m >>= 1
		e++
	}
	return m, e
}
