"""Settings frozen at a year know nothing from outside beyond it."""

from dataclasses import replace

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from thermidor.frame.forcing import FORCINGS
from thermidor.lab.freeze import NOUGHT, frozen
from thermidor.lab.setting import closed
from thermidor.outside import YEARS

PLAIN = closed()


def path(setting, name):
    return np.asarray(getattr(setting.forcing, name))


@pytest.mark.parametrize("year", [1928, 1940, 1985])
def test_nothing_changes_up_to_the_freeze_and_neither_war_nor_weather_comes_after(year):
    at, done = YEARS.index(year), frozen(PLAIN, year)
    for name in FORCINGS:
        np.testing.assert_array_equal(path(done, name)[: at + 1], path(PLAIN, name)[: at + 1])
    assert all((path(done, name)[at + 1 :] == 0).all() for name in NOUGHT)
    assert path(done, "rivalry")[at + 1] == pytest.approx(path(PLAIN, "rivalry")[at - 9 : at + 1].mean())
    income = path(done, "rival_income")
    assert income[-1] / income[-2] == pytest.approx((income[at] / income[0]) ** (1 / at))
    assert path(done, "schooling")[-1] == path(PLAIN, "schooling")[at]
    assert not np.asarray(done.levers.leader_dies)[at + 1 :].any()


@pytest.mark.parametrize("name", FORCINGS)
def test_what_comes_after_the_freeze_moves_nothing(name):
    at = YEARS.index(1953)
    absurd = jnp.asarray(np.concatenate([path(PLAIN, name)[: at + 1], path(PLAIN, name)[at + 1 :] + 99.0]))
    planted = replace(PLAIN, forcing=replace(PLAIN.forcing, **{name: absurd}))
    for one, other in zip(
        jax.tree.leaves(frozen(planted, 1953).forcing), jax.tree.leaves(frozen(PLAIN, 1953).forcing),
        strict=True,
    ):  # fmt: skip
        np.testing.assert_array_equal(one, other)


def test_a_frozen_setting_needs_no_programme_of_its_own():
    def shapes(setting):
        return jax.tree.map(
            lambda leaf: (np.shape(leaf), str(leaf.dtype)),
            (setting.forcing, setting.levers, dict(setting.drive)),
        )

    assert shapes(frozen(PLAIN, 1964)) == shapes(PLAIN)
