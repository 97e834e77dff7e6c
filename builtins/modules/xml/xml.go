// Package xml is the package xml: ElementTree (etree.py, write.py, paths.py),
// minidom (minidom.py), sax.saxutils and sax (sax.py), over the scanner of package
// xmlscan, which expat.go makes visible to scripts and which builds trees in Go.
package xml

import (
	"embed"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed *.py
var scripts embed.FS

func init() {
	registry.Register(&registry.Module{Name: "_elementtree", Funcs: []object.Def{
		{Sig: "_parser(encoding=None, namespaces=True, /)", Fn: newParser},
		{Sig: "_tree(element, events=None, comments=None, instructions=None, /)", Fn: newTree},
	}})
	registry.Register(&registry.Module{Name: "xml", Doc: "Core XML support for Python."})
	registry.Register(&registry.Module{Name: "xml.etree"})
	registry.Register(&registry.Module{Name: "xml.etree.ElementTree", Doc: "Lightweight XML support for Python.", Script: registry.Joined(scripts, "etree", "write")})
	registry.Register(&registry.Module{Name: "xml.etree.ElementPath", Script: registry.Joined(scripts, "paths")})
	registry.Register(&registry.Module{Name: "xml.dom", Doc: "W3C Document Object Model implementation for Python."})
	registry.Register(&registry.Module{Name: "xml.dom.minidom", Doc: "Simple implementation of the Level 1 DOM.", Script: registry.Joined(scripts, "minidom")})
	registry.Register(&registry.Module{Name: "xml.sax", Doc: "Simple API for XML (SAX) implementation for Python.", Script: registry.Joined(scripts, "sax")})
	registry.Register(&registry.Module{Name: "xml.sax.saxutils", Script: registry.Joined(scripts, "saxutils")})
}
