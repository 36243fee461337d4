"""The photographs that a guide names or has beside it: their order, their captions, and names that lead elsewhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePosixPath

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made import BODY, problems, read

from cardgen.guide import read_guide
from cardgen.values.errors import GuideError, Severity

links = pytest.mark.skipif(os.name == "nt", reason="Windows wants rights for links")


def front(lines):
    """A guide with these lines in its front matter, from the fifth on."""
    return f'---\nvideo: "abcdefghijk"\ndescription: "A drill."\ntitle: Drill\n{lines}\n---\n{BODY}'


def photos(guide):
    return [(photo.file, photo.caption) for photo in guide.photos]


def told(guide):
    return [str(problem).partition(": ")[2] for problem in guide.problems if problem.code != "inferred-title"]


@pytest.fixture
def guide_in(tmp_path):
    """Return a function that reads a guide with files beside it."""

    def write(lines="", *, images=""):
        for name in images.split():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).touch()
        path = tmp_path / "plank.md"
        path.write_text(front(lines))
        guide = read_guide(path)
        names = [Path(photo.file).relative_to(tmp_path).as_posix() for photo in guide.photos]
        return guide, list(zip(names, (photo.caption for photo in guide.photos), strict=True))

    return write


# --- keys -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("image: a.png", [("a.png", "")]),
        ("images: [a.png, shots/b.png]", [("a.png", "Start"), ("shots/b.png", "Finish")]),
        ("images: a.png, b.png", [("a.png", "Start"), ("b.png", "Finish")]),
        ("images: [b.png]\nimage: a.png", [("a.png", "Start"), ("b.png", "Finish")]),
        ("image: a.png\nimages: [./a.png, b.png, a.png]", [("a.png", "Start"), ("b.png", "Finish")]),
        ("image: a.png\ncaptions: [Hold]", [("a.png", "Hold")]),
        ("images: [a.png, b.png]\ncaptions: [Down, Up]", [("a.png", "Down"), ("b.png", "Up")]),
        ("images: [a.png, b.png]\ncaptions: [Down]", [("a.png", "Down"), ("b.png", "")]),
        ('images: [a.png, b.png]\ncaptions: ["", Up]', [("a.png", ""), ("b.png", "Up")]),
        ("image: a 1.png", [("a 1.png", "")]),
        ("image:\nimages: []\ncaptions:", []),
    ],
)
def test_a_guide_names_its_photographs_and_their_captions(lines, expected):
    guide = read(front(lines))
    assert photos(guide) == expected
    assert told(guide) == []


def test_photographs_point_at_their_line_and_start_at_the_folder_of_the_guide():
    guide = read(front("images: [b.png]\nimage: a.png"))
    assert [photo.location.line for photo in guide.photos] == [6, 5]
    assert guide.image_alt == ""
    assert read(front('image: a.png\nimage_alt: "A long  plank"')).image_alt == "A long plank"


def test_of_more_than_two_the_first_are_printed_and_the_others_named():
    guide = read(front("image: a.png\nimages: [b.png, c.png, d.png]"))
    assert photos(guide) == [("a.png", "Start"), ("b.png", "Finish")]
    assert problems(guide)[-1] == ("note", "image-not-printed", 6)
    assert told(guide)[0].startswith("note: a card has room for two photographs: c.png, d.png are not printed\n")


@pytest.mark.parametrize(
    ("lines", "line", "code", "message"),
    [
        ("image: a.png\ncaptions: [One, Two]", 6, "captions", "warning: 2 captions for one photograph"),
        ("captions: [One]", 5, "captions", "warning: 1 caption for no photographs"),
        ("images: [a, b]\ncaptions: [One, Two, Three]", 6, "captions", "warning: 3 captions for 2 photographs"),
        ("image_alt: A plank", 5, "image-alt", 'warning: "image_alt" tells what no photograph shows'),
        ("image: a.png\ncaptions: [<b>One</b>]", 6, "html", "warning: "),
    ],
)
def test_what_belongs_to_no_photograph_is_told(lines, line, code, message):
    guide = read(front(lines))
    assert problems(guide)[-1] == ("warning", code, line)
    assert told(guide)[0].startswith(message)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (f"image: {'a' * 501}", '"image" has 501 characters, more than 500'),
        (f"image_alt: {'a' * 501}", '"image_alt" has 501 characters, more than 500'),
        (f"images: [{'a' * 501}]", 'an entry of "images" has 501 characters, more than 500'),
        (f"captions: [{'a' * 61}]\nimage: a", 'an entry of "captions" has 61 characters, more than 60'),
        (f"images: [{', '.join(map(str, map('f{}'.format, range(41))))}]", '"images" has 41 entries, more than 40'),
        ('image: "a\\0.png"', '"image" holds the control character U+0000, which cannot be printed'),
    ],
)
def test_keys_have_their_bounds(lines, message):
    with pytest.raises(GuideError) as caught:
        read(front(lines))
    assert message in [problem.message for problem in caught.value.problems]


def test_a_path_as_windows_writes_it_is_one_with_slashes():
    guide = read(front("image: 'images\\start\\plank.jpg'"))
    assert [PurePosixPath(photo.file).parts[-3:] for photo in guide.photos] == [("images", "start", "plank.jpg")]


def test_two_images_with_a_comma_between_them_are_two():
    guide = read(front("image: start.jpg, finish.PNG"))
    assert [PurePosixPath(photo.file).name for photo in guide.photos] == ["start.jpg", "finish.PNG"]


def test_a_name_with_a_comma_is_one_image():
    guide = read(front("image: plank, low.jpg"))
    assert [PurePosixPath(photo.file).name for photo in guide.photos] == ["plank, low.jpg"]


# --- names that lead elsewhere ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/etc/passwd", "is an absolute path"),
        ("//host/share/a.png", "is an absolute path"),
        ("C:/a.png", "is an absolute path"),
        ("c:a.png", "is an absolute path"),
        ("\\\\host\\share\\a.png", "is an absolute path"),
        ("\\a.png", "is an absolute path"),
        ("..", 'leads out of the folder of the guide with ".."'),
        ("../a.png", 'leads out of the folder of the guide with ".."'),
        ("images/../../a.png", 'leads out of the folder of the guide with ".."'),
        ("images\\..\\..\\a.png", 'leads out of the folder of the guide with ".."'),
        ("https://a.example/a.png", "is an address"),
        ("file:///etc/passwd", "is an address"),
        ("data:image/png;base64,AAAA", "is an address"),
        ("HTTP:a.png", "is an address"),
    ],
)
@pytest.mark.parametrize("lines", ["image: '{}'", "images: [a.png, '{}']"])
def test_a_name_that_leads_out_of_the_folder_is_left_out_and_told(name, reason, lines):
    guide = read(front(lines.format(name)))
    assert not any(photo.file.endswith("passwd") or ".." in photo.file for photo in guide.photos)
    (problem,) = (problem for problem in guide.problems if problem.code == "image-path")
    assert problem.severity is Severity.WARNING
    assert problem.message.startswith(f'"{name.replace(chr(92), "/")}" {reason}')
    assert problem.location.line == 5
    assert problem.hint.startswith("put the file into the folder of the guide")


@links
def test_a_link_that_leads_out_of_the_folder_is_told_and_one_within_is_not(tmp_path, guide_in):
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "secret.png").touch()
    (home / "real.png").touch()
    (home / "out.png").symlink_to(tmp_path / "secret.png")
    (home / "away").symlink_to(tmp_path)
    (home / "in.png").symlink_to("real.png")
    path = home / "plank.md"
    for name in ("out.png", "away/secret.png"):
        path.write_text(front(f"image: {name}"))
        guide = read_guide(path)
        assert photos(guide) == []
        assert "is a link that leads out of the folder of the guide" in guide.problems[0].message
    path.write_text(front("image: in.png"))
    assert photos(read_guide(path)) == [((home / "in.png").as_posix(), "")]


@links
def test_a_folder_of_images_that_leads_out_is_left_out_and_told(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "plank.jpg").touch()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "images").symlink_to(tmp_path / "elsewhere")
    path = tmp_path / "home" / "plank.md"
    path.write_text(front(""))
    guide = read_guide(path)
    assert photos(guide) == []
    assert guide.problems[0].message.startswith('"images/plank.jpg" is a link that leads out')
    assert guide.problems[0].location.line is None


@links
def test_a_folder_of_guides_may_be_a_link_itself(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "plank.md").write_text(front("image: a.png"))
    (tmp_path / "link").symlink_to("real")
    assert photos(read_guide(tmp_path / "link" / "plank.md")) == [((tmp_path / "link" / "a.png").as_posix(), "")]


# --- images beside the guide ------------------------------------------------------------------------------------------


def test_images_beside_the_guide_are_taken_where_it_names_none(guide_in):
    images = "images/plank_finish.jpg images/plank_start.jpg images/planksides.jpg"
    assert guide_in(images=images)[1] == [("images/plank_start.jpg", "Start"), ("images/plank_finish.jpg", "Finish")]
    assert guide_in("captions: [Long, Strong]")[1] == [
        ("images/plank_start.jpg", "Long"),
        ("images/plank_finish.jpg", "Strong"),
    ]
    assert guide_in("image: other.jpg")[1] == [("other.jpg", "")]


def test_of_images_beside_the_guide_two_are_printed_and_each_but_once(guide_in):
    guide, found = guide_in(images="images/plank.png images/plank.jpg images/plank-2.jpg images/plank-3.jpg")
    assert found == [("images/plank.jpg", "Start"), ("images/plank-2.jpg", "Finish")]
    assert [line.splitlines()[0] for line in told(guide)] == [
        "note: images/plank.png is not printed",
        "note: a card has room for two photographs: images/plank-3.jpg is not printed",
    ]


def test_a_guide_that_is_no_file_has_none_beside(tmp_path, monkeypatch):
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "drill.jpg").touch()
    monkeypatch.chdir(tmp_path)
    assert read(front("")).photos == ()
