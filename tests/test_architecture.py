"""The river runs one way, files and functions stay short, and no mechanism knows a date."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "thermidor"
FILES = sorted(SOURCE.rglob("*.py"))
SHORT_FILE, SHORT_FUNCTION = 300, 60

ENGINE = {"frame", "mechanisms", "theories", "theory", "chance", "run"}
LABORATORY = ENGINE | {"outside", "record", "claims", "rivals", "score", "lab"}
# Each part of the package and the parts it may import, besides itself and what tells faults and writes files.
MAY_USE: dict[str, set[str]] = {
    "errors": set(),
    "files": set(),
    "frame": set(),
    "chance": {"frame"},
    "mechanisms": {"frame"},
    "theory": {"frame", "mechanisms", "chance"},
    "theories": {"frame", "mechanisms", "theory"},
    "run": {"frame", "mechanisms", "theories", "theory", "chance"},
    "record": {"frame"},
    "claims": {"frame", "record"},
    "outside": {"frame"},
    "score": set(),
    "rivals": {"frame"},  # handed a history: what came after a freeze is out of their reach
    "lab": LABORATORY | {"planning"},  # planning itself knows nothing of the laboratory
    "fit": LABORATORY,
    "report": LABORATORY | {"fit"},
    "planning": set(),
    "straight": set(),
    "studio": LABORATORY | {"fit", "report", "planning", "straight"},
    "cli": LABORATORY | {"fit", "report", "__init__", "planning", "studio"},
    "__init__": LABORATORY | {"report"},
    "__main__": {"cli"},
}
ALL_MAY_USE = {"errors", "files"}
DATELESS = {"frame", "mechanisms", "theories", "theory", "run", "chance"}
YEAR = re.compile(r"19(0[5-9]|[1-9]\d)|200[0-5]")


def part(name: str) -> str:
    """Return the part of the package to which a dotted module name belongs."""
    pieces = name.split(".")
    return pieces[1] if len(pieces) > 1 else "__init__"


def module(path: Path) -> str:
    """Return the dotted name of a file; a package's own file keeps its ``__init__``."""
    return ".".join(("thermidor", *path.relative_to(SOURCE).with_suffix("").parts))


def absolute(name: str, node: ast.ImportFrom) -> str:
    """Return the dotted name from which a statement in module ``name`` imports."""
    if not node.level:
        return node.module or ""
    return ".".join([*name.split(".")[: -node.level], *filter(None, [node.module])])


