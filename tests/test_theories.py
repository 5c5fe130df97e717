"""Five theories: fifteen slots each, closures that are in the model, no equations of their own."""

import ast
from pathlib import Path

import pytest

import thermidor.theories
from thermidor.frame.mechanism import Mechanism
from thermidor.frame.mechanism import parameters as declared
from thermidor.lab.belief import mechanisms, priors
from thermidor.theories import THEORIES
from thermidor.theory import SLOTS

IN_MODEL = {type(one) for one in mechanisms()}
FILES = [p for p in sorted(Path(thermidor.theories.__file__).parent.glob("*.py")) if p.stem != "__init__"]
each = pytest.mark.parametrize("theory", THEORIES.values(), ids=THEORIES)


def slots_of(one: type[Mechanism]) -> set[str]:
    return {f.metadata["slot"] for f in one.__dataclass_fields__.values() if "slot" in f.metadata}


def test_there_are_five():
    assert len(THEORIES) == len(FILES) == 5
    assert all(name == theory.id for name, theory in THEORIES.items())


@each
def test_every_slot_says_its_rule(theory):
    assert set(theory.slots) == set(SLOTS)
    assert all(closing.rule.strip() for closing in theory.slots.values())


@each
def test_closures_are_in_the_model_and_stand_in_their_slot(theory):
    """A closure that answers for two claims of a theory stands in its own slot among them."""
    where: dict[type[Mechanism], set[str]] = {}
    for slot, closing in theory.slots.items():
        for one in closing.closures:
            where.setdefault(one, set()).add(slot)
    assert set(where) <= IN_MODEL
    assert [one.__name__ for one, slots in where.items() if not slots_of(one) & slots] == []


@each
def test_weights_belong_to_closures_of_the_slot(theory):
    for closing in theory.slots.values():
        assert set(closing.weights) <= set(closing.closures)
        assert all(0.0 < weight <= 1.0 for weight in closing.weights.values())


@each
def test_own_priors_name_parameters_of_the_model(theory):
    shared = {name for name in priors(theory) if not name.startswith("start.")}
    assert set(theory.priors) <= shared


def test_equal_number_of_shared_closure_parameters():
    """The thresholds and scales of the slots are the body's, so that no theory has more of them."""
    names = {"usurpation.origin", "turn_to_force.threshold", "ambition.scale"}
    assert all(names <= set(priors(theory)) for theory in THEORIES.values())
    assert all(set(priors(t)) == set(priors(THEORIES["state-capitalism"])) for t in THEORIES.values())


def test_transitory_caste_is_nested_in_the_degenerated_workers_state():
    caste, parent = THEORIES["transitory-caste"], THEORIES["degenerated-workers-state"]
    inherited = {slot for slot, closing in caste.slots.items() if closing.inherited}
    assert inherited == {"turn-1928", "terror"}
    assert all(caste.slots[slot].closures == parent.slots[slot].closures for slot in inherited)
    assert all(not closing.inherited for closing in parent.slots.values())


def test_no_two_theories_are_the_same():
    strengths = [tuple(sorted((c.__name__, w) for c, w in t.strengths().items())) for t in THEORIES.values()]
    assert len(set(strengths)) == 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_theory_file_is_one_screen_without_equations(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 80
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Lambda)]
    sums = [n for n in ast.walk(tree) if isinstance(n, ast.BinOp) and not isinstance(n.op, ast.BitOr)]
    assert sums == []


def test_every_closure_serves_some_theory():
    used = {one for theory in THEORIES.values() for one in theory.strengths()}
    closures = {one for one in IN_MODEL if "strength" in declared(one)}
    assert {one.__name__ for one in closures - used} == set()
