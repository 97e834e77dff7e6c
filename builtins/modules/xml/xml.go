// Package xml is the package xml: ElementTree (etree.py, paths.py), minidom
// (minidom.py), sax.saxutils and sax (sax.py), over the scanner of package
// xmlscan, which expat.go makes visible to scripts and which builds trees in Go.
package xml

import (
	_ "embed"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var (
	//go:embed etree.py
	etree string
	//go:embed paths.py
	paths string
	//go:embed minidom.py
	minidom string
	//go:embed saxutils.py
	saxutils string
	//go:embed sax.py
	sax string
)

func init() {
	registry.Register(&registry.Module{Name: "_elementtree", Funcs: []object.Def{
		{Sig: "_parser(encoding=None, namespaces=True, /)", Fn: newParser},
		{Sig: "_tree(element, events=None, comments=None, instructions=None, /)", Fn: newTree},
	}})
	registry.Register(&registry.Module{Name: "xml", Doc: "Core XML support for Python."})
	registry.Register(&registry.Module{Name: "xml.etree"})
	registry.Register(&registry.Module{Name: "xml.etree.ElementTree", Doc: "Lightweight XML support for Python.", Source: etree})
	registry.Register(&registry.Module{Name: "xml.etree.ElementPath", Source: paths})
	registry.Register(&registry.Module{Name: "xml.dom", Doc: "W3C Document Object Model implementation for Python."})
	registry.Register(&registry.Module{Name: "xml.dom.minidom", Doc: "Simple implementation of the Level 1 DOM.", Source: minidom})
	registry.Register(&registry.Module{Name: "xml.sax", Doc: "Simple API for XML (SAX) implementation for Python.", Source: sax})
	registry.Register(&registry.Module{Name: "xml.sax.saxutils", Source: saxutils})
}
