"""Dice are keyed by purpose, draw and year, and by nothing else."""

from zlib import crc32

import jax
import numpy as np
import pytest

from thermidor.chance import FACES, belief, luck


def test_luck_does_not_depend_on_batch_or_company() -> None:
    """A draw has the same luck alone, in another order, or beside other purposes."""
    all_draws = luck(3, ("turn", "terror"), np.arange(7), 5)
    some = luck(3, ("terror",), np.asarray([4, 2]), 5)
    np.testing.assert_array_equal(some["terror"], all_draws["terror"][[4, 2]])


def test_luck_of_early_years_does_not_depend_on_how_long_the_run_is() -> None:
    """A longer run throws the same dice first."""
    short, long = (luck(3, ("turn",), np.arange(4), years)["turn"] for years in (5, 9))
    np.testing.assert_array_equal(short, long[:, :5])


def test_seeds_and_purposes_differ() -> None:
    """Another seed or purpose gives other dice; all lie strictly inside (0, 1)."""
    one = luck(1, ("turn", "terror"), np.arange(50), 20)
    other = luck(2, ("turn",), np.arange(50), 20)
    assert not np.any(one["turn"] == one["terror"])
    assert not np.any(one["turn"] == other["turn"])
    assert one["turn"].min() > 0 and one["turn"].max() < 1
    assert abs(one["turn"].mean() - 0.5) < 0.03


@pytest.mark.parametrize("seed", [0, 1, 2**31, 2**40 + 5])
def test_dice_are_those_of_jax(seed: int) -> None:
    """The generator is checked against another one's numbers, to the last bit."""
    key = jax.random.key(seed)
    for number in (crc32(b"turn") & FACES, 5):
        key = jax.random.fold_in(key, number)
    expected = jax.random.uniform(key, (9,), minval=np.finfo(float).eps)
    np.testing.assert_array_equal(luck(seed, ("turn",), np.asarray([2, 5]), 9)["turn"][1], expected)


def test_belief_is_uniform_and_keyed_by_name() -> None:
    """Ranks of one parameter do not change when others are added."""
    alone, among = belief(1, ("a",), np.arange(9)), belief(1, ("b", "a"), np.arange(9))
    np.testing.assert_array_equal(alone["a"], among["a"])
