from cardgen.files.config_template import TEMPLATE
from cardgen.values.resources import content_folder


def test_sample_guides_programs_and_settings_are_put_here(terminal):
    result = terminal.run("init")
    samples = {path.name: path.read_bytes() for path in content_folder().glob("*.md")}
    assert {path.name: path.read_bytes() for path in (terminal.folder / "content").iterdir()} == samples
    assert (terminal.folder / "cardgen.toml").read_text() == TEMPLATE
    programs = {path.name: path.read_bytes() for path in (content_folder() / "programs").iterdir()}
    assert {path.name: path.read_bytes() for path in (terminal.folder / "programs").iterdir()} == programs
    assert result.stdout == (
        f"made {len(samples)} guides in content/, {len(programs) - 1} programs in programs/ and cardgen.toml\n"
        "next: cardgen render\n"
    )


def test_the_programs_that_init_puts_here_are_in_order(terminal):
    terminal.run("init")
    assert [it["problems"] for it in terminal.json("program", "check", "programs")] == [[], [], [], []]


def test_nothing_that_exists_is_changed_and_it_is_said(terminal):
    (terminal.folder / "content").mkdir()
    mine = terminal.folder / "content" / next(content_folder().glob("*.md")).name
    mine.write_text("mine")
    (terminal.folder / "cardgen.toml").write_text("# mine")
    result = terminal.run("init")
    assert mine.read_text() == "mine"
    assert (terminal.folder / "cardgen.toml").read_text() == "# mine"
    assert f"left alone: content/{mine.name} is here already" in result.stdout
    assert "left alone: cardgen.toml is here already" in result.stdout


def test_a_second_time_nothing_is_done(terminal):
    terminal.run("init")
    assert "nothing to do: all is here already" in terminal.run("init").stdout


def test_a_file_in_the_place_of_the_folder_ends_with_3(terminal):
    (terminal.folder / "content").write_text("a file")
    assert "content: it is a file" in terminal.run("init", exit_code=3).stderr


def test_what_init_puts_here_is_rendered_without_a_complaint(terminal):
    terminal.run("init")
    result = terminal.run("render")
    assert result.stderr == ""
    assert "failed" not in result.stdout
