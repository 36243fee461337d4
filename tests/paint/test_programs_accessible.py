"""Booklets of programs and files of circuits pass page-validation for PDF/UA-1 and PDF/A-2a, and their links lead where they say."""

import re

import pytest
from click.testing import CliRunner
from PIL import Image

from cardgen.cli import program
from tests.paint.opened import opened
from tests.paint.tagged import failures, read_tags, stripped


def made(repository, folder, *options):
    path = folder / "made.pdf"
    result = CliRunner().invoke(program, [*map(str, options), "-o", str(path)])
    assert result.exit_code == 0, result.output
    return path.read_bytes()


@pytest.fixture(scope="module")
def booklet(tmp_path_factory, repository):
    plan = repository / "content/programs/strong-back.yaml"
    return made(repository, tmp_path_factory.mktemp("booklet"), "booklet", repository / "content", "--program", plan)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("full-body", ("--size", "a4", "--ink", "low")),
        ("hotel-room", ("--edition", "large-print", "--ink", "mono")),
        ("eight-stations", ("--size", "a6", "--theme", "night")),
        ("strong-back", ("--log-only",)),
        ("strong-back", ("--no-log", "--orientation", "landscape", "--order", "position")),
    ],
)
def test_the_booklet_of_a_program_passes(name, options, tmp_path, repository):
    plan = repository / "content/programs" / f"{name}.yaml"
    data = made(repository, tmp_path, "booklet", repository / "content", "--program", plan, *options)
    assert failures(data) == {}


def test_a_booklet_with_all_that_a_program_can_say_passes(tmp_path, repository):
    Image.new("RGB", (600, 200), "#246").save(tmp_path / "logo.png")
    plan = tmp_path / "plan.yaml"
    text = (repository / "content/programs/strong-back.yaml").read_text("utf-8")
    trainer = 'trainer:\n  name: Your trainer\n  contact: "telephone, trainer.example"\n  logo: logo.png\n'
    plan.write_text(text.replace("trainer:\n  name: Your trainer\n", trainer), encoding="utf-8")
    data = made(repository, tmp_path, "booklet", repository / "content", "--program", plan)
    assert failures(data) == {}
    assert "Logo" in {figure.alternative.capitalize() for figure in read_tags(data).all("Figure")}


@pytest.mark.parametrize("options", [(), ("--size", "a3", "--ink", "mono"), ("--detail", "brief", "--plan", "grid")])
def test_a_circuit_passes(options, tmp_path, repository):
    plan = repository / "content/programs/eight-stations.yaml"
    data = made(repository, tmp_path, "circuit", plan, "--guides", repository / "content", *options)
    assert failures(data) == {}


def test_without_its_tags_it_fails(booklet):
    assert failures(booklet) == {}
    assert len(failures(stripped(booklet))) > 5


def test_what_a_link_says_is_the_page_that_it_leads_to(booklet):
    pdf = opened(booklet)
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    inside = [
        (str(it.Contents), numbers[it.A.D[0].objgen])
        for page in pdf.pages
        for it in page.get("/Annots", ())
        if "/D" in it.get("/A", {})
    ]
    said = [(int(named[1]), page) for words, page in inside if (named := re.search(r"page (\d+)$", words))]
    assert len(said) > 60
    assert [shown for shown, _ in said] == [page for _, page in said]
