// This file defines the patterns of match statements.

package dialect

// PatternBase is embedded in every pattern.
type PatternBase struct{ Range }

func (*PatternBase) pattern() {}

// MatchValue compares the subject with Value: a number (perhaps negative or
// complex), a string, an f-string-free literal, or a dotted name.
type MatchValue struct {
	PatternBase
	Value Expr
}

// MatchSingleton matches None, True or False by identity.
type MatchSingleton struct {
	PatternBase
	Value ConstKind // NoneConst, TrueConst or FalseConst
}

// MatchSequence is [Patterns…] or (Patterns…). At most one is a *MatchStar.
type MatchSequence struct {
	PatternBase
	Patterns []Pattern
}

// MatchMapping is {Keys[i]: Patterns[i], …, **Rest}.
type MatchMapping struct {
	PatternBase
	Keys     []Expr
	Patterns []Pattern
	Rest     string // or ""
}

// MatchClass is Cls(Patterns…, KwdAttrs[i]=KwdPatterns[i], …).
type MatchClass struct {
	PatternBase
	Cls         Expr // a name, perhaps dotted
	Patterns    []Pattern
	KwdAttrs    []string
	KwdPatterns []Pattern
}

// MatchStar is *Name in a sequence pattern; Name is "" for *_.
type MatchStar struct {
	PatternBase
	Name string
}

// MatchAs is Pattern as Name. A nil Pattern is a plain capture of Name, and
// with Name "" the wildcard _.
type MatchAs struct {
	PatternBase
	Pattern Pattern // or nil
	Name    string  // or ""
}

// MatchOr is Patterns joined by |.
type MatchOr struct {
	PatternBase
	Patterns []Pattern
}

var (
	_ Pattern = (*MatchValue)(nil)
	_ Pattern = (*MatchSingleton)(nil)
	_ Pattern = (*MatchSequence)(nil)
	_ Pattern = (*MatchMapping)(nil)
	_ Pattern = (*MatchClass)(nil)
	_ Pattern = (*MatchStar)(nil)
	_ Pattern = (*MatchAs)(nil)
	_ Pattern = (*MatchOr)(nil)
)
