"""The layers of pyproject.toml and the habits of the house, held by reading the source."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "cardgen"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)
COMMAND_LINE = [path for path in MODULES if path.parent == PACKAGE / "cli"]

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60

MAY_SEE_THE_WORLD = ("__main__", "bundle.batch", "cli", "pipeline.library", "files.storage")
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


PARTS = {top_of(path) for path in MODULES} - {""}


@cache
def source_of(path):
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path):
    return ast.parse(source_of(path), filename=str(path))


@cache
def nodes_of(path):
    """Every node but those that only the type checker runs."""
    found, waiting = [], [tree_of(path)]
    while waiting:
        node = waiting.pop()
        if not (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")):
            found.append(node)
            waiting += ast.iter_child_nodes(node)
    return tuple(found)


@cache
def imports_of(path):
    return tuple(_imports(path))


def _imports(path):
    package = name_of(path).split(".")
    if path.name != "__init__.py":
        package.pop()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def parts_imported(path):
    names = (name.split(".") for name in imports_of(path))
    return {name[1] for name in names if name[0] == "cardgen" and len(name) > 1 and name[1] in PARTS}


def offenders(found, paths=MODULES):
    """What a rule finds in each module, by the module's name, where it finds anything."""
    return {name_of(path): wrong for path in paths if (wrong := found(path))}


def test_every_module_has_its_layer():
    listed = {name for layer in layers() for name in layer}
    assert listed == PARTS


def test_a_module_imports_only_from_below():
    height = {name: -depth for depth, layer in enumerate(layers()) for name in layer}

    def not_below(path):
        mine = top_of(path)  # the package itself imports late, by name
        return mine and {part for part in parts_imported(path) if part != mine and height[part] >= height[mine]}

    assert offenders(not_below) == {}


def test_only_the_painter_knows_reportlab():
    def users(path):
        return {name for name in imports_of(path) if name.split(".")[0] == "reportlab"}

    assert {top_of(path) for path in MODULES if users(path)} == {"paint"}


def test_below_the_batch_nothing_reads_clock_environment_or_working_folder():
    banned = {"time", "datetime", "random", "locale", "getpass", "socket", "platform"}
    values = {"datetime.date", "datetime.timedelta"}  # to reckon with; today is asked of nobody
    words = ("os.environ", "os.getenv", "getcwd", "Path.cwd", ".expanduser", "Path.home", ".today(")

    def seen(path):
        modules = {name.split(".")[0] for name in imports_of(path) if name not in values}
        return modules & banned | {word for word in words if word in source_of(path)}

    assert (
        offenders(
            seen, [path for path in MODULES if not name_of(path).removeprefix("cardgen.").startswith(MAY_SEE_THE_WORLD)]
        )
        == {}
    )


def test_modules_are_small():
    assert [name_of(path) for path in MODULES if source_of(path).count("\n") >= LONGEST_MODULE] == []


def test_modules_say_what_they_are():
    assert [name_of(path) for path in MODULES if not ast.get_docstring(tree_of(path))] == []


def test_functions_are_small():
    def long_ones(path):
        functions = (it for it in ast.walk(tree_of(path)) if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef))
        return [it.name for it in functions if it.end_lineno - it.lineno + 1 >= LONGEST_FUNCTION]

    assert offenders(long_ones) == {}


def test_command_bodies_are_under_20_lines():
    def lengths(path):
        commands = (it for it in nodes_of(path) if isinstance(it, ast.FunctionDef) and it.name == "command")
        return [length for it in commands if (length := it.end_lineno - it.body[0].lineno + 1) >= 20]

    assert offenders(lengths, COMMAND_LINE) == {}


def test_the_command_line_imports_heavy_libraries_late():
    def at_the_top(path):
        found = {
            alias.name.split(".")[0] if isinstance(node, ast.Import) else (node.module or "").split(".")[0]
            for node in tree_of(path).body
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        return found & (HEAVY - {"click"})

    assert offenders(at_the_top, [*COMMAND_LINE, PACKAGE / "__init__.py"]) == {}


def test_every_path_of_the_page_on_architecture_is_there():
    text = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
    told = re.findall(r"`([\w./-]+\.(?:py|md|toml|yaml)|[\w./-]+/)`", text)
    folder, missing = REPOSITORY, []
    for path in told:
        # a bare name stands beside the last path that was named in full
        whole = REPOSITORY / path if "/" in path.rstrip("/") or (REPOSITORY / path).exists() else folder / path
        folder = whole if path.endswith("/") and "/" in path[:-1] else whole.parent if "/" in path else folder
        missing += [] if whole.exists() or path == "cardgen.toml" else [path]
    assert len(told) > 60
    assert missing == []
