"""The bytes of an SVG file in, its elements out: names, attributes, lines. Declares no entity, loads nothing, runs nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from cardgen.pictures.svg.work import MOST_BYTES, MOST_DEPTH, MOST_ELEMENTS, SvgError, too_much

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
PLAIN = "save it as plain SVG"

_BETWEEN = " "
"""Between the address of a name space and the name in it; addresses hold none."""
_NEVER = {"script": "a script", "foreignObject": "a piece of a web page"}
"""Elements that are refused wherever they stand, unless a `switch` offers something else."""


@dataclass(slots=True, kw_only=True)
class Element:
    """An element of the file."""

    name: str
    """Without its name space, which is that of SVG."""
    attributes: dict[str, str]
    """Those of SVG itself; `href` also where it is written `xlink:href`."""
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""
    """Of a style alone."""

    def get(self, name: str) -> str:
        """Return an attribute, or an empty text."""
        return self.attributes.get(name, "").strip()


def read_tree(data: bytes) -> Element:
    """Return the root of a file, or raise SvgError."""
    if len(data) > MOST_BYTES:
        raise too_much(f"{MOST_BYTES >> 20} MB")
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    builder.parser = parser
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.words
    parser.EntityDeclHandler = builder.entity
    parser.ProcessingInstructionHandler = builder.instruction
    try:
        parser.Parse(data, True)  # noqa: FBT003 - as expat has it: these are the last bytes
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise SvgError(f"this is no whole SVG: {reason}", line=error.lineno, hint="save it again") from None
    if builder.root is None:
        raise SvgError("this is no SVG: its first element is another's", hint=PLAIN)
    return builder.root


@dataclass(slots=True, kw_only=True)
class _Builder:
    """Keeps elements of SVG; those of drawing programs, and all in them, are passed over: they draw nothing."""

    parser: expat.XMLParserType | None = None
    root: Element | None = None
    open: list[Element] = field(default_factory=list)
    foreign: int = 0
    """How many elements that are not SVG's are open."""
    count: int = 0

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber if self.parser else 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(_BETWEEN)
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise too_much(f"{MOST_ELEMENTS:,} elements", self.line)
        if self.foreign or space not in (SVG, ""):
            self.foreign += 1
            return
        if len(self.open) >= MOST_DEPTH:
            raise too_much(f"{MOST_DEPTH} elements in one another", self.line)
        element = Element(name=local, attributes=_own(attributes), line=self.line)
        self.check(element)
        if self.open:
            self.open[-1].children.append(element)
        elif local != "svg":
            raise SvgError(f"this is no SVG: its first element is <{local[:40]}>", line=self.line, hint=PLAIN)
        else:
            self.root = element
        self.open.append(element)

    def check(self, element: Element) -> None:
        """Refuse what could run, or show what is not in the file."""
        offered = any(parent.name == "switch" for parent in self.open)
        if element.name in _NEVER and not (offered and element.name == "foreignObject"):
            raise SvgError(f"the drawing holds {_NEVER[element.name]}", line=element.line, hint=PLAIN)
        for name in element.attributes:
            if re.match(r"on[a-z]", name):
                raise SvgError(f"the drawing holds a script ({name[:30]})", line=element.line, hint=PLAIN)

    def end(self, _name: str) -> None:
        if self.foreign:
            self.foreign -= 1
        else:
            self.open.pop()

    def words(self, text: str) -> None:
        if not self.foreign and self.open and self.open[-1].name == "style":
            self.open[-1].text += text

    def entity(self, *_declared: object) -> None:
        raise SvgError("the file declares entities, which are not read", line=self.line, hint=PLAIN)

    def instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise SvgError("the drawing takes its colours from another file", line=self.line, hint=PLAIN)


def _own(attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes of SVG itself."""
    own: dict[str, str] = {}
    for name, value in attributes.items():
        space, _, local = name.rpartition(_BETWEEN)
        if not space:
            own[local] = value
        elif space == XLINK and local == "href":
            own.setdefault("href", value)
    return own