def imports(name: str, tree: ast.AST) -> Iterator[str]:
    """Yield the dotted names that a module imports from the package, those inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "thermidor")
        elif isinstance(node, ast.ImportFrom):
            base = absolute(name, node)
            if base == "thermidor":
                used = [
                    a.name for a in node.names if a.name not in ("__version__", "__released__")
                ]  # which results carry with them
                yield from (f"thermidor.{name}" if is_part(name) else base for name in used)
            elif base.startswith("thermidor."):
                yield base


def is_part(name: str) -> bool:
    return (SOURCE / name).is_dir() or (SOURCE / f"{name}.py").is_file()


def wrong_imports(name: str, source: str) -> list[str]:
    """Return the imports of a module that run against the river."""
    own = part(name)
    if own not in MAY_USE:
        return [f"{name}: the part {own} is missing in MAY_USE"]
    allowed = MAY_USE[own] | ALL_MAY_USE | {own}
    return [
        f"{name} imports {used}" for used in imports(name, ast.parse(source)) if part(used) not in allowed
    ]


def years(name: str, source: str) -> list[str]:
    """Return the years that a module names in its code, as a number or as a string that is nothing else."""
    if part(name) not in DATELESS:
        return []
    constants = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return [f"{name}:{c.lineno}: {c.value!r}" for c in constants if YEAR.fullmatch(plain(c.value))]


def plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def long_parts(name: str, source: str) -> list[str]:
    """Return the file and the functions that are too long."""
    lines = len(source.splitlines())
    found = [f"{name}: {lines} lines"] if lines > SHORT_FILE else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > SHORT_FUNCTION:
                found.append(f"{name}: function {node.name} has {length} lines")
    return found


def without_docstring(name: str, source: str) -> list[str]:
    return [] if ast.get_docstring(ast.parse(source)) else [f"{name}: says not what it is for"]


CHECKS = (wrong_imports, years, long_parts, without_docstring)


def test_there_is_something_to_check():
    assert {"frame", "run.py", "errors.py"} <= {path.relative_to(SOURCE).parts[0] for path in FILES}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_file_passes(check):
    faults = [fault for path in FILES for fault in check(module(path), path.read_text(encoding="utf-8"))]
    assert faults == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("thermidor.frame.state", "from thermidor.mechanisms import economy"),
        ("thermidor.frame.state", "from ..mechanisms.economy import wages"),
        ("thermidor.frame.__init__", "from ..run import simulate"),
        ("thermidor.mechanisms.economy.wages", "import thermidor.theories"),
        ("thermidor.mechanisms.economy.wages", "from ... import theories"),
        ("thermidor.mechanisms.economy.wages", "from ...run import simulate"),
        ("thermidor.run", "def late():\n    from .cli import main"),
        ("thermidor.run", "from thermidor import cli"),
        ("thermidor.run", "from thermidor import compare"),
        ("thermidor.record.show", "from thermidor.theories import FIVE"),
        ("thermidor.claims.measure", "from thermidor.outside import YEARS"),
        ("thermidor.errors", "from thermidor.frame import state"),
        ("thermidor.newcomer", "x = 1"),
    ],
)
def test_an_import_against_the_river_is_found(name, source):
    assert len(wrong_imports(name, source)) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("thermidor.mechanisms.economy.wages", "from ...frame.state import State\nimport jax"),
        ("thermidor.mechanisms.economy.__init__", "from .wages import Wages\nfrom ...frame import axes"),
        ("thermidor.run", "from .mechanisms import economy\nfrom .errors import ThermidorError"),
        ("thermidor.cli.run", "from thermidor.lab import run\nfrom thermidor.run import simulate"),
        ("thermidor.lab.dataset", "from thermidor import __version__"),
    ],
)
def test_an_import_down_the_river_is_allowed(name, source):
    assert wrong_imports(name, source) == []


@pytest.mark.parametrize(
    "code", ["turn = 1929", "turn = 1937.0", "late = now > 2005", "turn = int('1905')", "f(x=-1953)"]
)
def test_a_planted_year_is_found(code):
    assert len(years("thermidor.mechanisms.polity.turn", code)) == 1
    assert len(years("thermidor.run", code)) == 1


@pytest.mark.parametrize(
    "code", ['"""Since 1929."""', "x = 1904", "x = 2006", "x = 1929.5", "s = 'Allen 2003, eq. 50'"]
)
def test_what_is_no_year_in_code_is_spared(code):
    assert years("thermidor.mechanisms.polity.turn", code) == []


def test_forcing_record_and_scenarios_may_name_years():
    assert years("thermidor.record.read", "x = 1929") == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = 1\n" * 300, 0),
        ("x = 1\n" * 301, 1),
        ("def f():\n" + "    x = 1\n" * 59, 0),
        ("def f():\n" + "    x = 1\n" * 60, 1),
        ("class A:\n    def f(self):\n" + "        x = 1\n" * 60, 1),
    ],
)
def test_a_long_file_or_function_is_found(source, found):
    assert len(long_parts("thermidor.run", source)) == found


def test_a_missing_docstring_is_found():
    assert without_docstring("thermidor.run", "x = 1")
    assert without_docstring("thermidor.run", "# a comment\nx = 1")
    assert not without_docstring("thermidor.run", '"""The year."""\nx = 1')
