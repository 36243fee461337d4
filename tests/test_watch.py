from dataclasses import replace
from pathlib import Path

import pytest

from cardgen.batch import Depth, GuideFile
from cardgen.selection import parse_criterion
from cardgen.watch import Cause, Look, Reaction, Render, Scope, Seen, folders_of, look, react


def file(name, clash=""):
    return GuideFile(path=Path(name), clash=clash)


def seen(settings="s", **guides):
    """A look at guides `a.md`, `b.md` ..., each with its digest."""
    found = tuple(Seen(file=file(f"{stem}.md"), digest=digest) for stem, digest in guides.items())
    return Look(guides=found, settings=(settings,))


def render(stem, cause, earlier=None):
    return Render(file=file(f"{stem}.md"), cause=cause, earlier=earlier and file(f"{earlier}.md"))


# --- the reaction -----------------------------------------------------------------------------------------------------


def test_what_has_not_changed_is_left_alone():
    assert react(seen(a="1", b="2"), seen(a="1", b="2")) == Reaction()


def test_a_guide_that_differs_is_made_again_and_no_other():
    assert react(seen(a="1", b="2"), seen(a="1", b="3")).renders == (render("b", Cause.CHANGED),)


def test_a_new_guide_gets_a_card():
    assert react(seen(a="1"), seen(a="1", b="2")) == Reaction(renders=(render("b", Cause.NEW),))


def test_a_deleted_guide_is_told_and_makes_no_card():
    assert react(seen(a="1", b="2"), seen(b="2")) == Reaction(deleted=(file("a.md"),))


def test_a_renamed_guide_is_one_change_not_two():
    assert react(seen(a="1"), seen(c="1")) == Reaction(renders=(render("c", Cause.RENAMED, "a"),))


def test_a_rename_with_other_words_is_a_new_guide_and_a_deleted_one():
    assert react(seen(a="1"), seen(c="2")) == Reaction(renders=(render("c", Cause.NEW),), deleted=(file("a.md"),))


def test_two_renamed_guides_of_the_same_words_are_told_apart():
    assert react(seen(a="1", b="1"), seen(c="1", d="1")) == Reaction(
        renders=(render("c", Cause.RENAMED, "a"), render("d", Cause.RENAMED, "b"))
    )


def test_a_copy_is_a_new_guide():
    assert react(seen(a="1"), seen(a="1", b="1")).renders == (render("b", Cause.NEW),)


def test_guides_that_cannot_be_read_are_not_taken_for_renamed():
    assert react(seen(a=""), seen(b="")) == Reaction(renders=(render("b", Cause.NEW),), deleted=(file("a.md"),))


def test_changed_settings_make_every_card_again():
    after = seen("t", a="1", b="3", c="4")
    assert react(seen("s", a="1", b="2"), after).renders == (
        render("a", Cause.SETTINGS),
        render("b", Cause.CHANGED),
        render("c", Cause.NEW),
    )


def test_a_name_that_becomes_free_gives_the_other_guide_its_card():
    first, second = Seen(file=file("a/x.md"), digest="1"), Seen(file=file("b/x.md", clash="a/x.md"), digest="2")
    free = replace(second, file=file("b/x.md"))
    before, after = Look(guides=(first, second), settings=()), Look(guides=(free,), settings=())
    assert react(before, after) == Reaction(
        renders=(Render(file=free.file, cause=Cause.CHANGED),), deleted=(first.file,)
    )


def test_when_all_is_gone_all_is_told():
    assert react(seen(a="1", b="2"), seen()).deleted == (file("a.md"), file("b.md"))


# --- the look ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path, make_guide):
    make_guide(tmp_path / "a.md")
    make_guide(tmp_path / "deeper" / "b.md", title="Pull Through")
    return tmp_path


def test_a_file_that_was_saved_without_a_change_has_not_changed(folder):
    scope = Scope(paths=(folder,))
    before = look(scope)
    (folder / "a.md").write_bytes((folder / "a.md").read_bytes())
    assert look(scope) == before


def test_settings_that_appear_are_a_change(folder):
    scope = Scope(paths=(folder,), settings=(folder / "cardgen.toml",))
    before = look(scope)
    (folder / "cardgen.toml").write_text("")
    assert look(scope).settings != before.settings


def test_deeper_guides_are_seen_when_asked(folder):
    assert [it.file.stem for it in look(Scope(paths=(folder,))).guides] == ["a"]
    assert [it.file.stem for it in look(Scope(paths=(folder,), depth=Depth.DEEP)).guides] == ["a", "b"]


def test_a_guide_that_has_gone_is_not_seen(folder):
    assert look(Scope(paths=(folder / "gone.md", folder / "a.md"))).guides[0].file.stem == "a"


def test_a_name_clash_with_a_guide_that_is_not_meant_is_none(folder, make_guide):
    make_guide(folder / "deeper" / "a.md", equipment="Band")
    scope = Scope(paths=(folder,), depth=Depth.DEEP, selection=(parse_criterion("equipment=Band"),))
    assert [it.file.clash for it in look(scope).guides] == ["", "", ""]


# --- what is watched --------------------------------------------------------------------------------------------------


def test_a_file_is_watched_in_its_folder(folder):
    assert folders_of(Scope(paths=(folder / "a.md",))) == (folder,)


def test_folders_within_are_watched_when_asked_but_hidden_ones(folder):
    (folder / ".git").mkdir()
    assert folders_of(Scope(paths=(folder,))) == (folder,)
    assert folders_of(Scope(paths=(folder,), depth=Depth.DEEP)) == (folder, folder / "deeper")


def test_the_folder_of_the_settings_is_watched_and_none_that_has_gone(folder):
    scope = Scope(paths=(folder / "gone" / "a.md",), settings=(folder / "deeper" / "cardgen.toml",))
    assert folders_of(scope) == (folder / "deeper",)
