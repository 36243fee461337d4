import os

import pytest

from cardgen.files.importers.exercise import Exercise, Fate, Passage
from cardgen.files.importers.keep import Keeper
from cardgen.values.errors import OutputError
from tests.importers.making import picture


@pytest.fixture
def photos(tmp_path):
    folder = tmp_path / "db"
    folder.mkdir()
    paths = tuple(folder / f"{number}.jpg" for number in range(2))
    for path, colour in zip(paths, ("teal", "tomato"), strict=True):
        path.write_bytes(picture(colour))
    return paths


@pytest.fixture
def guides(tmp_path):
    folder = tmp_path / "guides"
    folder.mkdir()
    return folder


def exercise(text="Sit down. Rise again.", origin="test: Squat", stems=("squat",), **values):
    return Exercise(origin=origin, stems=stems, title="Squat", passages=(Passage(text=text),), **values)


def keep(folder, *exercises):
    keeper = Keeper(folder=folder)
    return [keeper.keep(it, (), "record") for it in exercises]


def fate(folder, it):
    return keep(folder, it)[0].fate


def state(folder):
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*.*")
    }


def test_to_import_twice_changes_nothing_and_touches_nothing(guides, photos):
    assert fate(guides, exercise(photos=photos)) is Fate.NEW
    before = state(guides)
    assert set(before) == {"squat.md", "images/squat-1.jpg", "images/squat-2.jpg"}
    assert fate(guides, exercise(photos=photos)) is Fate.UNCHANGED
    assert state(guides) == before


@pytest.mark.parametrize("change", [str.upper, lambda text: text + "\n", lambda text: text.replace("Sit", "Lie")])
def test_a_guide_that_was_edited_is_left_alone_with_its_photographs(guides, photos, change):
    keep(guides, exercise(photos=photos))
    path = guides / "squat.md"
    head, dash, body = path.read_text(encoding="utf-8").rpartition("---\n")
    path.write_text(head + dash + change(body), encoding="utf-8")
    (guides / "images" / "squat-1.jpg").unlink()
    before = state(guides)
    (done,) = keep(guides, exercise("Now kneel.", photos=photos))
    assert done.fate is Fate.LEFT_ALONE
    assert "squat.md: note: left alone: it was edited\n  hint: to have it imported anew" in str(done.problems[0])
    assert state(guides) == before


def test_a_guide_whose_marks_are_gone_or_that_was_never_imported_is_left_alone(guides):
    for text in (b"", b"my own notes", b"---\ntitle: Squat\n---\n\xff"):
        (guides / "squat.md").write_bytes(text)
        (done,) = keep(guides, exercise())
        assert done.fate is Fate.LEFT_ALONE
        assert "was not imported" in done.problems[0].message
        assert (guides / "squat.md").read_bytes() == text


def test_a_guide_that_nobody_edited_follows_the_collection(guides):
    keep(guides, exercise())
    assert fate(guides, exercise("Now kneel.")) is Fate.UPDATED
    assert "Now kneel." in (guides / "squat.md").read_text(encoding="utf-8")
    assert fate(guides, exercise("Now kneel.")) is Fate.UNCHANGED


def test_line_ends_and_a_byte_order_mark_are_no_edit(guides):
    keep(guides, exercise())
    path = guides / "squat.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert fate(guides, exercise()) is Fate.UNCHANGED
    assert path.read_bytes() == before


def test_photographs_follow_the_collection_too(guides, photos):
    keep(guides, exercise(photos=photos))
    photos[0].write_bytes(picture("black"))
    assert fate(guides, exercise(photos=photos)) is Fate.UPDATED
    assert (guides / "images" / "squat-1.jpg").read_bytes() == picture("black")
    (guides / "images" / "squat-2.jpg").unlink()
    assert fate(guides, exercise(photos=photos)) is Fate.UPDATED
    assert (guides / "images" / "squat-2.jpg").is_file()


def test_a_photograph_that_a_person_replaced_is_left_alone(guides, photos):
    keep(guides, exercise(photos=photos))
    mine = guides / "images" / "squat-1.jpg"
    mine.write_bytes(b"my own")
    (done,) = keep(guides, exercise("Now kneel.", photos=photos))
    assert done.fate is Fate.UPDATED
    assert [problem.code for problem in done.problems] == ["left-alone"]
    assert mine.read_bytes() == b"my own"


def test_pictures_are_named_by_what_they_are_and_others_left_out(guides, tmp_path):
    good, bad = tmp_path / "0.jpg", tmp_path / "1.jpg"
    good.write_bytes(picture(kind="PNG"))
    bad.write_bytes(b"<html/>")
    (done,) = keep(guides, exercise(photos=(bad, good, tmp_path / "nowhere.jpg")))
    assert done.photos == 1
    assert [problem.code for problem in done.problems] == ["photo", "photo"]
    assert [path.name for path in (guides / "images").iterdir()] == ["squat-1.png"]


