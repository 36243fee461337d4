import hashlib
import json
import os
from dataclasses import dataclass, replace

import pytest

from cardgen import __version__
from cardgen.bundle.batch import Outcome, RenderRequest, Status, render_one
from cardgen.display import Color
from cardgen.files.collection import GuideFile
from cardgen.files.manifest import FILE_NAME, REVISION, keep_manifest, load_manifest, settings_digest
from cardgen.pipeline.stages import CardSettings
from cardgen.theme import PETROL
from cardgen.values.errors import ExitCode, Severity
from cardgen.values.stock import parse_sheet

SETTINGS = CardSettings(sheet=parse_sheet("a5"))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def made(folder, stem, card=b"card", guide="1"):
    """A card in the folder, and what is told of it."""
    path = folder / f"{stem}.pdf"
    path.write_bytes(card)
    outcome = Outcome(file=GuideFile(path=folder / f"{stem}.md"), status=Status.DONE, cards=(path,))
    return replace(outcome, guide_digest=guide, card_digests=(sha256(card),))


def failed(folder, stem):
    return Outcome(file=GuideFile(path=folder / f"{stem}.md"), status=Status.FAILED, exit_code=ExitCode.SOME_FAILED)


def stems(folder):
    return [entry.stem for entry in load_manifest(folder).entries.values()]


def test_it_tells_what_each_card_was_made_from(tmp_path, make_guide):
    guide = make_guide(tmp_path / "guides" / "plank.md")
    outcome = render_one(GuideFile(path=guide), request=RenderRequest(settings=SETTINGS, folder=tmp_path))
    assert keep_manifest(tmp_path, [outcome], SETTINGS) == ()
    assert json.loads((tmp_path / FILE_NAME).read_text()) == {
        "program": "cardgen",
        "revision": REVISION,
        "sets": {},
        "version": __version__,
        "cards": [
            {
                "stem": "plank",
                "file": "plank.pdf",
                "guide_sha256": sha256(guide.read_bytes()),
                "photos_sha256": "",
                "settings_sha256": settings_digest(SETTINGS),
                "card_sha256": sha256((tmp_path / "plank.pdf").read_bytes()),
                "version": __version__,
            }
        ],
    }


def test_the_order_of_the_work_does_not_show_and_no_path_does(tmp_path):
    a, b = made(tmp_path, "a"), made(tmp_path, "b")
    keep_manifest(tmp_path, [b, a], SETTINGS)
    first = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).unlink()
    keep_manifest(tmp_path, [a, b], SETTINGS)
    assert (tmp_path / FILE_NAME).read_bytes() == first
    assert tmp_path.name.encode() not in first


def test_a_manifest_that_stays_the_same_is_not_written_again(tmp_path, monkeypatch):
    outcome = made(tmp_path, "a")
    keep_manifest(tmp_path, [outcome], SETTINGS)
    monkeypatch.setattr("cardgen.files.manifest.write_file", None)
    assert keep_manifest(tmp_path, [outcome], SETTINGS) == ()


def test_other_cards_that_are_still_there_stay_in_it(tmp_path):
    keep_manifest(tmp_path, [made(tmp_path, "a"), made(tmp_path, "b"), made(tmp_path, "c")], SETTINGS)
    (tmp_path / "b.pdf").unlink()
    keep_manifest(tmp_path, [made(tmp_path, "c", b"other"), made(tmp_path, "d")], SETTINGS)
    assert stems(tmp_path) == ["a", "c", "d"]
    assert load_manifest(tmp_path).entries["c.pdf"].card_sha256 == sha256(b"other")


def test_a_guide_that_fails_keeps_its_entry(tmp_path):
    keep_manifest(tmp_path, [made(tmp_path, "a", guide="1")], SETTINGS)
    before = (tmp_path / FILE_NAME).read_bytes()
    keep_manifest(tmp_path, [failed(tmp_path, "a")], SETTINGS)
    assert (tmp_path / FILE_NAME).read_bytes() == before


ENTRY = {
    "stem": "a",
    "file": "a.pdf",
    "guide_sha256": "1",
    "photos_sha256": "",
    "settings_sha256": "2",
    "card_sha256": "3",
    "version": "0.1.0",
}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no JSON"),
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("\ufeff\udcff", "is no JSON"),
        ("[]", "is not from cardgen"),
        ('{"program": "other", "revision": 1, "cards": []}', "is not from cardgen"),
        ('{"program": "cardgen", "revision": 99, "cards": []}', f"is of revision 99, not {REVISION}"),
        ('{"program": "cardgen", "revision": 2, "cards": [{}]}', "has an entry that is damaged"),
        ('{"program": "cardgen", "revision": 2, "cards": [7]}', "has an entry that is damaged"),
        (json.dumps({"program": "cardgen", "revision": REVISION, "cards": [ENTRY | {"file": "../b.pdf"}]}), "damaged"),
        (json.dumps({"program": "cardgen", "revision": REVISION, "cards": [ENTRY | {"version": 3}]}), "damaged"),
        (
            json.dumps(
                {
                    "program": "cardgen",
                    "revision": REVISION,
                    "sets": {},
                    "cards": [ENTRY | {"stem": "a" * 400, "file": "a" * 400 + ".pdf"}],
                }
            ),
            "has an entry that is damaged",
        ),
    ],
)
def test_a_broken_or_foreign_manifest_is_replaced_with_a_warning(tmp_path, text, reason):
    (tmp_path / FILE_NAME).write_bytes(text.encode("utf-8", "surrogateescape"))
    (problem,) = keep_manifest(tmp_path, [made(tmp_path, "b")], SETTINGS)
    assert (problem.severity, problem.code) == (Severity.WARNING, "manifest")
    assert reason in problem.message
    assert stems(tmp_path) == ["b"]
    assert keep_manifest(tmp_path, [], SETTINGS) == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_in_place_of_the_manifest_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / FILE_NAME)
    (problem,) = keep_manifest(tmp_path, [made(tmp_path, "a")], SETTINGS)
    assert "is no plain file" in problem.message
    assert stems(tmp_path) == ["a"]


def test_a_manifest_that_cannot_be_written_is_an_error(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    problems = keep_manifest(tmp_path, [made(tmp_path, "a")], SETTINGS)
    assert [problem.severity for problem in problems] == [Severity.WARNING, Severity.ERROR]
    assert "it is a folder" in problems[1].message


def test_a_file_name_that_is_no_unicode_is_told(tmp_path):
    outcome = made(tmp_path, "ok")
    odd = replace(outcome, file=GuideFile(path=tmp_path / "o\udcffd.md"), cards=(tmp_path / "o\udcffd.pdf",))
    assert keep_manifest(tmp_path, [odd], SETTINGS) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"sheet": parse_sheet("a4")},
        {"theme": replace(PETROL, accent=Color.from_hex("#ffffff"))},
        {"theme": replace(PETROL, name="other")},
    ],
)
def test_whatever_changes_the_look_changes_the_digest_of_the_settings(changes):
    assert settings_digest(replace(SETTINGS, **changes)) != settings_digest(SETTINGS)
    assert settings_digest(replace(SETTINGS)) == settings_digest(SETTINGS)


def test_a_setting_of_an_unknown_kind_is_not_passed_over():
    @dataclass
    class Odd:
        part: object

    with pytest.raises(TypeError, match="no digest of a object"):
        settings_digest(Odd(object()))
