// Package email is the package email as far as HTTP and its scripts need it:
// email.message (message.py) with its headers read in Go (headers.go),
// email.utils (utils.py) with dates in Go (dates.go), email.parser, email.errors.
package email

import (
	_ "embed"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var (
	//go:embed message.py
	messageSource string
	//go:embed utils.py
	utilsSource string
	//go:embed parser.py
	parserSource string
)

func init() {
	registry.Register(&registry.Module{Name: "email", Doc: "A package for parsing, handling, and generating email messages.", Source: `
__all__ = ['message_from_string', 'message_from_bytes', 'message_from_file', 'message_from_binary_file']


def message_from_string(s, _class=None):
    from email.parser import Parser
    return Parser(_class).parsestr(s)


def message_from_bytes(s, _class=None):
    from email.parser import BytesParser
    return BytesParser(_class).parsebytes(s)


def message_from_file(fp, _class=None):
    from email.parser import Parser
    return Parser(_class).parse(fp)


def message_from_binary_file(fp, _class=None):
    from email.parser import BytesParser
    return BytesParser(_class).parse(fp)
`})
	registry.Register(&registry.Module{Name: "email.message", Doc: "Basic message object for the email package object model.",
		Funcs: headerFuncs, Source: messageSource})
	registry.Register(&registry.Module{Name: "email.utils", Doc: "Miscellaneous utilities.", Funcs: dateFuncs, Source: utilsSource})
	registry.Register(&registry.Module{Name: "email.parser", Doc: "A parser of RFC 5322 and MIME email messages.", Source: parserSource})
	registry.Register(&registry.Module{Name: "email.errors", Doc: "email package exception classes.", Classes: []*object.Class{
		messageError, parseError, headerParseError, boundaryError, multipartError,
	}})
}

var (
	messageError     = object.NewClass(object.Spec{Name: "MessageError", Module: "email.errors", Base: object.Exception})
	parseError       = object.NewClass(object.Spec{Name: "MessageParseError", Module: "email.errors", Base: messageError})
	headerParseError = object.NewClass(object.Spec{Name: "HeaderParseError", Module: "email.errors", Base: parseError})
	boundaryError    = object.NewClass(object.Spec{Name: "BoundaryError", Module: "email.errors", Base: parseError})
	multipartError   = object.NewClass(object.Spec{Name: "MultipartConversionError", Module: "email.errors", Bases: []*object.Class{messageError, object.TypeError}})
)
