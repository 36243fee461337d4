from dataclasses import replace
from pathlib import Path

import pytest

from cardgen.files.collection import Depth, GuideFile
from cardgen.files.selection import parse_criterion
from cardgen.files.watch import Cause, Look, Reaction, Render, Scope, Seen, folders_of, look, react


def file(name, clash=""):
    return GuideFile(path=Path(name), clash=clash)


def seen(settings="s", **guides):
    """A look at guides `a.md`, `b.md` ..., each with its digest."""
    found = tuple(Seen(file=file(f"{stem}.md"), digest=digest) for stem, digest in guides.items())
    return Look(guides=found, settings=(settings,))


def render(stem, cause, earlier=None):
    return Render(file=file(f"{stem}.md"), cause=cause, earlier=earlier and file(f"{earlier}.md"))


def watched(scope):
    return folders_of(scope, look(scope))


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


# --- photographs -----------------------------------------------------------------------------------------------------


def photographed(folder, make_guide):
    """A guide that names a photograph in a folder of its own."""
    (folder / "shots").mkdir()
    (folder / "shots" / "top.jpg").write_bytes(b"one")
    make_guide(folder / "c.md", more="image: shots/top.jpg\n")
    return folder / "shots" / "top.jpg"


def change(scope, act):
    before = look(scope)
    act()
    return {render.file.stem: render.cause for render in react(before, look(scope, before)).renders}


def test_a_photograph_that_changes_or_goes_makes_its_card_again(folder, make_guide):
    scope = Scope(paths=(folder,))
    photo = photographed(folder, make_guide)
    assert change(scope, lambda: photo.write_bytes(b"other")) == {"c": Cause.PHOTOGRAPH}
    assert change(scope, photo.unlink) == {"c": Cause.PHOTOGRAPH}
    assert change(scope, lambda: photo.write_bytes(b"again")) == {"c": Cause.PHOTOGRAPH}
    assert change(scope, lambda: None) == {}


def test_a_photograph_that_appears_beside_makes_the_card_again(folder):
    (folder / "images").mkdir()
    image = folder / "images" / "a_start.jpg"
    assert change(Scope(paths=(folder,)), lambda: image.write_bytes(b"x")) == {"a": Cause.PHOTOGRAPH}
    assert change(Scope(paths=(folder,)), lambda: image.write_bytes(b"xy")) == {"a": Cause.PHOTOGRAPH}


def test_a_guide_that_names_other_photographs_has_changed(folder, make_guide):
    photographed(folder, make_guide)
    scope = Scope(paths=(folder,))
    assert change(scope, lambda: make_guide(folder / "c.md", more="image: top.jpg\n")) == {"c": Cause.CHANGED}


def test_a_guide_whose_photographs_are_known_is_not_read_again(folder, make_guide, monkeypatch):
    photographed(folder, make_guide)
    scope = Scope(paths=(folder,))
    before = look(scope)
    monkeypatch.setattr("cardgen.guide.read_guide", lambda *_, **__: pytest.fail("read again"))
    assert look(scope, before) == before


def test_a_photograph_that_led_out_of_the_folder_is_seen_once_it_does_not(folder, make_guide):
    photo = photographed(folder, make_guide)
    elsewhere = folder / "deeper" / "top.jpg"
    guide = make_guide(folder / "deeper" / "d.md", more="image: top.jpg\n")
    elsewhere.symlink_to(photo)
    assert change(Scope(paths=(guide,)), elsewhere.unlink) == {"d": Cause.PHOTOGRAPH}


def test_folders_of_photographs_are_watched(folder, make_guide):
    photographed(folder, make_guide)
    assert watched(Scope(paths=(folder,))) == (folder, folder / "shots")
    (folder / "images").mkdir()
    assert watched(Scope(paths=(folder,))) == (folder, folder / "images", folder / "shots")


# --- what is watched --------------------------------------------------------------------------------------------------


def test_a_file_is_watched_in_its_folder(folder):
    assert watched(Scope(paths=(folder / "a.md",))) == (folder,)


def test_folders_within_are_watched_when_asked_but_hidden_ones(folder):
    (folder / ".git").mkdir()
    assert watched(Scope(paths=(folder,))) == (folder,)
    assert watched(Scope(paths=(folder,), depth=Depth.DEEP)) == (folder, folder / "deeper")


def test_the_folder_of_the_settings_is_watched_and_none_that_has_gone(folder):
    scope = Scope(paths=(folder / "gone" / "a.md",), settings=(folder / "deeper" / "cardgen.toml",))
    assert watched(scope) == (folder / "deeper",)


# --- movements of one's own -------------------------------------------------------------------------------------------


def test_a_movement_beside_the_guides_that_is_edited_makes_every_card_again(folder):
    scope = Scope(paths=(folder,))
    (folder / "movements").mkdir()
    before = look(scope)
    (folder / "movements" / "jefferson-curl.yaml").write_text("title: Jefferson Curl\n", encoding="utf-8")
    started = look(scope)
    assert {it.cause for it in react(before, started).renders} == {Cause.SETTINGS}
    (folder / "movements" / "jefferson-curl.yaml").write_text("title: Jefferson Roll\n", encoding="utf-8")
    assert react(started, look(scope)).renders
    assert react(look(scope), look(scope)) == Reaction()


def test_the_folder_of_movements_is_watched(folder):
    (folder / "movements").mkdir()
    assert folder / "movements" in watched(Scope(paths=(folder,)))
