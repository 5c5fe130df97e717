"""Observations: which quantity of a run each recorded series is held against, and how near is near.

``error`` is the discrepancy allowed to a model of this kind beside the record's own range: a share
(log scale) for levels and indices, an amount for shares and indices between nought and one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from ..claims.series import FIRST_YEAR, Series
from ..claims.view import Run
from ..frame.axes import A, C, E, M, P
from ..frame.state import METAS
from ..record import load

LAST_YEAR = 1999


@dataclass(frozen=True, slots=True)
class Observed:
    """One recorded series and its counterpart in a run.

    ``base``: year at which both are set to 100. ``forced``: the run is given this series from outside, so
    that agreement says nothing and no score counts it. ``plus``: series of the record added to it, nought
    where they have not begun.
    """

    series: str
    label: str
    unit: str
    read: Callable[[Run], Series]
    error: float
    base: int = 0
    absolute: bool = False
    factor: float = 1.0
    forced: bool = False
    plus: tuple[str, ...] = ()

    def model(self, run: Run) -> np.ndarray:
        """Return the run's counterpart, shape (draw, year), in the record's unit."""
        values = self.read(run).values * self.factor
        return values if not self.base else 100 * values / values[:, [self.base - FIRST_YEAR]]

    def record(self) -> pd.DataFrame:
        """Return the recorded years of the run's span: low, value, high (set to the base year)."""
        rows = _summed(_record()[self.series], [_record()[name] for name in self.plus])
        rows = rows[(rows["year"] >= FIRST_YEAR) & (rows["year"] <= LAST_YEAR)]
        if not self.base:
            return rows
        at_base = float(rows.loc[rows["year"] == self.base, "value"].iloc[0])
        return rows.assign(**{c: 100 * rows[c] / at_base for c in ("low", "value", "high")})

    def implausibility(self, run: Run, first: int = FIRST_YEAR, last: int = LAST_YEAR) -> np.ndarray:
        """Return distance from the record over its allowed error, shape (draw, recorded year)."""
        rows = self.record()
        rows = rows[(rows["year"] >= first) & (rows["year"] <= last)]
        model = self.model(run)[:, rows["year"].to_numpy() - FIRST_YEAR]
        low, value, high = (rows[c].to_numpy(float) for c in ("low", "value", "high"))
        if self.absolute:
            return np.abs(model - value) / np.hypot(self.error, (high - low) / 2)
        log = lambda x: np.log(np.maximum(x, 1e-9))  # noqa: E731
        return np.abs(log(model) - log(value)) / np.hypot(self.error, (log(high) - log(low)) / 2)


def _field(name: str) -> Callable[[Run], Series]:
    assert name in METAS, name
    return lambda run: run[name]


def _new_year(name: str) -> Callable[[Run], Series]:
    """Read a stock on 1 January: what the year before has left, at first what the run starts from."""
    assert name in METAS, name

    def read(run: Run) -> Series:
        left = run.fields[name]
        first = np.full_like(left[:, :1], METAS[name].start)
        return Series(np.concatenate([first, left[:, :-1]], axis=1))

    return read


def _mid_year(name: str) -> Callable[[Run], Series]:
    """Read a stock at mid-year: the mean of both ends of the year."""
    opening = _new_year(name)
    return lambda run: Series((opening(run).values + run.fields[name]) / 2.0)


def _sector(name: str, sector: int) -> Callable[[Run], Series]:
    return lambda run: run.sector(name, sector)


def _over(top: str, bottom: str) -> Callable[[Run], Series]:
    return lambda run: Series(run.fields[top] / run.fields[bottom])


def _plus(*names: str) -> Callable[[Run], Series]:
    return lambda run: Series(sum(run.fields[n] for n in names))  # pyright: ignore[reportArgumentType]


def _rate(name: str) -> Callable[[Run], Series]:
    return lambda run: Series(1000 * run.fields[name] / run.fields["population"])


def _steel(run: Run) -> Series:
    """Return what steel goes into: producer goods for final use, and those used up in arms."""
    return Series(run.fields["final_demand"][..., P] + STEEL_OF_ARMS * run.fields["gross_output"][..., M])


def _industry_age(run: Run) -> Series:
    """Return the mean age of industrial plant."""
    held = run.fields["plant_capital"][..., INDUSTRY]
    return Series((run.fields["plant_age"][..., INDUSTRY] * held).sum(-1) / held.sum(-1))


def _retired(run: Run) -> Series:
    """Return industrial plant retired by decision over what is held."""
    scrapped = run.fields["scrapped"][..., INDUSTRY].sum(-1)
    return Series(scrapped / run.fields["plant_capital"][..., INDUSTRY].sum(-1))


def _deaths(run: Run) -> Series:
    gone = sum(run.fields[n] for n in ("died", "starved", "killed", "executed"))
    return Series(1000 * gone / run.fields["population"])


def _wage_earners(run: Run) -> Series:
    return _plus("workers", "employees", "specialists", "officials")(run)


def _consumption_growth(run: Run) -> Series:
    """Mean growth from each year to twenty-two years later, the span of the one recorded figure."""
    log, span = np.log(run.fields["consumption_per_head"]), 22
    later = np.pad(log[:, span:] - log[:, :-span], ((0, 0), (0, span)), constant_values=np.nan)
    return Series(100 * later / span)


INDUSTRY = [C, P, M, E]
STEEL_OF_ARMS = 0.3  # producer goods used up per unit of arms (input-output core)
WINTER = 0.9  # cattle on 1 January over those of the summer before (pairs of 1928 and 1940-41 of the record)
BORDERS_1938 = 1 / 1.08  # grain of the borders of 1946 in those of 1938 (economy trial run, assumption)
BARN_YIELD = 1 / 0.93  # official harvest over barn yield after 1956 (economy trial run, assumption)

