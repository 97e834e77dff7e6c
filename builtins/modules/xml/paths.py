# Paths to elements: the part of XPath that find and its kin know.

import re

_token = re.compile(r"('[^']*'|\"[^\"]*\")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+")
_cache = {}


def _tokens(path, namespaces):
    default = namespaces.get('') if namespaces else None
    attribute = False
    for found in _token.finditer(path):
        quoted, sign, name = found.groups()
        if quoted is not None:
            yield quoted, ''
        elif sign is not None:
            attribute = sign == '@'
            yield sign, ''
        elif name is None:
            yield '', ' '
        else:
            if name[0] != '{':
                if ':' in name and namespaces:
                    prefix, local = name.split(':', 1)
                    if prefix not in namespaces:
                        raise SyntaxError('prefix %r not found in prefix map' % prefix) from None
                    name = '{%s}%s' % (namespaces[prefix], local)
                elif default and not attribute and ':' not in name:
                    name = '{%s}%s' % (default, name)
            attribute = False
            yield '', name


def _matcher(tag):
    """A function that tells whether an element has the tag, in which parts may be *."""
    if tag == '*' or tag == '{*}*':
        return lambda e: isinstance(e.tag, str) or tag == '*'
    if tag.startswith('{*}'):
        local, end = tag[3:], tag[2:]
        return lambda e: isinstance(e.tag, str) and (e.tag == local or e.tag.endswith(end))
    if tag == '{}*':
        return lambda e: isinstance(e.tag, str) and e.tag[:1] != '{'
    if tag.startswith('{}'):
        local = tag[2:]
        return lambda e: e.tag == local
    if tag.endswith('}*'):
        start = tag[:-1]
        return lambda e: isinstance(e.tag, str) and e.tag.startswith(start)
    return lambda e: e.tag == tag


class _Context:
    def __init__(self, root):
        self.root = root
        self.parents = None

    def parent(self, element):
        if self.parents is None:
            self.parents = {}
            for parent in self.root.iter():
                for child in parent:
                    self.parents[child] = parent
        return self.parents.get(element)


def _children(tag):
    matches = _matcher(tag)

    def select(context, found):
        for element in found:
            for child in element:
                if matches(child):
                    yield child
    return select


def _star(context, found):
    for element in found:
        yield from element


def _itself(context, found):
    yield from found


def _descendants(tag):
    matches = _matcher(tag)

    def select(context, found):
        for element in found:
            for other in element.iter():
                if other is not element and matches(other):
                    yield other
    return select


def _upwards(context, found):
    seen = set()
    for element in found:
        parent = context.parent(element)
        if parent is not None and id(parent) not in seen:
            seen.add(id(parent))
            yield parent


def _text(element):
    return ''.join(element.itertext())


def _predicate(next_token):
    shape, words = '', []
    while True:
        try:
            token = next_token()
        except StopIteration:
            return None
        if token[0] == ']':
            break
        if token == ('', ' '):
            continue
        sign, name = token
        if sign and sign[:1] in '\'"':
            shape += "'"
            words.append(sign[1:-1])
        else:
            shape += sign or '-'
            words.append(name)
    if shape == '@-':
        key = words[1]
        return lambda context, found: (e for e in found if e.get(key) is not None)
    if shape in ("@-='", "@-!='"):
        key, value = words[1], words[-1]
        if '!' in shape:
            return lambda context, found: (e for e in found if e.get(key) is not None and e.get(key) != value)
        return lambda context, found: (e for e in found if e.get(key) == value)
    if shape == '-' and not re.match(r'\-?\d+$', words[0]):
        tag = words[0]
        return lambda context, found: (e for e in found if e.find(tag) is not None)
    if shape in (".='", ".!='", "-='", "-!='") and not (shape[0] == '-' and re.match(r'\-?\d+$', words[0])):
        tag, value, equal = words[0], words[-1], '!' not in shape
        if tag:
            return lambda context, found: (e for e in found if any([(_text(x) == value) == equal for x in e.findall(tag)]))
        return lambda context, found: (e for e in found if (_text(e) == value) == equal)
    if shape in ('-', '-()', '-()-'):
        if shape == '-':
            index = int(words[0]) - 1
            if index < 0:
                raise SyntaxError('XPath position >= 1 expected')
        else:
            if words[0] != 'last':
                raise SyntaxError('unsupported function')
            index = -1
            if shape == '-()-':
                try:
                    index = int(words[2]) - 1
                except ValueError:
                    raise SyntaxError('unsupported expression')
                if index > -2:
                    raise SyntaxError('XPath offset from last() must be negative')

        def select(context, found):
            for element in found:
                parent = context.parent(element)
                if parent is None:
                    continue
                same = [e for e in parent if e.tag == element.tag]
                if -len(same) <= index < len(same) and same[index] is element:
                    yield element
        return select
    raise SyntaxError('invalid predicate')


def _compile(path, namespaces):
    if path[-1:] == '/':
        path += '*'
    key = (path, tuple(sorted([(k or '', v) for k, v in namespaces.items()])) if namespaces else None)
    steps = _cache.get(key)
    if steps is not None:
        return steps
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    tokens = iter(list(_tokens(path, namespaces)))
    next_token = lambda: next(tokens)
    steps = []
    token = next(tokens, None)
    if token is None:
        return None
    while token is not None:
        sign, name = token
        try:
            if sign == '' and name:
                steps.append(_children(name))
            elif sign == '*':
                steps.append(_star)
            elif sign == '.':
                steps.append(_itself)
            elif sign == '..':
                steps.append(_upwards)
            elif sign == '//':
                sign, name = next_token()
                if sign == '*':
                    name = '*'
                elif sign or not name:
                    raise SyntaxError('invalid descendant')
                steps.append(_descendants(name))
            elif sign == '[':
                step = _predicate(next_token)
                if step is None:
                    raise SyntaxError('invalid path')
                steps.append(step)
            else:
                raise KeyError(sign)
        except StopIteration:
            raise SyntaxError('invalid path') from None
        token = next(tokens, None)
        if token is not None and token[0] == '/':
            token = next(tokens, None)
            if token is None:
                raise SyntaxError('invalid path')
    if len(_cache) > 100:
        _cache.clear()
    _cache[key] = steps
    return steps


def iterfind(elem, path, namespaces=None):
    steps = _compile(path, namespaces)
    if steps is None:
        return iter(())
    found = [elem]
    context = _Context(elem)
    for step in steps:
        found = step(context, found)
    return iter(found)


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ''