def test_names_that_differ_only_in_case_are_one(guides):
    first, second, again = keep(
        guides,
        exercise(),
        exercise(origin="test: SQUAT", stems=("SQUAT",)),
        exercise("Lie down."),
    )
    assert first.fate is Fate.NEW
    assert second.fate is again.fate is Fate.FAILED
    assert "would have the same file name as that of test: Squat" in second.problems[0].message
    assert "with this id came before" in again.problems[0].message


def test_two_exercises_of_one_name_get_two_guides_whatever_their_order(guides):
    one, other = (exercise(origin=f"wger: {key}", stems=("squat", f"squat_{key}")) for key in "ab")
    assert [done.path[-10:] for done in keep(guides, one, other)] == ["s/squat.md", "squat_b.md"]
    assert [done.fate for done in keep(guides, other, one)] == [Fate.UNCHANGED] * 2


def test_an_authors_own_guide_is_told_though_another_name_would_be_free(guides):
    (guides / "squat.md").write_text("my own notes", encoding="utf-8")
    (done,) = keep(guides, exercise(stems=("squat", "squat_a")))
    assert (done.fate, done.path) == (Fate.LEFT_ALONE, (guides / "squat.md").as_posix())
    assert [path.name for path in guides.iterdir()] == ["squat.md"]


def test_the_guide_of_another_exercise_is_told_where_no_other_name_is_left(guides):
    keep(guides, exercise(origin="wger: a", stems=("squat",)))
    other, alone = exercise(origin="wger: b", stems=("squat", "squat_b")), exercise(origin="wger: c", stems=("squat",))
    assert [done.fate for done in keep(guides, other)] == [Fate.NEW]
    assert [done.fate for done in keep(guides, alone)] == [Fate.LEFT_ALONE]


def test_the_guide_of_another_collection_is_left_alone(guides):
    keep(guides, exercise())
    (done,) = keep(guides, exercise(origin="other: Squat"))
    assert done.fate is Fate.LEFT_ALONE
    assert "was imported from test: Squat" in done.problems[0].message


def test_a_folder_or_a_dangling_link_in_the_way_is_left_alone(guides):
    (guides / "squat.md").mkdir()
    (guides / "lunge.md").symlink_to(guides / "nowhere")
    assert fate(guides, exercise()) is Fate.LEFT_ALONE
    assert fate(guides, exercise(stems=("lunge",))) is Fate.LEFT_ALONE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_in_the_way_is_not_waited_for(guides):
    os.mkfifo(guides / "squat.md")
    assert fate(guides, exercise()) is Fate.LEFT_ALONE


def test_a_file_in_the_place_of_the_photographs_is_an_output_error(guides, photos):
    (guides / "images").write_bytes(b"")
    with pytest.raises(OutputError, match="it is a file, not a folder"):
        keep(guides, exercise(photos=photos))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_takes_no_file_is_an_output_error(guides):
    guides.chmod(0o500)
    with pytest.raises(OutputError):
        keep(guides, exercise())


def test_a_guide_too_long_for_a_card_is_told(guides):
    text = " ".join(f"Go {'on ' * 30}{number}." for number in range(30))
    (done,) = keep(guides, exercise(text))
    assert [problem.code for problem in done.problems] == ["long"]


LARGEST_GUIDE, LARGEST_PHOTO = 256 * 1024, 32 * 1024 * 1024


@pytest.mark.parametrize(("more", "then"), [(0, Fate.UNCHANGED), (1, Fate.LEFT_ALONE)])
def test_a_guide_of_256_kilobytes_is_known_again_and_a_larger_one_is_taken_for_a_persons(guides, more, then):
    keep(guides, exercise(source="x"))
    rest = LARGEST_GUIDE - (guides / "squat.md").stat().st_size
    (guides / "squat.md").unlink()
    long = exercise(source="x" * (1 + rest + more))
    assert fate(guides, long) is Fate.NEW
    assert (guides / "squat.md").stat().st_size == LARGEST_GUIDE + more
    assert fate(guides, long) is then


@pytest.mark.parametrize(("more", "kept"), [(0, 1), (1, 0)])
def test_a_photograph_of_32_megabytes_is_kept_and_a_larger_one_left_out(guides, photos, more, kept):
    with photos[0].open("r+b") as file:
        file.truncate(LARGEST_PHOTO + more)
    (done,) = keep(guides, exercise(photos=photos[:1]))
    assert done.photos == kept
    assert [problem.code for problem in done.problems] == ["photo"] * (1 - kept)


def test_photographs_are_told_apart_by_sixteen_digits(guides, photos):
    keep(guides, exercise(photos=photos))
    (line,) = (it for it in (guides / "squat.md").read_text().splitlines() if it.startswith("# Photographs: "))
    assert [len(digits) for digits in line.removeprefix("# Photographs: ").split()] == [16, 16]