OBSERVED: tuple[Observed, ...] = (
    Observed("gdp-ussr-maddison", "National income", "1913 = 100", _field("gdp"), 0.06, 1913),
    Observed("population-fixed-territory", "Population", "million", _new_year("population"), 0.025),
    Observed("macro.output.population_maddison.USSR_TERR", "Population to 1991", "thousand",
             _mid_year("population"), 0.025, factor=1000.0),
    Observed("birth-rate", "Births", "per thousand", _rate("born"), 0.10),
    Observed("death-rate", "Deaths", "per thousand", _deaths, 0.12),
    Observed("industry-index-civil-war", "Industry in the civil war", "1913 = 100",
             _field("industrial_output"), 0.20),
    Observed("steel-output", "Building, machines, arms (steel)", "1913 = 100", _steel, 0.25, 1913),
    Observed("macro.energy.coal_production.RUS_STATE", "Energy (coal, oil, gas)", "1913 = 100",
             _sector("gross_output", E), 0.25, 1913,
             plus=("macro.energy.oil_production.RUS_STATE", "macro.energy.gas_production.RUS_STATE")),
    Observed("grain-western-low", "Grain harvest to 1940", "Mt", _field("grain_output"), 0.10,
             factor=BORDERS_1938),
    Observed("grain-1956-80", "Grain harvest from 1956", "Mt", _field("grain_output"), 0.12,
             factor=BARN_YIELD),
    Observed("grain-procured-1927-32", "Grain procured", "Mt", _field("grain_taken"), 0.15,
             factor=BORDERS_1938),
    Observed("price-scissors", "Price scissors", "1913 = 1", _field("scissors_ratio"), 0.20),
    Observed("cattle-pre-war", "Cattle", "million head", _field("cattle"), 0.10),
    Observed("soviet.agriculture.livestock_large_horned_cattle_total.USSR", "Cattle in winter",
             "million head", _new_year("cattle"), 0.12, factor=WINTER),
    Observed("horses-pre-war", "Horses", "million head", _field("horses"),
             0.15),
    Observed("farm-output-crops", "Farm output", "1961 = 100", _sector("gross_output", A), 0.10, 1961),
    Observed("collectivised-june-1928-29", "Households collectivised", "share", _field("collectivised_share"),
             0.15, absolute=True),
    Observed("workers-and-employees", "Workers and employees", "1928 = 100", _wage_earners, 0.12, 1928),
    Observed("social-composition-1913-39", "Peasants in population", "share", _field("peasant_share"), 0.04,
             absolute=True),
    Observed("army-share-of-population", "Army in population", "share", _over("army", "population"), 0.006,
             absolute=True),
    Observed("military-share-western-points", "Arms in income", "share", _field("military_share"), 0.03,
             absolute=True),
    Observed("equipment-age", "Age of industrial plant", "years", _industry_age, 0.12),
    Observed("retirement-rate", "Industrial plant retired", "share per year", _retired, 0.25),
    Observed("trade-share-interwar", "Foreign trade in income", "share", _field("trade_exposure"), 0.05,
             absolute=True),
    Observed("consumption-growth-1960-82", "Consumption per head 1960-82", "% a year", _consumption_growth,
             0.8, absolute=True),
    Observed("oil-gas-value", "Oil rent", "1980 = 100", _field("oil_rent"), 0.8, 1980),
    Observed("party-size", "Party", "million", _field("party_size"), 0.20),
    Observed("leader-concentration", "Leader concentration", "0-1", _field("leader_concentration"), 0.20,
             absolute=True),
    Observed("coded.soviet_democracy", "Soviet democracy (coded)", "0-1", _field("soviet_democracy"), 0.15,
             absolute=True),
    Observed("coded.nationalised_share", "State ownership (coded)", "0-1", _field("nationalised_share"), 0.20,
             absolute=True),
    Observed("no-schooling", "Schooled adults", "share", _field("culture_level"), 0.12, absolute=True,
             forced=True),
    Observed("special-settlers", "Special settlers", "million", _field("exiles"), 0.30),
    Observed("camps-early", "Camps to 1934", "million", _field("prisoners"), 0.40),
    Observed("camps-and-colonies", "Camps and colonies", "million", _field("prisoners"), 0.35),
    Observed("political-sentences", "Political arrests", "per 1000", _field("repression"), 1.0),
    Observed("strikers-1922-28", "Strikers", "per 1000 workers", _field("strike_activity"), 0.8),
    Observed("turnover-1929-32", "Labour turnover", "share per year", _field("labour_mobility"), 0.4),
    Observed("peasant-inflow", "New workers from the village", "share per year", _field("urban_dilution"),
             0.05, absolute=True),
    Observed("growth-advanced-countries", "Growth abroad", "% a year", _field("capitalist_growth"), 3.0,
             absolute=True, forced=True),
    Observed("coded.us_ussr_tension", "Cold-war tension (coded)", "0-1", _field("us_ussr_tension"), 0.25,
             absolute=True),
)  # fmt: skip


@cache
def _record() -> dict[str, pd.DataFrame]:
    known = {name for one in OBSERVED for name in (one.series, *one.plus)}
    rows = load()
    return {str(name): part.sort_values("year") for name, part in rows.groupby("series") if name in known}


def _summed(rows: pd.DataFrame, others: list[pd.DataFrame]) -> pd.DataFrame:
    values = rows.set_index("year")[["low", "value", "high"]]
    for other in others:
        values = values.add(other.set_index("year")[values.columns].reindex(values.index).fillna(0.0))
    return rows.assign(**{column: values[column].to_numpy() for column in values})
