"""The tree of what the pages mean in, the structure tree of the document out (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from cardgen.paint.content import PageContent
from cardgen.paint.stream import Literal, text_string
from cardgen.paint.structure import Area, Content, Element


def first_keys(pages: Sequence[PageContent]) -> list[int]:
    """Return for each page the key of its first link in the parent tree; a page's own key is its number from 0."""
    return list(accumulate((len(page.links) for page in pages), initial=len(pages)))


class Writer:
    """Writes a tree, and remembers what the parent tree must know."""

    def __init__(
        self,
        document: PDFDocument,
        pages: Sequence[PDFObjectReference],
        annotations: Sequence[Sequence[PDFObjectReference]],
    ) -> None:
        self._document = document
        self._pages = [self._number(page) for page in pages]
        self._annotations = [[self._number(link) for link in of_page] for of_page in annotations]
        self._contents: dict[Content, str] = {}
        self._areas: dict[Area, str] = {}

    def write(self, root: Element, contents: Sequence[PageContent]) -> PDFObjectReference:
        """Add the tree to the document; return the reference of its root."""
        top = Literal()
        reference = self._document.Reference(top)
        child = self._add(root, self._number(reference))
        top.set(f"<</Type/StructTreeRoot/K {child}/ParentTree {self._parent_tree(contents)}>>")
        return reference

    def _number(self, reference: PDFObjectReference) -> str:
        """Write a reference."""
        return str(reference.format(self._document), "ascii")

    def _add(self, element: Element, parent: str) -> str:
        """Add an element and all in it; return its reference."""
        made = Literal()
        own = self._number(self._document.Reference(made))
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._add(kid, own))
                continue
            kids.append(self._leaf(kid, own, page))
        parts = [f"/S/{element.tag}/P {parent}"]
        if page is not None:
            parts.append(f"/Pg {self._pages[page]}")
        if element.language:
            parts.append(f"/Lang{text_string(element.language)}")
        if element.alternative:
            parts.append(f"/Alt{text_string(element.alternative)}")
        if element.attributes:
            parts.append(f"/A<<{element.attributes}>>")
        made.set(f"<<{''.join(parts)}/K[{' '.join(kids)}]>>")
        return own

    def _leaf(self, kid: Content | Area, own: str, page: int | None) -> str:
        """Remember whose a leaf is, and write it."""
        on = "" if kid.page == page else f"/Pg {self._pages[kid.page]}"
        match kid:
            case Content(mcid=mcid):
                self._contents[kid] = own
                return f"<</Type/MCR{on}/MCID {mcid}>>" if on else str(mcid)
            case Area(link=link):
                self._areas[kid] = own
                return f"<</Type/OBJR{on}/Obj {self._annotations[kid.page][link]}>>"

    def _parent_tree(self, contents: Sequence[PageContent]) -> str:
        """Write the number tree that leads from content back to its elements."""
        entries = [
            f"{at}[{' '.join(self._contents[Content(at, mcid)] for mcid in range(len(page.passages)))}]"
            for at, page in enumerate(contents)
        ]
        for at, (key, page) in enumerate(zip(first_keys(contents), contents, strict=False)):
            entries += [f"{key + link} {self._areas[Area(at, link)]}" for link in range(len(page.links))]
        made = Literal(f"<</Nums[{' '.join(entries)}]>>")
        return self._number(self._document.Reference(made))
