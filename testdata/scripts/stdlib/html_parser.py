# html.parser.
from html.parser import HTMLParser


class Log(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos())

    def handle_endtag(self, tag):
        print('end', tag)

    def handle_data(self, data):
        print('data', repr(data))

    def handle_comment(self, data):
        print('comment', repr(data))

    def handle_decl(self, decl):
        print('decl', decl)

    def handle_pi(self, data):
        print('pi', data)

    def handle_entityref(self, name):
        print('entity', name)

    def handle_charref(self, name):
        print('charref', name)

    def unknown_decl(self, data):
        print('unknown', data)


page = '''<!DOCTYPE html>
<html lang="en"><head><title>A &amp; B</title>
<script type="x">if (a < b && c > d) { "</p>" }</script><style>p > a { }</style></head>
<!-- a comment --><body class='x' data-n=5 checked>
<p id=p1>text &lt;b&gt; &#65;&#x42; &copy; caf&eacute;<br><img src="a.png" alt="1 &gt; 0"/>
<a href="/x?a=1&amp;b=2" title='it"s'>link</a></P><?php echo ?>
</body></html>'''
for convert in (True, False):
    p = Log(convert_charrefs=convert)
    p.feed(page)
    p.close()
p = Log()
for piece in ('<di', 'v cla', 'ss="a', ' b">te', 'xt &am', 'p; more</d', 'iv', '>'):
    p.feed(piece)
p.close()
print(p.get_starttag_text(), p.rawdata == '')
for odd in ('a < b', 'x &', '<a href=x>y', '<>', '</>', '< p>', '<p', '<!-- open', '<![CDATA[x]]>', '&unknown;', '<a b="1" b=2 c = "3">', '<BR/>', '<a/b>', '<!weird>', '</p >', "<p title='a>b'>", 'plain', ''):
    print('--', odd)
    p = Log()
    p.feed(odd)
    p.close()


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attrs):
        if tag == 'a':
            self.links += [v for k, v in attrs if k == 'href']


links = Links()
links.feed('<a href="1">x</a><p><A HREF=2></p>')
print(links.links)
links.reset()
