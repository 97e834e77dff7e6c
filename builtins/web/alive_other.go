//go:build !unix

package web

// alive cannot tell more than what we did ourselves: a request on a connection
// that the server has closed meanwhile fails, and its sender tries another.
func (c *Conn) alive() bool { return !c.Closed() && c.br.Buffered() == 0 }
