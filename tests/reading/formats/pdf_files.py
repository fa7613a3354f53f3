"""Small PDF files, written by hand: lines of text at places, in fonts that need no embedding."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Line:
    """A line with its left edge and its base, in points from the page's bottom left."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 11
    bold: bool = False


def column(
    text: str, *, x: float = 72, y: float = 700, size: float = 11, gap: float = 14
) -> list[Line]:
    """The lines of a text one below another; a blank line leaves a gap."""
    return [
        Line(line, x, y - number * gap, size)
        for number, line in enumerate(text.strip("\n").split("\n"))
        if line.strip()
    ]


def pdf(
    *pages: Sequence[Line], encrypted: bool = False, password: str = "", information: str = ""
) -> bytes:
    """A file with these pages; `encrypted` by nobody knows what, or by a password.

    `information` is what the file says of itself, as `/Creator (Writer)`.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{_kids(len(pages))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >>",
    ]
    for number, lines in enumerate(pages):
        stream = "\n".join(_shown(line) for line in lines).encode("latin-1")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents "
            f"{7 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    if password:
        return _locked(objects, password.encode())
    if information:
        objects.append(f"<< {information} >>".encode())
        return _file(objects, lock=b" /Info %d 0 R" % len(objects))
    return _file(objects, encrypted=encrypted)


def _kids(count: int) -> str:
    return " ".join(f"{6 + 2 * number} 0 R" for number in range(count))


def _shown(line: Line) -> str:
    try:
        line.text.encode("cp1252")
        font = "F2" if line.bold else "F1"
        text = line.text.encode("cp1252").decode("latin-1")
        shown = "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    except UnicodeEncodeError:
        font, shown = "F3", f"<{line.text.encode('utf-16-be').hex()}>"
    return f"BT /{font} {line.size} Tf {line.x} {line.y} Td {shown} Tj ET"


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _locked(objects: Sequence[bytes], password: bytes) -> bytes:
    """The file as PDF 1.1 locks it: RC4 with keys of forty bits (ISO 32000-1, 7.6.3)."""
    owner, padded = bytes(32), (password + _PADDING)[:32]
    key = hashlib.md5(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + b"\0").digest()[:5]
    locked = []
    for number, content in enumerate(objects, 1):
        head, begin, rest = content.partition(b"stream\n")
        if begin:
            own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
            stream = rest.removesuffix(b"\nendstream")
            content = head + begin + _rc4(own, stream) + b"\nendstream"
        locked.append(content)
    lock = b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
    hexed = owner.hex().encode(), _rc4(key, _PADDING).hex().encode()
    return _file(locked, lock=lock % hexed)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    found = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        found.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(found)


def _file(objects: Sequence[bytes], *, encrypted: bool = False, lock: bytes = b"") -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = (
        b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
        % (b"11" * 32, b"22" * 32)
        if encrypted
        else lock
    )
    count = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, lock, len(data))
    )
