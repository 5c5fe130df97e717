"""Soft targets and summed series."""

import numpy as np
import pytest

from thermidor.claims.series import FIRST_YEAR
from thermidor.claims.view import Run
from thermidor.lab.observe import OBSERVED
from thermidor.lab.targets import MEASURES, residuals, targets
from thermidor.record import load

YEARS = 1999 - FIRST_YEAR + 1


def _run(starved: float, income: float) -> Run:
    gdp = np.full((1, YEARS), 100.0)
    gdp[:, 1942 - FIRST_YEAR : 1945 - FIRST_YEAR] = 100 * income
    return Run({"starved": np.full((1, YEARS), starved), "gdp": gdp})


def test_every_target_is_measured_and_says_where_it_comes_from() -> None:
    assert {one.target for one in targets()} == set(MEASURES)
    assert all(len(one.source) > 10 for one in targets())
    assert {one.kind for one in targets()} == {"record", "assumption"}


def test_target_that_is_hit_leaves_no_residual() -> None:
    [war, *_] = [one for one in targets() if one.target == "income over 1940"]
    assert war.residual(_run(0.0, war.value))[0] == pytest.approx(0.0, abs=1e-12)
    assert war.residual(_run(0.0, 1.2 * war.value))[0] > 1.0


def test_more_deaths_move_the_residual_of_famines_up() -> None:
    few, many = (residuals(_run(deaths, 0.7), 1940, ("famine deaths",)) for deaths in (0.1, 1.0))
    assert few.shape == (1, 5)
    assert (many > few).all()


def test_energy_is_the_sum_of_its_sources() -> None:
    [energy] = [one for one in OBSERVED if one.plus]
    rows = load()
    year = 1970
    parts = rows[rows["series"].isin([energy.series, *energy.plus]) & rows["year"].isin([1913, year])]
    sums = parts.groupby("year")["value"].sum()
    got = energy.record().set_index("year")["value"][year]
    assert got == pytest.approx(100 * sums[year] / sums[1913])
