// This file defines the checks of patterns: names bound twice, alternatives
// that cannot be reached, and the like.

package dialect

// match checks the cases of a match statement.
func (c *checker) match(m *Match) {
	for i, mc := range m.Cases {
		last := i == len(m.Cases)-1
		pc := &patternChecker{checker: c, names: map[string]bool{}, refutable: mc.Guard != nil || last}
		pc.pattern(mc.Pattern)
		c.expr(mc.Guard)
		c.plain(mc.Body)
	}
}

// A patternChecker is the state of checking one pattern.
type patternChecker struct {
	*checker
	names     map[string]bool // bound so far
	refutable bool            // a pattern that always matches is allowed here
}

// bind notes that the pattern n binds name.
func (c *patternChecker) bind(n Pattern, name string) {
	if name == "" {
		return
	}
	c.notDebug(n, name, Store)
	if c.names[name] {
		c.fail(n, "multiple assignments to name '%s' in pattern", name)
	}
	c.names[name] = true
}

// sub checks a pattern inside another one, where any may stand.
func (c *patternChecker) sub(p Pattern) {
	saved := c.refutable
	c.refutable = true
	c.pattern(p)
	c.refutable = saved
}

func (c *patternChecker) pattern(p Pattern) {
	switch p := p.(type) {
	case *MatchValue:
		c.value(p)
	case *MatchSequence:
		star := false
		for _, sub := range p.Patterns {
			if _, ok := sub.(*MatchStar); ok {
				if star {
					c.fail(p, "multiple starred names in sequence pattern")
				}
				star = true
			}
		}
		for _, sub := range p.Patterns {
			c.sub(sub)
		}
	case *MatchMapping:
		c.mapping(p)
	case *MatchClass:
		c.class(p)
	case *MatchStar:
		c.bind(p, p.Name)
	case *MatchAs:
		if p.Pattern == nil {
			if !c.refutable {
				if p.Name == "" {
					c.fail(p, "wildcard makes remaining patterns unreachable")
				}
				c.fail(p, "name capture '%s' makes remaining patterns unreachable", p.Name)
			}
			c.bind(p, p.Name)
			return
		}
		c.pattern(p.Pattern)
		c.bind(p, p.Name)
	case *MatchOr:
		c.or(p)
	}
}

// value checks that a literal pattern is one.
func (c *patternChecker) value(p *MatchValue) {
	switch p.Value.(type) {
	case *JoinedStr:
		c.fail(p, "patterns may only match literals and attribute lookups")
	}
	c.expr(p.Value)
}

func (c *patternChecker) mapping(p *MatchMapping) {
	seen := map[string]bool{}
	for _, k := range p.Keys {
		switch k := k.(type) {
		case *JoinedStr:
			c.fail(p, "mapping pattern keys may only match literals and attribute lookups")
		case *Attribute:
		default:
			// Numbers that are equal are the same key: compare by value.
			key := keyText(k)
			if seen[key] {
				c.fail(p, "mapping pattern checks duplicate key (%s)", keyRepr(k))
			}
			seen[key] = true
		}
	}
	for _, sub := range p.Patterns {
		c.sub(sub)
	}
	c.bind(p, p.Rest)
}

// keyText returns a text that is equal for equal keys.
func keyText(e Expr) string {
	switch k := e.(type) {
	case *Constant:
		switch k.Kind {
		case TrueConst:
			return "1.0"
		case FalseConst:
			return "0.0"
		case IntConst:
			if k.Big == nil && k.Int < 1<<53 {
				return floatRepr(float64(k.Int), true)
			}
		}
		return constantRepr(k)
	case *UnaryOp:
		if text := keyText(k.Operand); text != "0.0" {
			return "-" + text
		}
		return "0.0"
	}
	return Dump(e, false)
}

func keyRepr(e Expr) string {
	switch k := e.(type) {
	case *Constant:
		return constantRepr(k)
	case *UnaryOp:
		return "-" + keyRepr(k.Operand)
	case *BinOp:
		return "(" + keyRepr(k.Left) + k.Op.String() + keyRepr(k.Right) + ")"
	}
	return Dump(e, false)
}

func (c *patternChecker) class(p *MatchClass) {
	seen := make(map[string]bool, len(p.KwdAttrs))
	for i, a := range p.KwdAttrs {
		c.notDebug(p.KwdPatterns[i], a, Store)
		if seen[a] {
			c.fail(p.KwdPatterns[i], "attribute name repeated in class pattern: %s", a)
		}
		seen[a] = true
	}
	c.expr(p.Cls)
	for _, sub := range p.Patterns {
		c.sub(sub)
	}
	for _, sub := range p.KwdPatterns {
		c.sub(sub)
	}
}

func (c *patternChecker) or(p *MatchOr) {
	before := c.names
	outer := c.refutable
	var first map[string]bool
	for i, alt := range p.Patterns {
		c.names = make(map[string]bool, len(before))
		c.refutable = outer && i == len(p.Patterns)-1
		c.pattern(alt)
		if i == 0 {
			first = c.names
			continue
		}
		same := len(first) == len(c.names)
		for name := range c.names {
			same = same && first[name]
		}
		if !same {
			c.fail(p, "alternative patterns bind different names")
		}
	}
	c.refutable = outer
	c.names = before
	// In a fixed order, so that the same text gives the same message.
	Inspect(p.Patterns[0], func(n Node) bool {
		var name string
		switch n := n.(type) {
		case *MatchAs:
			name = n.Name
		case *MatchStar:
			name = n.Name
		case *MatchMapping:
			name = n.Rest
		}
		if name != "" && first[name] {
			delete(first, name)
			c.bind(p, name)
		}
		return true
	})
}
