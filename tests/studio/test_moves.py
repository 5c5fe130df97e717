"""Runs of a moving lever: the numbers of every run, to the last digits; given up between vectors of draws."""

import numpy as np
import pytest

from thermidor.studio import engine
from thermidor.studio.moves import Superseded, placed
from thermidor.theories import THEORIES

from .conftest import THEORY, any_scenario

DRAWS = 64


def like(one, other):
    return one.shape == other.shape and np.allclose(one, other, rtol=1e-6, atol=1e-9, equal_nan=True)


@pytest.mark.parametrize("theory", THEORIES)
@pytest.mark.parametrize("seed", range(4))
def test_a_move_gives_every_number_of_a_run(theory, seed):
    given = engine.setting(any_scenario(seed))
    whole = engine.fields(theory, given, seed, 0, DRAWS)
    moved = engine.moved(theory, given, seed, DRAWS)
    assert set(moved) == set(whole) == set(placed())
    assert [name for name in whole if not like(moved[name], whole[name])] == []


def test_a_move_of_fewer_draws_gives_the_first_of_them():
    given = engine.unchanged()
    few, many = (engine.moved(THEORY, given, 1, draws) for draws in (5, DRAWS))
    assert all(np.array_equal(few[name], many[name][:5], equal_nan=True) for name in many)


def test_what_is_read_of_a_run_is_not_changed_by_the_next():
    other = engine.setting(any_scenario(1))
    first = engine.moved(THEORY, engine.unchanged(), 1, DRAWS)
    before = {name: values.copy() for name, values in first.items()}
    second = engine.moved(THEORY, other, 1, DRAWS)
    assert all(np.array_equal(first[name], before[name], equal_nan=True) for name in first)
    assert not all(np.array_equal(first[name], second[name], equal_nan=True) for name in first)


def test_a_start_that_is_changed_changes_the_run():
    usual = engine.unchanged()
    more = engine.Setting(usual.forcing, usual.levers, usual.drive, {"cattle": 2.0})
    one, other = (engine.moved(THEORY, given, 1, 8)["cattle"][:, 0] for given in (usual, more))
    assert np.all(other > one)


def test_a_move_that_is_overtaken_stops_between_vectors():
    looks = iter([False, False, True])
    with pytest.raises(Superseded):
        engine.moved(THEORY, engine.unchanged(), 1, DRAWS, stale=lambda: next(looks))
