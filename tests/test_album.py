"""Which images beside a folder of guides belong to which guide, and in what order."""

from pathlib import Path

import pytest

from cardgen.guide.album import images_beside


@pytest.fixture
def beside(tmp_path):
    """Return a function that says by stem which of the images are whose."""

    def find(guides, images):
        (tmp_path / "images").mkdir()
        for name in images.split():
            (tmp_path / "images" / name).touch()
        paths = [tmp_path / f"{stem}.md" for stem in guides.split()]
        for path in paths:
            path.touch()
        return {path.stem: " ".join(names) for path, names in images_beside(paths).items()}

    return find


@pytest.mark.parametrize(
    "image",
    "plank.jpg plank.JPEG plank-1.png plank_start.webp plank2.png plankfinish.jpg plank.side.jpg PLANK_1.jpg".split(),
)
def test_an_image_belongs_to_the_guide_that_it_is_named_after(beside, image):
    assert beside("plank row", image) == {"plank": image}


@pytest.mark.parametrize("image", "planksides.jpg plank.gif plank.md plankstarting.jpg plan.jpg side-plank.jpg".split())
def test_other_words_and_other_files_are_of_no_guide(beside, image):
    assert beside("plank", image) == {}


def test_an_image_is_of_the_longest_stem_that_it_starts_with(beside):
    found = beside(
        "row row_barbell squat1 plank plank_s", "row-1.jpg row_barbell-1.jpg row_band.jpg squat12.jpg plank_start.jpg"
    )
    assert found == {"row": "row-1.jpg row_band.jpg", "row_barbell": "row_barbell-1.jpg", "plank": "plank_start.jpg"}


def test_a_guide_that_is_not_asked_for_keeps_its_images(tmp_path):
    for name in ("row.md", "row_barbell.md", "images/row_barbell-1.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert images_beside([tmp_path / "row.md"]) == {}


@pytest.mark.parametrize(
    ("images", "order"),
    [
        ("a-10.jpg a-9.jpg a-1.jpg", "a-1.jpg a-9.jpg a-10.jpg"),
        ("a_finish.jpg a_middle.jpg a_start.jpg", "a_start.jpg a_middle.jpg a_finish.jpg"),
        ("a-end.jpg a-begin.jpg", "a-begin.jpg a-end.jpg"),
        ("a.jpg a2.jpg a_end.jpg", "a.jpg a2.jpg a_end.jpg"),
        ("a-1.jpg a-0.jpg", "a-0.jpg a-1.jpg"),
        ("a_side-1.jpg a-2.jpg a_back.jpg", "a-2.jpg a_back.jpg a_side-1.jpg"),
        ("a_bend.jpg a_start2.jpg a_start1.jpg", "a_start1.jpg a_start2.jpg a_bend.jpg"),
        ("a.webp a.png a.jpg", "a.jpg a.png a.webp"),
    ],
)
def test_images_are_in_the_order_of_the_exercise(beside, images, order):
    assert beside("a", images) == {"a": order}


def test_names_that_differ_in_case_or_in_how_an_accent_is_stored_are_alike(tmp_path):
    (tmp_path / "images").mkdir()
    for name in ("Rosée.md", "images/Rose\u0301e-1.jpg", "images/._Rosée.jpg"):
        (tmp_path / name).touch()
    assert list(images_beside([tmp_path / "Rosée.md"]).values()) == [("Rose\u0301e-1.jpg",)]


def test_a_folder_is_listed_once_for_all_its_guides(tmp_path, monkeypatch):
    (tmp_path / "images").mkdir()
    guides = [tmp_path / f"g{number}.md" for number in range(300)]
    for guide in guides:
        guide.touch()
        for side in ("start", "finish"):
            (tmp_path / "images" / f"{guide.stem}_{side}.jpg").touch()
    listed = []
    plain = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: listed.append(path) or plain(path))
    assert len(images_beside(guides)) == 300
    assert listed == [tmp_path / "images", tmp_path]
