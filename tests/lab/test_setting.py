"""What runs are given: the same names and shapes in every scenario, weights that sum to one."""

import jax
import numpy as np
import pytest

from thermidor.lab.ensemble import Setting
from thermidor.lab.setting import closed, economy_alone, polity_alone, under
from thermidor.outside import scenarios
from thermidor.outside.tables import REGULATORS

SETTINGS = {name: under(one) for name, one in scenarios().items()}
EVERY = SETTINGS | {"economy alone": economy_alone(), "polity alone": polity_alone()}


def outline(one: Setting) -> object:
    """Return names, shapes and kinds of number: what a compiled programme depends on."""
    return jax.tree.map(
        lambda leaf: (np.shape(leaf), str(leaf.dtype)), (one.forcing, one.levers, dict(one.drive))
    )


@pytest.mark.parametrize("name", EVERY)
def test_no_setting_makes_the_programme_compile_anew(name: str) -> None:
    """All settings drive the same signals, in arrays of the same shape and kind."""
    assert list(EVERY[name].drive) == list(closed().drive)
    assert outline(EVERY[name]) == outline(closed())


@pytest.mark.parametrize("name", EVERY)
def test_driven_regulators_share_out_one(name: str) -> None:
    """Where a setting drives the weights of plan, market and democracy, it drives all three, to one."""
    drive = EVERY[name].drive
    whole = np.sum([drive[one] for one in REGULATORS], axis=0)
    driven = [np.isfinite(drive[one]) for one in REGULATORS]
    assert all(np.array_equal(one, driven[0]) for one in driven)
    np.testing.assert_allclose(whole[driven[0]], 1.0, rtol=0, atol=1e-12)


def test_settings_differ_all_the_same() -> None:
    """A scenario changes a lever, a driven signal or the start."""
    base = closed()
    for name in set(SETTINGS) - {"historical-baseline"}:
        one = SETTINGS[name]
        pairs = [(one.levers, base.levers), (dict(one.drive), dict(base.drive))]
        same = all(
            np.array_equal(a, b, equal_nan=True)
            for mine, usual in pairs
            for a, b in zip(jax.tree.leaves(mine), jax.tree.leaves(usual), strict=True)
        )
        assert not same or one.start, name
