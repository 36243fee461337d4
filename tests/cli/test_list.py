import pytest

FIELDS = {
    *("stem", "path", "title", "title_origin", "equipment", "video", "youtube_id", "steps", "tips", "mistakes"),
    *("safety", "level", "position", "tags", "movement", "muscles", "lang", "problems"),
}


def test_the_table_shows_title_equipment_steps_and_video(terminal, content):
    lines = terminal.run("list").stdout.splitlines()
    assert [
        word for word in ("Title", "Equipment", "Steps", "Video", "Problems") if word not in lines[0] + lines[1]
    ] == []
    (row,) = (line for line in lines if "Pull Through" in line)
    assert row.split() == ["Pull", "Through", "Band", "3", "youtu.be/abcdefghijk"]


def test_json_has_an_object_for_each_guide_with_every_field(terminal, content):
    records = terminal.json("list")
    assert [record["stem"] for record in records] == ["goodmorning_barbell", "hipbridge_bodyweight", "pullthrough_band"]
    assert all(set(record) == FIELDS for record in records)


def test_json_holds_what_the_guide_says(terminal, content, make_guide):
    make_guide(content / "row.md", title="Row & <Pull> [100%]", more="tags: [warm-up]\nlevel: beginner\n")
    (record,) = terminal.json("list", "content/row.md")
    assert (record["title"], record["title_origin"], record["equipment"]) == ("Row & <Pull> [100%]", "given", "Barbell")
    assert (record["video"], record["youtube_id"]) == ("https://youtu.be/abcdefghijk", "abcdefghijk")
    assert record["steps"][0] == {
        "name": "Stand Tall",
        "text": "Place the feet under the hips. Hold the weight in front.",
    }
    assert record["tips"] == ["Look at the floor ahead of you.", "Keep the weight close."]
    assert record["mistakes"] == ["Rounding the back: stop where it stays flat."]
    assert (record["tags"], record["level"], record["lang"], record["safety"]) == (["warm-up"], "beginner", "en", [])


def test_json_gives_the_muscles_by_their_ids_each_once_and_in_order(terminal, content, make_guide):
    named = "muscles: {primary: [Legs, quads, qwertz], secondary: [calves, shoulders]}\n"
    make_guide(content / "named.md", more=named)
    make_guide(content / "read.md")
    records = {record["stem"]: record["muscles"] for record in terminal.json("list", "content")}
    assert records["named"] == {
        "primary": ["quads", "glutes", "hamstrings", "calves"],
        "secondary": ["front_delts", "side_delts", "rear_delts"],
    }
    assert records["read"]["primary"] == ["hamstrings"]


def test_json_gives_the_movement_by_its_id_or_null(terminal, content, make_guide):
    make_guide(content / "none.md", more="movement: none\n")
    make_guide(content / "read.md")
    records = {record["stem"]: record["movement"] for record in terminal.json("list", "content")}
    assert (records["read"], records["none"]) == ("goodmorning", None)


def test_a_guide_that_cannot_be_read_is_listed_with_its_problems(terminal, content, make_guide):
    make_guide(content / "foo.md", text="")
    (record,) = (it for it in terminal.json("list", exit_code=1) if it["stem"] == "foo")
    assert set(record) == FIELDS
    assert record["title"] is None
    assert record["problems"]
    assert "1 error" in terminal.run("list", exit_code=1).stdout


def test_brackets_in_a_title_are_no_markup(terminal, content, make_guide):
    make_guide(content / "row.md", title="'Row [bold]hard[/bold]'")
    assert "Row [bold]hard[/bold]" in terminal.run("list", "content/row.md").stdout


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_selection_that_means_no_guide_is_wrong_usage(terminal, content, more):
    result = terminal.run("list", "gone.md", "content", "--only", "equipment=sled", *more, exit_code=2)
    assert result.stdout == ""
    assert 'no guide matches --only "equipment=sled"' in result.stderr
    assert "gone.md: no such file or folder" in result.stderr


def test_letters_beyond_ascii_stay_readable_in_json(terminal, content, make_guide):
    make_guide(content / "row.md", title="Übung für Anfänger")
    assert "Übung für Anfänger" in terminal.run("list", "content/row.md", "--json").stdout
