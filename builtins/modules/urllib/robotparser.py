# The module urllib.robotparser.

import time as _time
import urllib.parse
from collections import namedtuple as _namedtuple

__all__ = ['RobotFileParser']

RequestRate = _namedtuple('RequestRate', 'requests seconds')


def _normalize(path):
    return urllib.parse.quote(urllib.parse.unquote(path), safe="/?=&;:@!$'()*+,#%[]~")


class _Rule:
    """A path prefix that is allowed or not."""

    def __init__(self, path, allowance):
        if path == '' and not allowance:
            allowance = True  # an empty Disallow allows all
        self.path = _normalize(path)
        self.allowance = allowance

    def applies_to(self, filename):
        return self.path == '*' or filename.startswith(self.path)

    def __str__(self):
        return ('Allow' if self.allowance else 'Disallow') + ': ' + self.path


class _Entry:
    """The rules for some user agents."""

    def __init__(self):
        self.useragents = []
        self.rulelines = []
        self.delay = None
        self.req_rate = None

    def __str__(self):
        lines = [f'User-agent: {agent}' for agent in self.useragents]
        if self.delay is not None:
            lines.append(f'Crawl-delay: {self.delay}')
        if self.req_rate is not None:
            lines.append(f'Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}')
        return '\n'.join(lines + [str(rule) for rule in self.rulelines])

    def applies_to(self, useragent):
        name = useragent.split('/')[0].lower()
        return any(agent == '*' or agent.lower() in name for agent in self.useragents)

    def allowance(self, filename):
        for rule in self.rulelines:
            if rule.applies_to(filename):
                return rule.allowance
        return True


class RobotFileParser:
    """Reads and answers questions about a single robots.txt file."""

    def __init__(self, url=''):
        self.entries = []
        self.sitemaps = []
        self.default_entry = None
        self.disallow_all = False
        self.allow_all = False
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        return self.last_checked

    def modified(self):
        self.last_checked = _time.time()

    def set_url(self, url):
        self.url = url
        self.host, self.path = urllib.parse.urlparse(url)[1:3]

    def read(self):
        """Reads the robots.txt URL and feeds it to the parser."""
        import urllib.error
        import urllib.request
        try:
            with urllib.request.urlopen(self.url) as f:
                raw = f.read()
        except urllib.error.HTTPError as err:
            if err.code in (401, 403):
                self.disallow_all = True
            elif 400 <= err.code < 500:
                self.allow_all = True
            err.close()
        else:
            self.parse(raw.decode('utf-8').splitlines())

    def _add(self, entry):
        if '*' in entry.useragents:
            if self.default_entry is None:
                self.default_entry = entry
        else:
            self.entries.append(entry)

    def parse(self, lines):
        """Parse the input lines from a robots.txt file."""
        self.modified()
        entry, rules = _Entry(), False
        for line in lines:
            line = line.strip() if not line.strip() else line.partition('#')[0].strip()
            if not line:
                if not entry.useragents:
                    entry, rules = _Entry(), False
                elif rules:
                    self._add(entry)
                    entry, rules = _Entry(), False
                continue
            key, colon, text = line.partition(':')
            if not colon:
                continue
            key, text = key.strip().lower(), urllib.parse.unquote(text.strip())
            if key == 'user-agent':
                if rules:
                    self._add(entry)
                    entry, rules = _Entry(), False
                entry.useragents.append(text)
            elif key == 'sitemap':
                self.sitemaps.append(text)
            elif entry.useragents:
                if key in ('allow', 'disallow'):
                    entry.rulelines.append(_Rule(text, key == 'allow'))
                    rules = True
                elif key == 'crawl-delay':
                    if text.isdigit():
                        entry.delay = int(text)
                    rules = True
                elif key == 'request-rate':
                    count, slash, seconds = text.partition('/')
                    if slash and count.strip().isdigit() and seconds.strip().isdigit():
                        entry.req_rate = RequestRate(int(count), int(seconds))
                    rules = True
        if entry.useragents:
            self._add(entry)

    def _entry(self, useragent):
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def can_fetch(self, useragent, url):
        """Using the parsed robots.txt decide if useragent can fetch url."""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:
            return False
        parts = urllib.parse.urlparse(urllib.parse.unquote(url))
        url = urllib.parse.urlunparse(('', '', parts.path, parts.params, parts.query, parts.fragment))
        url = _normalize(url) or '/'
        entry = self._entry(useragent)
        return True if entry is None else entry.allowance(url)

    def crawl_delay(self, useragent):
        if not self.mtime():
            return None
        entry = self._entry(useragent)
        return None if entry is None else entry.delay

    def request_rate(self, useragent):
        if not self.mtime():
            return None
        entry = self._entry(useragent)
        return None if entry is None else entry.req_rate

    def site_maps(self):
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries + ([self.default_entry] if self.default_entry is not None else [])
        return '\n\n'.join(map(str, entries))
