"""What exact procedures reach on a hundred random economies; and the page says what the code does."""

from pathlib import Path

import pytest

from thermidor.planning.catalogue import PROCEDURES, find
from thermidor.planning.exact.kantorovich import LinearProgramme
from thermidor.planning.exact.leontief import Leontief, LeontiefDirect
from thermidor.planning.generator import Features
from thermidor.planning.pages import HEAD, _gap, converged_section, procedures_section, tables_section
from thermidor.planning.trial import reached

PAGE = Path(__file__).parents[2] / "docs" / "planning.md"
HUNDRED = range(100)


@pytest.mark.parametrize("procedure", [Leontief(), LeontiefDirect()], ids=lambda one: one.name)
def test_leontief_balances_a_hundred_economies(procedure):
    found = reached(procedure, 1, Features(products=24), HUNDRED)
    assert found.gap < 1e-9
    assert found.worth == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize("techniques", [1, 3])
def test_the_best_plan_is_proved_on_a_hundred_economies(techniques):
    found = reached(LinearProgramme(), 1, Features(products=24, techniques=techniques), HUNDRED)
    assert found.gap < 1e-6
    assert found.overstepped < 1e-9
    assert found.worth == pytest.approx(1, abs=1e-6)


def test_every_procedure_has_a_name_of_its_own_and_is_found_by_it():
    names = [one.name for one in PROCEDURES]
    assert len(set(names)) == len(names)
    assert all(find(name).name == name for name in names)


@pytest.mark.parametrize(
    "part",
    [HEAD, procedures_section(), converged_section(), tables_section()],
    ids=["head", "procedures", "converged", "tables"],
)
def test_the_page_is_what_the_code_makes(part):
    assert part in PAGE.read_text(encoding="utf-8"), "python -m thermidor.planning.pages docs"


def test_every_procedure_has_its_row_of_what_it_reaches():
    page = PAGE.read_text(encoding="utf-8").split("## What they reach")[1]
    assert all(f"| `{one.name}` |" in page for one in PROCEDURES)


@pytest.mark.parametrize(("gap", "said"), [(3e-9, "< 1e-6"), (2e-5, "< 1e-4"), (0.05, "< 1e-1"), (3.0, "3")])
def test_gaps_are_told_by_powers_of_ten(gap, said):
    assert _gap(gap) == said
