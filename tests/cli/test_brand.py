"""A gym's brand from its settings to its cards: theme, colours, logo, address, note."""

import io
import json
import re

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from cardgen.files.config import SCHEMA
from tests.builders import zones_on

GUIDE = "content/pullthrough_band.md"
CARD = "output/pullthrough_band.pdf"


@pytest.fixture
def gym(terminal, content):
    """Return a function that writes cardgen.toml."""

    def write(text, path="cardgen.toml"):
        file = terminal.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    return write


def logo(path, size=(1200, 300), kind="PNG"):
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).ellipse((10, 10, size[0] - 10, size[1] - 10), fill=(200, 16, 46))
    image.save(path, kind)


def images(path):
    """The images of a file's pages: the matrix that places each, and its object."""
    pdf = pikepdf.open(path)
    found = []
    for page in pdf.pages:
        matrix = None
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "cm":
                matrix = [float(value) for value in operands]
            if str(operator) == "Do":
                drawn = page.Resources.XObject[str(operands[0])]
                if drawn.Subtype == "/Image":  # the muscle map is a form
                    found.append((matrix, drawn))
    return pdf, found


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    return " ".join(text.split())


def links_of(path):
    pdf = pikepdf.open(path)
    return [str(annotation.A.URI) for annotation in pdf.pages[0].get("/Annots", [])]


def pixel(path, x, y):
    document = pypdfium2.PdfDocument(path)
    color = document[0].render(scale=1).to_pil().convert("RGB").getpixel((x, y))
    document.close()
    return "#" + bytes(color).hex()


def test_name_address_note_and_logo_are_on_the_card(terminal, gym):
    logo(terminal.folder / "logo.png")
    gym('[gym]\nname = "Corner Gym"\nweb = "cornergym.example/join"\nnote = "Ask first."\nlogo = "logo.png"\n')
    terminal.run("render", GUIDE, "--size", "a5")
    text = text_of(CARD)
    assert "Ask first." in text
    assert "Corner Gym · cornergym.example/join" in text
    assert "https://cornergym.example/join" in links_of(CARD)
    pdf, [((width, skew, slant, height, x, y), image)] = images(CARD)
    assert (skew, slant) == (0, 0)
    assert width / height == pytest.approx(4, rel=0.02)
    assert x + width == pytest.approx((148 - 10) * 72 / 25.4, abs=0.1), "at the head's right end"
    assert y > 180 * 72 / 25.4
    assert str(image.ColorSpace) == "/DeviceRGB"
    pdf.close()


@pytest.mark.slow
def test_the_same_settings_give_the_same_bytes_on_one_process_and_on_two(terminal, gym):
    logo(terminal.folder / "logo.jpg", kind="JPEG")
    gym('[gym]\nlogo = "logo.jpg"\n')
    made = []
    for jobs in ("1", "2"):
        terminal.run("render", "-j", jobs)
        made.append([path.read_bytes() for path in sorted((terminal.folder / "output").glob("*.pdf"))])
    assert made[0] == made[1]


@pytest.mark.parametrize("size", ["a4", "a6", "3x5in", "a3", "6x4in"])
@pytest.mark.parametrize("shape", [(1200, 300), (300, 1200), (500, 500), (3000, 40)])
def test_a_logo_keeps_its_proportions_and_its_room_on_every_size(terminal, gym, size, shape):
    from cardgen.layout.ground.band import LOGO
    from cardgen.layout.ground.measures import measures_for
    from cardgen.values.stock import parse_sheet

    logo(terminal.folder / "logo.png", shape)
    gym('[gym]\nname = "Corner Gym"\nlogo = "logo.png"\n')
    terminal.run("render", GUIDE, "--size", size)
    pdf, [((width, _, _, height, x, y), image)] = images(CARD)
    sheet = measures_for(parse_sheet(size))
    assert width <= LOGO[0] * zones_on(size).unit + 0.01
    assert height <= LOGO[1] * zones_on(size).unit + 0.01
    assert width / height == pytest.approx(int(image.Width) / int(image.Height), rel=0.01)
    assert width / height == pytest.approx(shape[0] / shape[1], rel=0.35)  # few pixels: rounded to whole ones
    assert x >= sheet.edge - 0.01
    assert y >= sheet.edge - 0.01
    pdf.close()


def test_a_logo_without_a_name_stands_alone(terminal, gym):
    logo(terminal.folder / "logo.png")
    gym('[gym]\nlogo = "logo.png"\n')
    terminal.run("render", GUIDE)
    pdf, found = images(CARD)
    assert len(found) == 1
    pdf.close()


