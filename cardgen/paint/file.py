"""Objects in, the bytes of a file out: small objects packed into object streams, as ReportLab cannot (ISO 32000-1, 7.5.7).

A tagged page has a hundred small objects that are much alike; packed, they take a tenth of the room.
"""

from __future__ import annotations

import hashlib
import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference
from reportlab.pdfbase.pdfdoc import format as format_object

from cardgen.paint.stream import COMPRESSION, END_STREAM, RawStream

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The second line tells other programs that the file is no text."""
PACKED = 200
"""Objects in one object stream: a viewer unpacks it whole for one of them."""
ID_LENGTH = 16


def write_file(document: PDFDocument, *, root: PDFObjectReference, info: PDFObjectReference) -> bytes:
    """Return the file; its identifier follows from all that is in it."""
    streams, packed = _format_all(document)
    out = bytearray(HEADER)
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    count = max([*streams, *(number for number, _ in packed)]) + 1
    for start in range(0, len(packed), PACKED):
        bundle = packed[start : start + PACKED]
        entries |= {number: (2, count, at) for at, (number, _) in enumerate(bundle)}
        streams[count] = _bundle(bundle)
        count += 1
    for number, data in sorted(streams.items()):
        entries[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, data)
    start = len(out)
    entries[count] = (1, start, 0)
    identity = hashlib.sha256(out).hexdigest()[: 2 * ID_LENGTH]
    width = (start.bit_length() + 7) // 8
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(width, "big") + last.to_bytes(2, "big")
        for kind, place, last in (entries[number] for number in range(count + 1))
    )
    data = zlib.compress(table, COMPRESSION)
    trailer = (
        f"<</Type/XRef/Size {count + 1}/W[1 {width} 2]/Root {_written(root, document)}/Info {_written(info, document)}"
        f"/ID[<{identity}><{identity}>]/Filter/FlateDecode/Length {len(data)}>>"
    )
    out += b"%d 0 obj\n%b\nstream\n%b%b\nendobj\n" % (count, trailer.encode("ascii"), data, END_STREAM)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _format_all(document: PDFDocument) -> tuple[dict[int, bytes], list[tuple[int, bytes]]]:
    """Return streams, and all other objects, by their numbers; writing one may add others."""
    streams: dict[int, bytes] = {}
    packed: list[tuple[int, bytes]] = []
    number = 1
    while number in document.numberToId:
        thing = document.idToObject[document.numberToId[number]]
        data = bytes(format_object(thing, document, toplevel=1))
        if isinstance(thing, RawStream):
            streams[number] = data
        else:
            packed.append((number, data))
        number += 1
    return streams, packed


def _bundle(objects: list[tuple[int, bytes]]) -> bytes:
    """Return an object stream."""
    places: list[int] = []
    at = 0
    for _, data in objects:
        places.append(at)
        at += len(data) + 1
    head = " ".join(f"{number} {place}" for (number, _), place in zip(objects, places, strict=True)).encode() + b"\n"
    body = zlib.compress(head + b"\n".join(data for _, data in objects), COMPRESSION)
    entries = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(objects), len(head), len(body))
    return entries + b"\nstream\n" + body + END_STREAM


def _written(reference: PDFObjectReference, document: PDFDocument) -> str:
    return str(reference.format(document), "ascii")
