"""Title and language in, what a file says of itself out: XMP, document information, output intent.

What XMP says and what the information says agree, as PDF/A asks; both have dates only where one is given.
"""

from __future__ import annotations

import re
from functools import cache
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName

from cardgen.paint.stream import Literal, RawStream, text_string

CREATOR = "cardgen"
PRODUCER = "cardgen (ReportLab)"
SPACE = "sRGB IEC61966-2.1"
DATE_IN_PROFILE = slice(24, 36)
"""When the profile was made (ICC.1:2010, 7.2): Pillow writes now, which would make every file another."""
PROFILE_DATE = bytes.fromhex("07d0 0001 0001 0000 0000 0000")
"""The first of January 2000."""

SECONDS = len("2000-01-01T00:00:00")
"""What of a date stands before its time zone."""

_UA_SCHEMA = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A wants every property described that XMP itself does not know (ISO 19005-2, 6.6.2.3)."""


def metadata(title: str, language: str, date: str, rights: str = "") -> RawStream:
    """Return the XMP packet; a date is in ISO 8601 with seconds and time zone, `rights` say where the text is from."""
    dated = ""
    if date:
        dated = f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\n"
    words = escape(title)
    owed = ""
    if rights:
        owed = f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{escape(rights)}</rdf:li></rdf:Alt></dc:rights>\n'
    packet = f"""\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
{owed}{dated}<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{_UA_SCHEMA}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    return RawStream(packet.encode(), {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})


def information(title: str, date: str) -> Literal:
    """Return the document information dictionary."""
    entries = f"/Title{text_string(title)}/Creator{text_string(CREATOR)}/Producer{text_string(PRODUCER)}"
    if date:
        clock, zone = re.sub("[-:T]", "", date[:SECONDS]), date[SECONDS:].replace(":", "'")
        when = f"D:{clock}{zone}" + "'" * zone.startswith(("+", "-"))
        entries += f"/CreationDate({when})/ModDate({when})"
    return Literal(f"<<{entries}>>")


def output_intent(document: PDFDocument) -> PDFArray:
    """Return the colour space for which all colours are meant: sRGB."""
    profile = RawStream.deflated(_profile(), {"N": 3})
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": Literal(text_string(SPACE)),
        "Info": Literal(text_string(SPACE)),
        "DestOutputProfile": document.Reference(profile),
    }
    return PDFArray([PDFDictionary(intent)])


@cache
def _profile() -> bytes:
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[DATE_IN_PROFILE] = PROFILE_DATE
    return bytes(data)
