"""The wedge filter and the rate of profit on tables with known answers."""

import numpy as np
import pandas as pd
import pytest

from thermidor.lab.profit_rate import COLUMNS, Imputation, choices, of_theory, profit_rate
from thermidor.lab.wedges import FARM, NONFARM, Shares, wedges


def efficient(years=5, growth=0.02):
    """An economy without wedges: margins equal between sectors, consumption on its Euler path."""
    shares, rows = Shares(), []
    gross = np.exp(growth) / shares.patience - 1 + shares.worn  # what capital must yield at the margin
    for t in range(years):
        for sector, share, size in ((NONFARM, shares.nonfarm, 60.0), (FARM, shares.farm, 40.0)):
            output = size * np.exp(growth * t)
            rows.append(
                {"year": 1950 + t, "sector": sector, "output": output, "capital": share * output / gross,
                 "labour": (1 - share) * output, "wage": 1.0, "consumption": np.exp(growth * t)}
            )  # fmt: skip
    return pd.DataFrame(rows)


def test_an_efficient_economy_has_no_wedges():
    found = wedges(efficient())
    for name in ("mobility", "capital", "labour"):
        assert found[name].to_numpy() == pytest.approx(0, abs=1e-12)
    assert found["investment"].iloc[:-1].to_numpy() == pytest.approx(0, abs=1e-12)
    assert np.isnan(found["investment"].iloc[-1])


@pytest.mark.parametrize(
    ("column", "sector", "wedge", "size"),
    [
        ("labour", FARM, "mobility", np.log(2)),
        ("labour", NONFARM, "mobility", -np.log(2)),
        ("capital", FARM, "capital", np.log(2)),
        ("wage", NONFARM, "labour", -np.log(2)),
    ],
)
def test_a_planted_distortion_is_found(column, sector, wedge, size):
    rows = efficient()
    rows.loc[rows["sector"] == sector, column] *= 2
    assert wedges(rows)[wedge].to_numpy() == pytest.approx(size)


def test_a_price_moves_the_margins():
    rows = efficient().assign(price=1.0)
    rows.loc[rows["sector"] == NONFARM, "price"] = 3.0
    assert wedges(rows)["mobility"].to_numpy() == pytest.approx(np.log(3))


def test_what_is_missing_is_told():
    with pytest.raises(ValueError, match="labour"):
        wedges(efficient().drop(columns="labour"))
    with pytest.raises(ValueError, match="farm and nonfarm"):
        wedges(efficient().query("sector == 'farm'"))


def table(**values):
    return pd.DataFrame([dict.fromkeys(COLUMNS, 10.0) | {"output": 100.0, "plant": 200.0} | values])


def test_each_imputation_changes_the_rate():
    rates = {how: float(profit_rate(table(), how)[0]) for how in choices()}
    assert len(rates) == 16
    plain = Imputation(wear_deducted=False)
    assert rates[plain] == pytest.approx(90 / 200)
    assert rates[Imputation()] == pytest.approx(80 / 200)
    assert rates[Imputation(wear_deducted=False, officials_a_cost=True)] == pytest.approx(80 / 200)
    assert rates[Imputation(wear_deducted=False, unfinished_counted=True)] == pytest.approx(90 / 210)
    assert rates[Imputation(farming=True, wear_deducted=False)] == pytest.approx(90 / 210)


def test_a_theory_has_a_rate_under_every_imputation():
    found = of_theory("state-capitalism", draws=10)
    assert len(found) == 16
    assert all(np.isfinite(rate.loc[1920:1988]).all() for _, rate in found)
    assert all((rate.loc[1950:1980] > -0.5).all() and (rate.loc[1950:1980] < 1).all() for _, rate in found)
