package repl

type completer struct {
	s     *session
	below func(text string)
}

func (c *completer) Do(line []rune, pos int) ([][]rune, int) { return nil, 0 }
