"""Claims on growth: its sources, its crises, its fruits, and what oil did."""

import numpy as np

from .claim import Claim, Measured, Moved
from .view import View

CAPITAL = 0.4  # weight of capital in output; the rest is labour's
IDLE = 0.04  # open unemployment that counts as a crisis on top of a fall of output
PEACE = (*range(1934, 1940), *range(1948, 1990))


def _capital_output(v: View) -> np.ndarray:
    """Return growth of capital less that of output, per cent a year, in the two spans that are recorded."""
    output = v["national_income"]
    early = v.series("fixed-capital-1928-37").growth(1928, 1937) - output.growth(1928, 1937)
    late = v.series("fixed-assets-1980-89").growth(1980, 1985) - output.growth(1980, 1985)
    return np.concatenate([early, late])


def _slumps(v: View, unemployed: np.ndarray | float) -> np.ndarray:
    """Return the number of peace years in which output fell while many were out of work."""
    income = v["national_income"]
    fell = np.stack([income.at(year) < income.at(year - 1) for year in PEACE], axis=1)
    return (fell & (np.asarray(unemployed) > IDLE)).sum(axis=1).astype(float)


def _run_slumps(v: View) -> np.ndarray:
    return _slumps(v, np.stack([v["unemployment"].at(year) for year in PEACE], axis=1))


def _recorded_slumps(v: View) -> np.ndarray:
    """Return slumps at the low and the high estimate of open unemployment."""
    rates = v.table("unemployment_under_plan")
    return np.concatenate([_slumps(v, float(rates[end].max())) for end in ("low", "high")])


def _stagnant_and_armed(v: View) -> np.ndarray:
    """Return the lesser of: productivity growth lost, points a year, and arms share gained, per cent."""
    made = v["labour_productivity"]
    lost = made.growth(1966, 1975) - made.growth(1976, 1985)
    return np.minimum(lost, 100 * v["military_share"].change(1985, 1966))


def _recorded_stagnant(v: View) -> np.ndarray:
    head = v.series("gdp-per-head-ussr")
    lost = head.growth(1966, 1975) - head.growth(1976, 1985)
    points = v.series("military-share-western-points")
    claimed = v.series("military-share-1988-91~defence_share_of_GNP_Shevardnadze").at(1988)
    arms = np.concatenate([v.series("military-share-cow").change(1985, 1966), claimed - points.at(1975),
                           points.change(1975, 1960)])  # fmt: skip
    return np.minimum(lost[:1], 100 * arms)


def _spent(v: View, by_inputs: np.ndarray) -> np.ndarray:
    """Return the lesser of: part of growth that inputs explain beyond 0.8; later loss of growth, points."""
    income = v["national_income"]
    return np.minimum(by_inputs - 0.8, income.growth(1928, 1940) - income.growth(1970, 1985))


def _sprint(v: View) -> np.ndarray:
    inputs = CAPITAL * v["capital_stock"].growth(1928, 1940) + (1 - CAPITAL) * v["worker_number"].growth(
        1928, 1940
    )
    return _spent(v, inputs / v["national_income"].growth(1928, 1940))


def _recorded_sprint(v: View) -> np.ndarray:
    residual = v.series("soviet.growth.TFP_growth.USSR").at(1935)
    return _spent(v, 1 - residual / v["national_income"].growth(1930, 1939))


def _lead(v: View, first: int, last: int) -> np.ndarray:
    return v["national_income"].growth(first, last) - v["capitalist_growth"].mean(first + 1, last)


def _later(v: View) -> np.ndarray:
    return v["national_income"].growth(1971, 1985)


def _fallen(v: View) -> np.ndarray:
    income = v["national_income"]
    return income.growth(1986, 1990) - income.growth(1980, 1985)


GROWTH: tuple[Claim, ...] = (
    Claim(
        "c002-no-falling-profit",
        Measured("growth of capital less that of output 1928-85, per cent a year: not above nought",
                 lambda v: v["capital_stock"].growth(1928, 1985) - v["national_income"].growth(1928, 1985),
                 high=0.0, unit="% per year"),
        refuted_by="a capital-output ratio that rises",
        record=Measured("the same for 1928-37 (large industry) and 1980-85", _capital_output, high=0.0,
                        unit="% per year"),
    ),
    Claim(
        "c002-no-overproduction",
        Measured("peace years 1934-89 in which output fell with more than 4 % out of work", _run_slumps,
                 high=0.0, unit="years"),
        refuted_by="one such year of idle goods and idle hands",
        record=Measured("the same, unemployment under the plan at its low and high estimate",
                        _recorded_slumps, high=0.0, unit="years"),
    ),
    Claim(
        "c002-productivity-stagnated",
        Measured("lesser of: loss of productivity growth from 1966-75 to 1976-85, and rise of the arms share "
                 "1966-85 (points)", _stagnant_and_armed, low=0.0),
        refuted_by="productivity that speeds up, or a falling arms share",
        record=Measured("the same, of output per head and three estimates of the arms share",
                        _recorded_stagnant, low=0.0),
    ),
    Claim(
        "c002-reproduction-scraping-by",
        Measured("growth of mass consumption per head 1955-85: near nought",
                 lambda v: v["mass_consumption"].growth(1955, 1985), -0.5, 0.5, "% per year"),
        refuted_by="consumption per head that grows by more than half a per cent a year",
        record=Measured("growth of consumption per head 1960-82",
                        lambda v: v.series("consumption-growth-1960-82").at(1970), -0.5, 0.5, "% per year"),
    ),
    Claim(
        "c002-sprint-unsustainable",
        Measured("lesser of: part of growth 1928-40 explained by capital and labour less 0.8, and growth "
                 "lost "
                 "by 1970-85", _sprint, low=0.0),
        refuted_by="a fifth or more of growth from efficiency, or as fast growth later",
        record=Measured("the same, with the residual of 1930-39 as published", _recorded_sprint, low=0.0),
    ),
    Claim(
        "c002-oil-rent-20-years",
        Moved("growth 1971-85 without oil rent: none left",
              lambda a, b: _later(b), "no-oil-rent", high=0.0, unit="% per year",
              natural=Measured("growth 1986-89, after the price of oil had halved",
                               lambda v: v["national_income"].growth(1986, 1989), high=0.0,
                               unit="% per year")),
        refuted_by="growth without oil rent",
        weaker=Moved("growth 1971-85 without oil rent, less that with it: lower",
                     lambda a, b: _later(b) - _later(a), "no-oil-rent", high=-0.05, unit="% per year",
                     natural=Measured("growth 1986-90, after the price fell, less that of 1980-85",
                                      _fallen, high=-0.05, unit="% per year")),
    ),
    Claim(
        "c002-slower-than-capitalism",
        Measured("growth of output 1928-89 less that of the five great capitalist economies",
                 lambda v: _lead(v, 1928, 1989), high=0.0, unit="% per year"),
        refuted_by="growth as fast as that of the capitalist powers over the whole span",
        weaker=Measured("the same for 1960-89, once the lag was smaller",
                        lambda v: _lead(v, 1960, 1989), high=0.0, unit="% per year"),
    ),
    Claim(
        "c002-surplus-to-military",
        Measured("arms in national income, mean 1950-85",
                 lambda v: v["military_share"].mean(1950, 1985), low=0.1),
        refuted_by="an arms share of less than a tenth",
    ),
)  # fmt: skip
