// This file defines tokens: what the scanner gives to the parser.

package dialect

// A tokenKind is the kind of a token. Keywords and operators have one each;
// the soft keywords (match, case, type, _) are names.
type tokenKind uint8

const (
	tError   tokenKind = iota // the scanner stopped here
	tEOF                      // end of the file
	tNewline                  // end of a logical line
	tIndent
	tDedent
	tName
	tNumber
	tString       // a whole literal with prefix and quotes, not an f-string
	tFStringStart // prefix and opening quotes
	tFStringMiddle
	tFStringEnd // closing quotes

	tLpar
	tRpar
	tLsqb
	tRsqb
	tLbrace
	tRbrace
	tColon
	tComma
	tSemi
	tDot
	tEllipsis
	tArrow
	tColonEqual
	tExclamation // ! in a replacement field
	tAt
	tTilde
	tPlus
	tMinus
	tStar
	tDoubleStar
	tSlash
	tDoubleSlash
	tPercent
	tVbar
	tAmper
	tCircumflex
	tLshift
	tRshift
	tLess
	tGreater
	tEqEqual
	tNotEqual
	tLessEqual
	tGreaterEqual
	tLessGreater // <>, which no rule accepts
	tOther       // $, ? or `, which no rule accepts
	tEqual
	tPlusEqual // the augmented assignments, in the order of augOps
	tMinusEqual
	tStarEqual
	tAtEqual
	tSlashEqual
	tPercentEqual
	tDoubleStarEqual
	tLshiftEqual
	tRshiftEqual
	tVbarEqual
	tCircumflexEqual
	tAmperEqual
	tDoubleSlashEqual

	tFalse // keywords
	tNone
	tTrue
	tAnd
	tAs
	tAssert
	tAsync
	tAwait
	tBreak
	tClass
	tContinue
	tDef
	tDel
	tElif
	tElse
	tExcept
	tFinally
	tFor
	tFrom
	tGlobal
	tIf
	tImport
	tIn
	tIs
	tLambda
	tNonlocal
	tNot
	tOr
	tPass
	tRaise
	tReturn
	tTry
	tWhile
	tWith
	tYield
)

// augOps maps tPlusEqual… to the operator.
var augOps = [...]Operator{Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv}

var keywords = map[string]tokenKind{
	"False": tFalse, "None": tNone, "True": tTrue, "and": tAnd, "as": tAs, "assert": tAssert,
	"async": tAsync, "await": tAwait, "break": tBreak, "class": tClass, "continue": tContinue,
	"def": tDef, "del": tDel, "elif": tElif, "else": tElse, "except": tExcept, "finally": tFinally,
	"for": tFor, "from": tFrom, "global": tGlobal, "if": tIf, "import": tImport, "in": tIn, "is": tIs,
	"lambda": tLambda, "nonlocal": tNonlocal, "not": tNot, "or": tOr, "pass": tPass, "raise": tRaise,
	"return": tReturn, "try": tTry, "while": tWhile, "with": tWith, "yield": tYield,
}

// A token is a stretch of the text. level is the number of brackets open
// after it (the one that it opens itself included), up to maxBrackets.
type token struct {
	kind       tokenKind
	level      uint8
	start, end Position
	off, lim   int32 // byte offsets in the text
}

// operator finds the longest operator at the start of s.
func operator(s string) (tokenKind, int) {
	at := func(i int) byte {
		if i < len(s) {
			return s[i]
		}
		return 0
	}
	c, d := s[0], at(1)
	// pick chooses between c, c=, and when double is given, cc and cc=.
	pick := func(one, eq, double, doubleEq tokenKind) (tokenKind, int) {
		switch {
		case double != 0 && d == c && at(2) == '=' && doubleEq != 0:
			return doubleEq, 3
		case double != 0 && d == c:
			return double, 2
		case d == '=' && eq != 0:
			return eq, 2
		}
		return one, 1
	}
	switch c {
	case '(':
		return tLpar, 1
	case ')':
		return tRpar, 1
	case '[':
		return tLsqb, 1
	case ']':
		return tRsqb, 1
	case '{':
		return tLbrace, 1
	case '}':
		return tRbrace, 1
	case ',':
		return tComma, 1
	case ';':
		return tSemi, 1
	case '~':
		return tTilde, 1
	case ':':
		return pick(tColon, tColonEqual, 0, 0)
	case '.':
		if d == '.' && at(2) == '.' {
			return tEllipsis, 3
		}
		return tDot, 1
	case '-':
		if d == '>' {
			return tArrow, 2
		}
		return pick(tMinus, tMinusEqual, 0, 0)
	case '<':
		if d == '>' {
			return tLessGreater, 2
		}
		return pick(tLess, tLessEqual, tLshift, tLshiftEqual)
	case '>':
		return pick(tGreater, tGreaterEqual, tRshift, tRshiftEqual)
	case '=':
		return pick(tEqual, tEqEqual, 0, 0)
	case '!':
		return pick(tExclamation, tNotEqual, 0, 0)
	case '+':
		return pick(tPlus, tPlusEqual, 0, 0)
	case '*':
		return pick(tStar, tStarEqual, tDoubleStar, tDoubleStarEqual)
	case '/':
		return pick(tSlash, tSlashEqual, tDoubleSlash, tDoubleSlashEqual)
	case '%':
		return pick(tPercent, tPercentEqual, 0, 0)
	case '@':
		return pick(tAt, tAtEqual, 0, 0)
	case '|':
		return pick(tVbar, tVbarEqual, 0, 0)
	case '&':
		return pick(tAmper, tAmperEqual, 0, 0)
	case '^':
		return pick(tCircumflex, tCircumflexEqual, 0, 0)
	}
	return tOther, 1
}
