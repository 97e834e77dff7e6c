import html
print(html.escape("<a href=\"x\">'&'</a>"), html.escape("\"q\"", quote=False), html.unescape("&lt;b&gt; &amp; &eacute;&#233;&#xe9; &copy; &nope; plain"))
