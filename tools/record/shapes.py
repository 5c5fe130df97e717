"""Transformations of a recorded series, each a function of the series and its partners.

A series is indexed by (year, year_end); the partners are the `with` entries of the canon, in order.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

Shape = Callable[[pd.Series, list[pd.Series]], pd.Series]


def level(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return the series as printed."""
    return x


def scale(factor: float) -> Shape:
    """Return a shape that multiplies by a factor (a change of unit)."""
    return lambda x, partners: x * factor


def complement(factor: float) -> Shape:
    """Return a shape for one minus the value times a factor."""
    return lambda x, partners: 1 - x * factor


def growth_factor(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return one plus a percentage over a span."""
    return 1 + x / 100


def log_percent(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return a compound percentage per year as a log growth rate in per cent per year."""
    return 100 * np.log1p(x / 100)


def inverse(numerator: float) -> Shape:
    """Return a shape for a number over the value; a value of zero or below has no inverse and is left out."""
    return lambda x, partners: numerator / x[x > 0]


def index(base: int, to: float = 100.0) -> Shape:
    """Return a shape for the value over its value in a base year."""
    return lambda x, partners: to * x / at(x, base)


def only(year: int, shape: Shape) -> Shape:
    """Return a shape that keeps one year of another shape."""
    return lambda x, partners: shape(x, partners).loc[[year]]


def over(partner: int, factor: float = 1.0, reach: int = 0) -> Shape:
    """Return a shape for the value over a partner of the same year (or the nearest within reach)."""
    return lambda x, partners: factor * x / near(partners[partner], x, reach)


def over_year(partner: int, year: int, factor: float = 1.0) -> Shape:
    """Return a shape for the value over a partner in one fixed year."""
    return lambda x, partners: factor * x / at(partners[partner], year)


def less(partner: int, factor: float) -> Shape:
    """Return a shape for the value less a partner of the same year, times a factor."""
    return lambda x, partners: factor * (x - near(partners[partner], x, 0))


def partner_over(partner: int, year: int) -> Shape:
    """Return a shape for a partner over the value of the main record in one fixed year."""
    return lambda x, partners: partners[partner] / at(x, year)


def short_of(partner: int) -> Shape:
    """Return a shape for one minus the value over a partner."""
    return lambda x, partners: 1 - x / near(partners[partner], x, 0)


def overstated(partner: int) -> Shape:
    """Return a shape for one minus a partner over the value: the part of a report that was not there."""
    return lambda x, partners: 1 - near(partners[partner], x, 0) / x


def summed(shape: Shape) -> Shape:
    """Return a shape of the sum of the series and all its partners."""
    return lambda x, partners: shape(x + sum(near(p, x, 0) for p in partners), [])


def share_of_sum(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return the series over the sum of itself and its first partner."""
    return x / (x + near(partners[0], x, 0))


def against_base(base: int, factor: float) -> Shape:
    """Return a shape for one minus the value, times a factor, over its value in a base year."""
    return lambda x, partners: 1 - factor * x / at(x, base)


def log_share_of_maximum(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return log(1 + x) over its maximum."""
    return np.log1p(x) / np.log1p(x).max()


def below_maximum(first: int, last: int) -> Shape:
    """Return a shape for one minus the value over its maximum in a span of years."""
    return lambda x, partners: 1 - x / x.loc[first:last].max()


def log_growth_gap(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return the yearly log growth of the series less that of its partner."""
    return yearly_log_growth(x) - yearly_log_growth(partners[0]).reindex(x.index)


def yearly_log_growth(x: pd.Series) -> pd.Series:
    """Return log growth over the year before; blank where the year before is absent."""
    year = x.index.get_level_values("year").to_series()
    growth = np.log(x.where(x > 0)).diff()
    return growth[year.diff().eq(1).to_numpy()]


def total_log_growth(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return the log growth of the sum of series and partners, per cent, where all exist."""
    total = x + sum(near(p, x, 0) for p in partners)
    return 100 * yearly_log_growth(total.dropna())


def slump(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return one minus the five-year mean log growth rescaled by its own range."""
    log = np.log(x)
    before = log.rename(lambda year: year + 5)
    growth = ((log - before) / 5).dropna()
    return 1 - (growth - growth.min()) / (growth.max() - growth.min())


def mean_index(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return the mean over the countries present of each series over its own mean."""
    return pd.concat([s / s.mean() for s in [x, *partners]], axis=1).mean(axis=1)


def at(x: pd.Series, year: int) -> float:
    """Return the value of a year; a missing base year is an error, never a guess."""
    found = x[x.index.get_level_values("year") == year]
    if found.empty:
        raise ValueError(f"no value in the base year {year}")
    return float(found.iloc[0])


def near(other: pd.Series, x: pd.Series, reach: int) -> pd.Series:
    """Return the other series at the first years of x: the same year, or the nearest within reach."""
    plain = other.groupby(level="year").median()
    years = x.index.get_level_values("year")
    found = plain.reindex(years, method="nearest", tolerance=reach)
    return pd.Series(found.to_numpy(), index=x.index)


def rescaled_to_1980(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return a real price in dollars of 1980; the partners are the nominal and the real price."""
    return x * at(partners[0], 1980) / at(partners[1], 1980)


def dollars_of_1980(factor: float) -> Shape:
    """Return a shape for current dollars in dollars of 1980, by the deflator nominal over real price."""
    return lambda x, partners: factor * x * _deflator(partners).reindex(x.index)


def yearly_dollars_of_1980(factor: float) -> Shape:
    """Return a shape for a sum over a span as a yearly mean in dollars of 1980."""

    def yearly(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
        deflator = _deflator(partners).groupby(level="year").mean()
        spans = [(first, last) for first, last in x.index]
        mean = [deflator.loc[first:last].mean() / (last - first + 1) for first, last in spans]
        return factor * x * mean

    return yearly


def _deflator(partners: list[pd.Series]) -> pd.Series:
    price = partners[0] / partners[1]
    return at(price, 1980) / price


# Only one crisis has three ordinary years before it: 1918-20 and 1943-45 are themselves years of mass death.
CRISES = {(1931, 1935): (1928, 1930)}


def excess(factor: float) -> Shape:
    """Return a shape for deaths above the mean of the three years before a famine crisis."""

    def above(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
        parts = [x.loc[a:b] - x.loc[c:d].mean() for (a, b), (c, d) in CRISES.items()]
        return factor * pd.concat(parts)

    return above


PERIODS = ((1905, 1916), (1917, 1923), (1924, 1944), (1945, 1953), (1954, 1991))


def success_rate(x: pd.Series, partners: list[pd.Series]) -> pd.Series:
    """Return, by period, the share of dated upheavals with outcome 1."""
    rates = {span: (x.loc[span[0] : span[1]] == 1).mean() for span in PERIODS}
    return pd.Series(rates).rename_axis(["year", "year_end"])