def test_what_is_wrong_with_a_logo_names_the_line_of_the_settings(terminal, gym):
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "GIF")
    (terminal.folder / "logo.png").write_bytes(out.getvalue())
    gym('[gym]\nname = "x"\nlogo = "logo.png"\n')
    for command in ("render", "check"):
        result = terminal.run(command, exit_code=2)
        assert result.stderr.startswith(
            "cardgen: cardgen.toml:3: logo.png: the file is a GIF, not PNG, JPEG, WebP, AVIF, HEIC or SVG\n"
        )
    assert not (terminal.folder / "output").exists()


def test_paths_start_at_the_settings_whatever_the_working_folder(terminal, gym):
    gym('[gym]\nlogo = "art/logo.png"\n[card]\ntheme = "art/moss.toml"\n', "brand/gym.toml")
    gym('band = "#203a1c"\naccent = "#f2d544"\n', "brand/art/moss.toml")
    logo(terminal.folder / "brand" / "art" / "logo.png")
    terminal.run("render", GUIDE, "--config", "brand/gym.toml")
    pdf, found = images(CARD)
    assert len(found) == 1
    pdf.close()
    assert pixel(CARD, 3, 3) == "#203a1c"


def test_a_settings_file_that_is_named_must_be_there(terminal, content):
    result = terminal.run("render", "--config", "gym.toml", exit_code=2)
    assert "gym.toml: no such settings file" in result.stderr


def test_a_settings_file_that_is_named_replaces_the_one_that_is_here(terminal, gym):
    gym('[gym]\nname = "Here"\n')
    gym('[gym]\nname = "There"\n', "there.toml")
    terminal.run("render", GUIDE, "--config", "there.toml")
    assert "There" in text_of(CARD)
    assert "Here" not in text_of(CARD)


@pytest.mark.parametrize(
    ("theme", "band"),
    [("petrol", "#12343b"), ("night", "#17255a"), ("oxblood", "#4a1220"), ("GRAPHITE", "#23272b")],
)
def test_a_theme_is_taken_by_its_name(terminal, content, theme, band):
    terminal.run("render", GUIDE, "--theme", theme)
    assert pixel(CARD, 3, 3) == band


def test_the_command_line_goes_before_theme_and_colours_of_the_settings(terminal, gym):
    gym('[card]\ntheme = "oxblood"\n[colors]\nbrand = "#e30613"\n')
    terminal.run("render", GUIDE)
    assert pixel(CARD, 3, 3) == "#e30613"
    terminal.run("render", GUIDE, "--theme", "night")
    assert pixel(CARD, 3, 3) == "#17255a"


def test_detail_and_orientation_are_taken_from_the_settings_and_the_command_line_wins(terminal, gym):
    gym('[card]\nsize = "a5"\ndetail = "Full"\norientation = "landscape"\n')
    terminal.run("render", GUIDE)
    assert "Push the hips back." in text_of(CARD)
    terminal.run("render", GUIDE, "--detail", "brief", "--orientation", "portrait")
    assert "Push the hips back." not in text_of(CARD)


def test_a_colour_that_fails_is_refused_with_the_nearest_and_that_is_taken(terminal, gym):
    gym('[colors]\nband = "#7fb2d0"\n')
    stderr = terminal.run("render", GUIDE, exit_code=2).stderr
    assert stderr.startswith("cardgen: cardgen.toml:2: band: #7fb2d0 is too hard to read: the white title on it")
    offered = re.search(r'hint: the nearest colour that passes is "(#[0-9a-f]{6})"', stderr)[1]
    gym(f'[colors]\nband = "{offered}"\n')
    terminal.run("render", GUIDE)
    assert pixel(CARD, 3, 3) == offered


def test_an_unknown_theme_offers_the_nearest(terminal, gym):
    assert 'did you mean "night"?' in terminal.run("render", "--theme", "nigth", exit_code=2).stderr
    gym('[card]\ntheme = "nigth"\n')
    assert terminal.run("check", exit_code=2).stderr.startswith('cardgen: cardgen.toml:2: unknown theme "nigth"\n')


def test_a_note_that_cannot_be_printed_is_told_once(terminal, gym):
    gym('[gym]\nnote = "\N{HIRAGANA LETTER A}"\n')
    result = terminal.run("render", exit_code=2)
    assert result.stderr.startswith("cardgen: cardgen.toml:2: no font has the character \N{HIRAGANA LETTER A}")


def test_the_schema_of_the_settings_is_printed_and_names_every_key(terminal):
    schema = json.loads(terminal.run("schema", "config").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {table: set(part["properties"]) for table, part in schema["properties"].items()} == {
        table: set(keys) for table, keys in SCHEMA.items()
    }
    assert schema["additionalProperties"] is False


def test_the_settings_name_the_command_that_prints_their_schema(terminal):
    terminal.run("init")
    assert "`cardgen schema config`" in (terminal.folder / "cardgen.toml").read_text()
