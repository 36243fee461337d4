"""What ReportLab does not do as a tagged file needs it; a test that fails says that a way round it can go (`paint/quirks.py`)."""

import inspect
import io

import pikepdf
from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFInfo, PDFPage, PDFStream
from reportlab.pdfbase.ttfonts import makeToUnicodeCMap
from reportlab.pdfgen.canvas import Canvas

from cardgen.paint.metadata import DATE_IN_PROFILE, PROFILE_DATE, _profile
from cardgen.paint.stream import RawStream


def drawn(words, **options):
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, **options)
    canvas.drawString(10, 10, words)
    canvas.linkURL("https://ab.example", (0, 0, 9, 9))
    canvas.save()
    return out.getvalue()


def test_a_stream_of_reportlab_has_no_end_of_line_before_its_end_and_an_empty_filter():
    document = PDFDocument(invariant=1)
    stream = PDFStream(content=b"0 g", filters=[])
    written = stream.format(document)
    assert b"0 gendstream" in written
    assert b"/Filter [  ]" in written
    assert RawStream.deflated(b"0 g", {}).format(document).endswith(b"\r\nendstream")


def test_catalog_and_page_of_reportlab_drop_what_tags_need():
    assert "OutputIntents" not in PDFCatalog.__NoDefault__
    assert not {"StructParents", "Tabs"} & set(PDFPage.__NoDefault__)


def test_the_information_of_reportlab_always_has_dates():
    written = PDFInfo().format(PDFDocument(invariant=1))
    assert b"/CreationDate" in written
    assert b"(unspecified)" in written


def test_the_identifier_of_reportlab_ignores_the_pages():
    ids = {bytes(pikepdf.open(io.BytesIO(drawn(words))).trailer.ID[0]) for words in ("one", "two")}
    assert len(ids) == 1


def test_reportlab_packs_no_objects():
    assert b"/ObjStm" not in drawn("one")
    assert "ObjStm" not in inspect.getsource(inspect.getmodule(PDFDocument))


def test_the_unicode_map_of_reportlab_starts_at_nothing():
    assert "<00> <0000>" in makeToUnicodeCMap("F", [0, 65])


def test_a_canvas_names_helvetica_and_its_links_say_nothing():
    pdf = pikepdf.open(io.BytesIO(drawn("one")))
    (page,) = pdf.pages
    assert {str(font.BaseFont) for font in page.Resources.Font.values()} == {"/Helvetica"}
    (link,) = page.Annots
    assert "/Contents" not in link
    assert "/StructParent" not in link


def test_the_profile_of_pillow_carries_the_hour():
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert made[DATE_IN_PROFILE] != PROFILE_DATE
    assert _profile()[DATE_IN_PROFILE] == PROFILE_DATE
    assert _profile()[: DATE_IN_PROFILE.start] == made[: DATE_IN_PROFILE.start]
