"""A wheel and an sdist bring fonts and guides; the slow tests install the wheel and use it from elsewhere."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import cardgen
from cardgen.values.resources import content_folder, fonts_folder

REPOSITORY = Path(__file__).resolve().parent.parent
FONTS = {path.name for path in (REPOSITORY / "fonts").iterdir()}
PROGRAMS = {path.name for path in (REPOSITORY / "content" / "programs").iterdir()}
GUIDES = {path.name for path in (REPOSITORY / "content").glob("*.md")}


@pytest.fixture(scope="session")
def dist(tmp_path_factory):
    """Build wheel and sdist in this process: hatchling needs no isolated environment for that."""
    wheel = pytest.importorskip("hatchling.builders.wheel")
    sdist = pytest.importorskip("hatchling.builders.sdist")
    folder = tmp_path_factory.mktemp("dist")
    (built_wheel,) = wheel.WheelBuilder(str(REPOSITORY)).build(directory=str(folder), versions=["standard"])
    (built_sdist,) = sdist.SdistBuilder(str(REPOSITORY)).build(directory=str(folder))
    return Path(built_wheel), Path(built_sdist)


@pytest.fixture(scope="session")
def wheel_names(dist):
    with zipfile.ZipFile(dist[0]) as archive:
        return set(archive.namelist())


def test_fonts_and_guides_are_found_in_a_checkout():
    assert {path.name for path in fonts_folder().iterdir()} == FONTS
    assert {path.name for path in content_folder().glob("*.md")} == GUIDES


def test_the_wheel_brings_the_words(wheel_names):
    assert "cardgen/words/en.po" in wheel_names


def test_the_wheel_brings_every_font_with_its_licence(wheel_names):
    assert {f"cardgen/_data/fonts/{name}" for name in FONTS} <= wheel_names
    assert any(name.startswith("OFL") for name in FONTS)


def test_the_wheel_brings_every_guide(wheel_names):
    assert GUIDES
    assert {f"cardgen/_data/content/{name}" for name in GUIDES} <= wheel_names


def test_the_wheel_brings_every_program_and_their_schema(wheel_names):
    assert "program.schema.json" in PROGRAMS
    assert {f"cardgen/_data/content/programs/{name}" for name in PROGRAMS} <= wheel_names


def test_the_wheel_is_typed_licensed_and_holds_nothing_else(wheel_names):
    assert "cardgen/py.typed" in wheel_names
    assert any(name.endswith("licenses/LICENSE") for name in wheel_names)
    assert {name.split("/")[0].split("-")[0] for name in wheel_names} == {"cardgen"}
    assert not [name for name in wheel_names if "__pycache__" in name]


def test_the_wheel_holds_every_module(wheel_names):
    modules = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "cardgen").rglob("*.py")}
    assert modules <= wheel_names


def test_the_sdist_can_be_built_from_and_tested(dist):
    with tarfile.open(dist[1]) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    wanted = {"pyproject.toml", "LICENSE", "README.md", "Makefile", "cardgen/py.typed", "tests/conftest.py"}
    assert wanted | {f"fonts/{name}" for name in FONTS} | {f"content/{name}" for name in GUIDES} <= names
    assert {f"content/programs/{name}" for name in PROGRAMS} <= names


def test_the_version_of_the_source_is_the_version_of_the_wheel(dist):
    assert dist[0].name.startswith(f"cardgen-{cardgen.__version__}-")


def test_every_library_that_is_imported_is_asked_for():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = [
        *project["dependencies"],
        *project["optional-dependencies"]["preview"],
        *project["optional-dependencies"]["heic"],
    ]
    asked = {re.split(r"[><=~! \[]", it)[0].lower() for it in listed}
    names = {
        "PIL": "pillow",
        "frontmatter": "python-frontmatter",
        "markdown_it": "markdown-it-py",
        "yaml": "pyyaml",
        "pi_heif": "pi-heif",
    }
    used = set()
    for path in (REPOSITORY / "cardgen").rglob("*.py"):
        for module in re.findall(r"^\s*(?:from|import) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            if module not in sys.stdlib_module_names and module != "cardgen":
                used.add(names.get(module, module))
    assert used <= asked
    assert asked - used <= {"python-frontmatter"}


def test_what_draws_previews_is_optional_and_tested():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert set(extras["preview"]) <= set(extras["dev"])
    assert not set(extras["preview"]) & set(project["dependencies"])


def test_the_public_names_are_there_and_typed():
    assert set(cardgen.__all__) <= set(dir(cardgen))
    for name in cardgen.__all__:
        assert getattr(cardgen, name)
    for call in (cardgen.load, cardgen.check, cardgen.render):
        assert call.__doc__
        assert "return" in call.__annotations__


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'rendr'"):
        cardgen.rendr  # noqa: B018


def test_importing_the_package_imports_no_library():
    heavy = (
        "click",
        "rich",
        "reportlab",
        "uharfbuzz",
        "qrcode",
        "markdown_it",
        "msgspec",
        "yaml",
        "cardgen.pipeline.stages",
    )
    code = f"import sys, cardgen; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert done.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def installed(dist, tmp_path_factory):
    """An environment of its own that holds the wheel and borrows only the libraries of this one."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
    python = folder / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    (site,) = {
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    }
    with zipfile.ZipFile(dist[0]) as archive:
        archive.extractall(site)  # noqa: S202 - built above
    libraries = [entry for entry in sys.path if "site-packages" in entry]
    # named by a .pth file, an entry is not searched for .pth files of its own: the editable cardgen stays out of reach
    Path(site, "borrowed.pth").write_text("\n".join(libraries), encoding="utf-8")
    return python


@pytest.mark.slow
def test_an_installed_wheel_renders_from_another_folder(installed, tmp_path):
    def run(*arguments):
        done = subprocess.run(
            [installed, "-I", "-m", "cardgen", *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = subprocess.run(
        [installed, "-I", "-c", "import cardgen; print(cardgen.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert str(REPOSITORY) not in where.stdout
    run("init")
    assert {path.name for path in (tmp_path / "content").iterdir()} == GUIDES
    assert {path.name for path in (tmp_path / "programs").iterdir()} == PROGRAMS
    run("program", "check", "programs")
    result = json.loads(run("render", "--json", "--jobs", "2"))
    assert len(result["cards"]) == len(GUIDES)
    assert all((tmp_path / card["card"]).read_bytes().startswith(b"%PDF-") for card in result["cards"])
