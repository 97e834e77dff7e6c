# The module _compression: streams that decompress what they read.

import io

BUFFER_SIZE = 1 << 18


class Reader(io.BufferedIOBase):
    """A readable stream. A subclass gives it more() (the next piece, b'' at the end) and restart()."""

    def _begin(self):
        self._piece = b''
        self._used = 0      # of the piece
        self._position = 0
        self._length = None

    def more(self):
        raise NotImplementedError

    def restart(self):
        raise NotImplementedError

    def _fill(self):
        """Make sure that something is left of the piece; False at the end."""
        if self._used < len(self._piece):
            return True
        self._piece = self.more()
        self._used = 0
        return bool(self._piece)

    def _take(self, n):
        piece, used = self._piece, self._used
        part = piece[used:used + n] if used or n < len(piece) else piece
        self._used += len(part)
        self._position += len(part)
        return part

    def _read(self, size):
        if size is None or size < 0:
            parts, total, most = [], 0, _most()
            while self._fill():
                part = self._take(len(self._piece))
                total += len(part)
                if total > most:
                    raise MemoryError(f'decompressed data is larger than the limit of {most} bytes')
                parts.append(part)
            return b''.join(parts)
        if not size or not self._fill():
            return b''
        part = self._take(size)
        if len(part) == size:
            return part
        parts = [part]
        size -= len(part)
        while size and self._fill():
            part = self._take(size)
            parts.append(part)
            size -= len(part)
        return b''.join(parts)

    def _read1(self, size):
        if size == 0 or not self._fill():
            return b''
        return self._take(len(self._piece) if size is None or size < 0 else size)

    def _peek(self):
        return self._piece[self._used:] if self._fill() else b''

    def _readline(self, size):
        if size is None:
            size = -1
        parts = []
        while size and self._fill():
            end = self._piece.find(b'\n', self._used)
            n = (len(self._piece) if end < 0 else end + 1) - self._used
            if 0 <= size < n:
                n, end = size, 0
            parts.append(self._take(n))
            if end >= 0:
                break
            if size > 0:
                size -= n
        return parts[0] if len(parts) == 1 else b''.join(parts)

    def _seek(self, offset, whence):
        if whence == 1:
            offset += self._position
        elif whence == 2:
            if self._length is None:
                while self._fill():
                    self._take(len(self._piece))
                self._length = self._position
            offset += self._length
        elif whence:
            raise ValueError(f'Invalid value for whence: {whence}')
        offset = max(offset, 0)
        if offset < self._position:
            self.restart()
            self._piece, self._used, self._position = b'', 0, 0
        while self._position < offset and self._fill():
            self._take(offset - self._position)
        return self._position
