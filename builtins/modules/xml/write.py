# The module xml.etree.ElementTree: writing. It continues etree.py.


_VOID = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link', 'meta', 'param', 'source', 'track', 'wbr'}

_namespace_map = {
    'http://www.w3.org/XML/1998/namespace': 'xml', 'http://www.w3.org/1999/xhtml': 'html', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://schemas.xmlsoap.org/wsdl/': 'wsdl', 'http://www.w3.org/2001/XMLSchema': 'xs', 'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
    'http://purl.org/dc/elements/1.1/': 'dc',
}


def register_namespace(prefix, uri):
    """Register a namespace prefix."""
    import re
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for known, other in list(_namespace_map.items()):
        if known == uri or other == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _wrong(value):
    raise TypeError('cannot serialize %r (type %s)' % (value, type(value).__name__))


def _names(root, default):
    """The names as they are written, by tag or key, and the prefixes by address."""
    names, prefixes = {None: None}, {}
    if default:
        prefixes[default] = ''

    def add(name):
        if name[:1] == '{':
            uri, local = name[1:].rsplit('}', 1)
            prefix = prefixes.get(uri)
            if prefix is None:
                prefix = _namespace_map.get(uri)
                if prefix is None:
                    prefix = 'ns%d' % len(prefixes)
                if prefix != 'xml':
                    prefixes[uri] = prefix
            names[name] = f'{prefix}:{local}' if prefix else local
        else:
            if default:
                raise ValueError('cannot use non-qualified names with default_namespace option')
            names[name] = name

    for element in root.iter():
        tag = element.tag
        if isinstance(tag, QName):
            if tag.text not in names:
                add(tag.text)
        elif isinstance(tag, str):
            if tag not in names:
                add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _wrong(tag)
        for key, value in element.attrib.items():
            if isinstance(key, QName):
                key = key.text
            if key not in names:
                if not isinstance(key, str):
                    _wrong(key)
                add(key)
            if isinstance(value, QName) and value.text not in names:
                add(value.text)
        if isinstance(element.text, QName) and element.text.text not in names:
            add(element.text.text)
    return names, prefixes


def _escape_text(text):
    try:
        if '&' in text:
            text = text.replace('&', '&amp;')
        if '<' in text:
            text = text.replace('<', '&lt;')
        if '>' in text:
            text = text.replace('>', '&gt;')
        return text
    except (TypeError, AttributeError):
        _wrong(text)


def _escape_value(text):
    text = _escape_text(text)
    for c, name in (('"', '&quot;'), ('\r', '&#13;'), ('\n', '&#10;'), ('\t', '&#09;')):
        if c in text:
            text = text.replace(c, name)
    return text


def _escape_html_value(text):
    try:
        return text.replace('&', '&amp;').replace('>', '&gt;').replace('"', '&quot;')
    except (TypeError, AttributeError):
        _wrong(text)


def _serialized(root, method, default, short):
    if method == 'text':
        parts = []
        for part in root.itertext():
            parts.append(part)
        if root.tail:
            parts.append(root.tail)
        return ''.join(parts)
    if method == 'c14n':
        return canonicalize(tostring(root, 'unicode'))
    names, prefixes = _names(root, default)
    out = []
    html = method == 'html'
    declared = sorted(prefixes.items(), key=lambda item: item[1])
    # What is still to be written: elements, and texts as they are.
    todo = [root]
    while todo:
        element = todo.pop()
        if isinstance(element, str):
            out.append(element)
            continue
        tag, text, tail = element.tag, element.text, element.tail
        if tail:
            todo.append(_escape_text(tail))
        if tag is Comment:
            out.append('<!--%s-->' % (_escape_text(text) if html else text))
            continue
        if tag is PI:
            out.append('<?%s?>' % (_escape_text(text) if html else text))
            continue
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                out.append(_escape_text(text))
            todo.extend(reversed(element._children))
            continue
        out.append('<' + tag)
        if declared:
            for uri, prefix in declared:
                out.append(f' xmlns:{prefix}="{_escape_value(uri)}"' if prefix else f' xmlns="{_escape_value(uri)}"')
            declared = None
        for key, value in element.attrib.items():
            if isinstance(key, QName):
                key = key.text
            value = names[value.text] if isinstance(value, QName) else (_escape_html_value if html else _escape_value)(value)
            out.append(f' {names[key]}="{value}"')
        if isinstance(text, QName):
            text = names[text.text]
        elif text:
            text = text if html and tag.lower() in ('script', 'style') else _escape_text(text)
        if html:
            out.append('>' + (text or ''))
            if tag.lower() not in _VOID:
                todo.append(f'</{tag}>')
        elif text or len(element._children) or not short:
            out.append('>' + (text or ''))
            todo.append(f'</{tag}>')
        else:
            out.append(' />')
        todo.extend(reversed(element._children))
    return ''.join(out)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """Generate string representation of XML element."""
    stream = io.StringIO() if encoding == 'unicode' else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    """Write element tree or element structure to sys.stdout."""
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding='unicode')
    tail = elem.getroot().tail
    if not tail or tail[-1] != '\n':
        sys.stdout.write('\n')


def indent(tree, space='  ', level=0):
    """Indent an XML document by inserting newlines and indentation space after elements."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f'Initial indentation level must be >= 0, got {level}')
    if not len(tree):
        return
    starts = ['\n' + level * space]

    def visit(element, level):
        while len(starts) <= level + 1:
            starts.append(starts[-1] + space)
        inner = starts[level + 1]
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                visit(child, level + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = starts[level]

    visit(tree, 0)


def canonicalize(xml_data=None, *, out=None, from_file=None, with_comments=False, strip_text=False, **options):
    """Convert XML to its C14N 2.0 serialised form."""
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    builder = TreeBuilder(insert_comments=with_comments, insert_pis=True)
    parser = XMLParser(target=builder)
    if xml_data is not None:
        parser.feed(xml_data)
        root = parser.close()
    else:
        root = parse(from_file, parser).getroot()
    parts = []

    def text_of(text):
        text = text.strip() if strip_text else text
        return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('\r', '&#xD;')

    def value_of(text):
        return text.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;').replace('\t', '&#x9;').replace('\n', '&#xA;').replace('\r', '&#xD;')

    def visit(element, outer):
        tag = element.tag
        if tag is Comment:
            parts.append(f'<!--{element.text}-->')
        elif tag is PI:
            parts.append(f'<?{element.text}?>')
        else:
            scope = dict(outer)
            declared = []

            def written(name, is_attribute=False):
                if name[:1] != '{':
                    return name
                uri, local = name[1:].rsplit('}', 1)
                prefix = scope.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri) or 'ns%d' % len(scope)
                    scope[uri] = prefix
                    declared.append((prefix, uri))
                return f'{prefix}:{local}' if prefix else local

            name = written(tag)
            attributes = [(written(key, True), value) for key, value in sorted(element.attrib.items(), key=lambda item: item[0][1:].split('}', 1) if item[0][0] == '{' else ['', item[0]])]
            parts.append('<' + name)
            for prefix, uri in sorted(declared):
                parts.append(f' xmlns:{prefix}="{value_of(uri)}"')
            for key, value in attributes:
                parts.append(f' {key}="{value_of(value)}"')
            parts.append('>')
            if element.text:
                parts.append(text_of(element.text))
            for child in element:
                visit(child, scope)
                if child.tail:
                    parts.append(text_of(child.tail))
            parts.append(f'</{name}>')

    visit(root, {'http://www.w3.org/XML/1998/namespace': 'xml'})
    text = ''.join(parts)
    if out is not None:
        out.write(text)
        return None
    return text
