"""A tagged PDF file, read as a screen reader does: down its structure tree, whatever the order of painting."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

import page as validator
import pikepdf
from pikepdf import Array, Dictionary, Name

STANDARDS = ("ua1", "2a")


def failures(data):
    """What page-validation finds fault with, by standard and rule."""
    found = {}
    for standard in STANDARDS:
        report = validator.validate_pdf_bytes(data, profile=standard)
        for failure in report.failures:
            found[standard, failure.rule_id] = failure.message
        assert report.is_compliant is not any(key[0] == standard for key in found)
    return found


def stripped(data):
    """The same file without its tags: no tree, no marked content, nothing else changed."""
    pdf = pikepdf.open(io.BytesIO(data))
    for key in ("/StructTreeRoot", "/MarkInfo"):
        del pdf.Root[key]
    for sheet in pdf.pages:
        kept = [it for it in pikepdf.parse_content_stream(sheet) if str(it.operator) not in ("BMC", "BDC", "EMC")]
        sheet.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        for key in ("/StructParents", "/Tabs"):
            if key in sheet:
                del sheet[key]
        for link in sheet.get("/Annots", []):
            del link["/StructParent"]
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@dataclass
class Tag:
    """An element of the tree, with the words under it."""

    name: str
    kids: list = field(default_factory=list)
    """Tags and texts."""
    alternative: str = ""
    language: str = ""
    numbering: str = ""
    box: tuple = ()
    """Of a figure: left, bottom, right and top."""
    span: int = 1
    """How many columns a cell takes."""
    source: object = None
    links: list = field(default_factory=list)
    """The annotations that it holds itself."""

    @property
    def text(self):
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, *names):
        """Every tag of these names below, in order."""
        found = []
        for kid in self.kids:
            if isinstance(kid, Tag):
                found += [kid] if kid.name in names else []
                found += kid.all(*names)
        return found

    def outline(self):
        """The names of all tags, nested."""
        return [self.name, *(kid.outline() for kid in self.kids if isinstance(kid, Tag))]


def read_tags(data):
    """The tree of a file; its words are those that ToUnicode gives for the glyphs."""
    pdf = pikepdf.open(io.BytesIO(data))
    words = {sheet.objgen: marked_text(sheet) for sheet in pdf.pages}
    tree = read_tag(pdf.Root.StructTreeRoot.K, words, None)
    tree.source = pdf  # its objects end with it
    return tree


def read_tag(element, words, page):
    page = element.get("/Pg", page)
    attributes = element.get("/A", {})
    tag = Tag(
        str(element.S)[1:],
        alternative=str(element.get("/Alt", "")),
        language=str(element.get("/Lang", "")),
        numbering=str(attributes.get("/ListNumbering", ""))[1:],
        box=tuple(float(edge) for edge in attributes.get("/BBox", ())),
        span=int(attributes.get("/ColSpan", 1)),
    )
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary):
            tag.kids.append(words[page.objgen].pop(int(kid)))
        elif kid.get("/Type") == Name.MCR:
            tag.kids.append(words[kid.get("/Pg", page).objgen].pop(int(kid.MCID)))
        elif kid.get("/Type") == Name.OBJR:
            tag.links.append(kid.Obj)
        else:
            assert kid.P.objgen == element.objgen
            tag.kids.append(read_tag(kid, words, page))
    return tag


def marked_text(sheet):
    """The words of each marked-content sequence of a page, by its number."""
    maps = {name: unicode_map(font) for name, font in sheet.Resources.get("/Font", {}).items()}
    found, font, opened = {}, "", []
    for operands, operator in pikepdf.parse_content_stream(sheet):
        match str(operator):
            case "BMC" | "BDC":
                properties = operands[1] if len(operands) > 1 else {}
                opened.append(properties.get("/MCID"))
                if opened[-1] is not None:
                    assert int(opened[-1]) not in found
                    found[int(opened[-1])] = ""
            case "EMC":
                opened.pop()
            case "Tf":
                font = str(operands[0])
            case "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String) and opened[-1] is not None:
                        codes = [pair.hex() for pair in re.findall(b"(?s)..", bytes(part))]
                        found[int(opened[-1])] += "".join(maps[font][code] for code in codes)
            case "f" | "S" | "B" | "Do":
                assert opened, "painted outside all marked content"
    assert not opened
    return found


def unicode_map(font):
    pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>\n", font.ToUnicode.read_bytes())
    return {glyph.decode(): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}
