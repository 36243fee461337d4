"""The layers of pyproject.toml and the habits of the house, held by reading the source."""

import ast
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "cardgen"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60

MAY_SEE_THE_WORLD = {"__main__", "batch", "cli", "library", "storage"}
"""Above the pipeline; below it nothing reads the clock, the environment or the working folder."""

HEAVY = {
    "click",
    "PIL",
    "frontmatter",
    "markdown_it",
    "msgspec",
    "pypdfium2",
    "qrcode",
    "reportlab",
    "rich",
    "syllapy",
    "uharfbuzz",
    "watchfiles",
    "yaml",
}


def name_of(path):
    parts = path.relative_to(REPOSITORY).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layers():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    (contract, *_) = project["tool"]["importlinter"]["contracts"]
    return [[name.strip(" ()") for name in layer.replace(":", "|").split("|")] for layer in contract["layers"]]


def top_of(path):
    """The part of the package that a module belongs to; the empty string for the package itself."""
    return name_of(path).partition(".")[2].partition(".")[0]


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def without_type_checking(tree):
    """Every node but those that only the type checker runs."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        yield node
        yield from without_type_checking(node)


def imports_of(path):
    package = name_of(path).split(".")
    if path.name != "__init__.py":
        package.pop()
    for node in without_type_checking(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def parts_imported(path):
    for name in imports_of(path):
        root, _, rest = name.partition(".")
        part = rest.partition(".")[0]
        if root == "cardgen" and (PACKAGE / part).is_dir() | (PACKAGE / f"{part}.py").is_file():
            yield part


def each_module(test):
    return pytest.mark.parametrize("path", MODULES, ids=name_of)(test)


def test_every_module_has_its_layer():
    listed = {name for layer in layers() for name in layer}
    assert listed == {top_of(path) for path in MODULES} - {""}


@each_module
def test_a_module_imports_only_from_below(path):
    height = {name: -depth for depth, layer in enumerate(layers()) for name in layer}
    mine = top_of(path)
    if not mine:
        pytest.skip("the package itself imports late, by name")
    assert {part for part in parts_imported(path) if part != mine and height[part] >= height[mine]} == set()


@each_module
def test_only_the_painter_knows_reportlab(path):
    users = {name for name in imports_of(path) if name.split(".")[0] == "reportlab"}
    assert not users or top_of(path) == "paint"


@each_module
def test_below_the_batch_nothing_reads_clock_environment_or_working_folder(path):
    if top_of(path) in MAY_SEE_THE_WORLD:
        return
    banned = {"time", "datetime", "random", "locale", "getpass", "socket", "platform"}
    values = {"datetime.date", "datetime.timedelta"}  # to reckon with; today is asked of nobody
    modules = {name.split(".")[0] for name in imports_of(path) if name not in values}
    assert not modules & banned
    source = path.read_text(encoding="utf-8")
    assert not [
        word
        for word in ("os.environ", "os.getenv", "getcwd", "Path.cwd", ".expanduser", "Path.home", ".today(")
        if word in source
    ]


@each_module
def test_modules_are_small_and_say_what_they_are(path):
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") < LONGEST_MODULE
    assert ast.get_docstring(tree_of(path))


@each_module
def test_functions_are_small(path):
    functions = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    assert [it.name for it in functions if it.end_lineno - it.lineno + 1 >= LONGEST_FUNCTION] == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").glob("*.py")), ids=name_of)
def test_command_bodies_are_under_20_lines(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef) and node.name == "command":
            assert node.end_lineno - node.body[0].lineno + 1 < 20


@pytest.mark.parametrize("path", [*sorted((PACKAGE / "cli").glob("*.py")), PACKAGE / "__init__.py"], ids=name_of)
def test_the_command_line_imports_heavy_libraries_late(path):
    at_the_top = {
        alias.name.split(".")[0] if isinstance(node, ast.Import) else (node.module or "").split(".")[0]
        for node in tree_of(path).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert not at_the_top & (HEAVY - {"click"})
