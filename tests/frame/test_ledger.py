"""The ledger posts double entries, refuses what the books do not allow, and lets records drive signals."""

import jax.numpy as jnp
import numpy as np
import pytest

from thermidor.frame.change import Add, Change, Move, Regroup, Set
from thermidor.frame.example import state
from thermidor.frame.ledger import LedgerError, open_year, settle


def test_move_is_posted_on_both_sides() -> None:
    """What leaves one account enters the other."""
    now = state(peasants=100.0, workers=5.0)
    after = settle(now, [Move("peasants", "workers", 2.0)])
    assert float(after.peasants) == 98.0
    assert float(after.workers) == 7.0


def test_move_never_overdraws() -> None:
    """A Move takes at most what is there, and never a negative amount."""
    now = state(peasants=1.0, workers=5.0)
    after = settle(now, [Move("peasants", "workers", 3.0), Move("workers", "peasants", -1.0)])
    assert float(after.peasants) == 0.0
    assert float(after.workers) == 6.0


def test_changes_are_posted_one_after_another() -> None:
    """A second change sees the first."""
    after = settle(state(peasants=10.0), [Move("peasants", "idle", 10.0), Move("peasants", "workers", 10.0)])
    assert float(after.workers) == pytest.approx(float(state().workers))


def test_boundary_flows_count_what_crosses() -> None:
    """A flow records the passage in either direction and starts each year at nought."""
    after = settle(state(), [Move("born", "peasants", 3.0), Move("peasants", "died", 2.0)])
    assert (float(after.born), float(after.died)) == (3.0, 2.0)
    assert float(open_year(after).born) == 0.0


def test_bounds_are_kept() -> None:
    """An index stays between nought and one."""
    after = settle(state(soviet_democracy=0.9), [Add("soviet_democracy", 0.5)])
    assert float(after.soviet_democracy) == 1.0


def test_regroup_sets_the_distribution() -> None:
    """A stock with axes can be spread anew."""
    shape = state().capital.shape
    spread = jnp.arange(float(np.prod(shape))).reshape(shape)
    after = settle(state(), [Regroup("capital", spread)])
    np.testing.assert_array_equal(after.capital, spread)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Set("peasants", 1.0), "peasants is a stock: Set cannot change it"),
        (Add("gdp", 1.0), "gdp is a signal: Add cannot change it"),
        (Set("origin_drive", 1.0), "origin_drive is a driver"),
        (Move("gdp", "peasants", 1.0), "gdp is a signal: only stocks and flows"),
        (Move("peasants", "peasants", 1.0), "source and target"),
        (Set("no_such_field", 1.0), "not a field of the state"),
    ],
)
def test_wrong_changes_are_refused(change: Change, message: str) -> None:
    """Each forbidden change is named with its reason."""
    with pytest.raises(LedgerError, match=message):
        settle(state(), [change])


def test_recorded_values_take_the_place_of_decisions() -> None:
    """Where the drive is a number it wins; where it is NaN the model decides."""
    drive = {"arms_target": jnp.asarray(0.2), "accumulation_target": jnp.asarray(jnp.nan)}
    after = settle(state(), [Set("arms_target", 0.1), Set("accumulation_target", 0.1)], drive)
    assert float(after.arms_target) == 0.2
    assert float(after.accumulation_target) == 0.1
