"""Between truth and planners stands a wall: a procedure is given reports, and cannot reach anything else."""

import ast
import inspect
from pathlib import Path
from typing import get_type_hints

import pytest

import thermidor.planning
from thermidor.planning.catalogue import PROCEDURES
from thermidor.planning.reports import Reports

PLANNING = Path(thermidor.planning.__file__).parent
PLANNERS = ("procedures", "exact")
HIDDEN = {"truth", "reporting", "generator", "oracle", "execution", "enterprise", "Economy"}


def names(source: str) -> set[str]:
    """Return every piece of every name that a source imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {piece for alias in node.names for piece in alias.name.split(".")}
        elif isinstance(node, ast.ImportFrom):
            found |= {*(node.module or "").split("."), *(alias.name for alias in node.names)}
    return found


@pytest.mark.parametrize("folder", PLANNERS)
def test_no_planner_imports_the_truth(folder):
    files = sorted((PLANNING / folder).rglob("*.py"))
    assert files
    assert {f.name: names(f.read_text(encoding="utf-8")) & HIDDEN for f in files} == {
        f.name: set() for f in files
    }


@pytest.mark.parametrize(
    "source",
    [
        "from ..truth import Economy",
        "from thermidor.planning import Economy",
        "import thermidor.planning.oracle",
    ],
)
def test_a_hole_in_the_wall_is_found(source):
    assert names(source) & HIDDEN


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda one: one.name)
def test_a_procedure_takes_reports(procedure):
    first = next(iter(inspect.signature(procedure).parameters))
    assert get_type_hints(type(procedure).__call__)[first] is Reports
