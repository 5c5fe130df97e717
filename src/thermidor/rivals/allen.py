r"""One economy, three villages: plan and machines with collective farms, with NEP, with capitalist hiring.

.. math:: y_p = a k_p, \; y_c = b\,k_c^{\theta} l^{1-\theta}, \; \rho = \frac{c_u / n_u}{c_f / n_f}, \;
   m = \alpha\rho - \beta, \; M = \frac{F}{1 + 1.5043\,p^{-0.9298}}

A reduced form of Allen 2003, appendix B: eqs 1 and 2 (machines; goods here need labour too), the split
0.23 of machines, the accounts 46-49, migration 50, 50A and 51, and the peasants' split 8A-3, with price
1 in the first year. The equations of production, prices and purchases in between were not read: labour in
goods, the held-back share of goods and hiring up to a wage are ours. Villages differ by values alone.

>>> collective, nep = run(COLLECTIVE, CENTRAL, 11), run(NEP, CENTRAL, 11)
>>> bool(collective.town[5] > nep.town[5]), bool(collective.marketed[1] > nep.marketed[1])
(True, True)
>>> [round(float(x), 6) for x in (COLLECTIVE.migration(1.6), COLLECTIVE.migration(2.3))]
[0.011625, 0.02475]
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..frame.prior import LogitNormal, LogNormal, Normal
from .history import History
from .parameter import Parameter
from .posterior import Parameters, prior_sample
from .rival import OUTPUT, Forecast, ahead, dice

FIRST, LAST = 1928, 1939
WORKERS = "workers-and-employees"
START_GAP = 1.6  # town over village consumption per head in the late 1920s (Allen)
SPLIT, ANSWER = 1.5043, -0.9298  # eq. 8A-3

PRIORS: Mapping[str, Parameter] = {
    "nonfarm": Parameter(LogitNormal(0.5, 0.3), "share of income in the first year (assumption)"),
    "machines": Parameter(LogitNormal(0.2, 0.3), "share of nonfarm output (assumption)"),
    "yield": Parameter(LogNormal(0.5, 0.3), "a, output per unit of capital in machines, 1/year (assumption)"),
    "goods_yield": Parameter(LogNormal(0.5, 0.3), "the same in goods (assumption)"),
    "plant": Parameter(LogitNormal(0.5, 0.3), "theta (assumption)"),
    "split": Parameter(LogNormal(0.23, 0.1), "e (Allen)"),
    "villagers": Parameter(LogitNormal(0.8, 0.15), "share of people (assumption)"),
    "loss": Parameter(LogNormal(0.12, 0.4), "of collectivised farm output at worst (assumption)"),
    "farm_growth": Parameter(Normal(0.01, 0.01), "1/year (assumption)"),
    "births": Parameter(Normal(0.015, 0.003), "growth of people, 1/year (assumption)"),
    "noise": Parameter(LogNormal(0.04, 0.4), "log deviation of income in a year (assumption)"),
}
CENTRAL: Parameters = {name: np.array([prior.median]) for name, prior in PRIORS.items()}
WORN = 0.05


@dataclass(frozen=True, slots=True)
class Village:
    """Institutions: migration ``slope`` and ``rest``, goods held back from the village, forced marketing.

    ``taken``: marketed share of farm output if forced, 0 if peasants choose; ``loses``: whether farm output
    falls; ``wage``: hiring stops where labour earns its wage, as capitalists do.
    """

    id: str
    label: str
    slope: float
    rest: float
    held_back: float = 0.0
    taken: float = 0.0
    loses: bool = False
    wage: bool = False

    def migration(self, gap: np.ndarray | float) -> np.ndarray:
        """Return the share of villagers who leave in a year (eqs 50, 50A)."""
        return np.maximum(self.slope * np.asarray(gap) - self.rest, 0.0)


COLLECTIVE = Village("collective", "collective farms", 0.01875, 0.018375, 0.4, 0.46, True)
NEP = Village("nep", "NEP village", 0.005, 0.001)
CAPITALIST = Village("capitalist", "capitalist hiring", 0.005, 0.001, wage=True)


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Paths by year and draw: income, nonfarm output, capital, consumption, town people, marketed, hired."""

    income: np.ndarray
    nonfarm: np.ndarray
    capital: np.ndarray
    consumption: np.ndarray
    town: np.ndarray
    marketed: np.ndarray
    hired: np.ndarray


def run(
    village: Village, p: Parameters, years: int, farm: np.ndarray | None = None,
    taken: np.ndarray | None = None,
) -> Run:  # fmt: skip
    """Return paths from the first year on, income of the first year 1, shape (year, draw).

    ``farm``: farm output over that of the first year, ``taken``: forced marketed share, both by year, where
    history is given.
    """
    whole, machines = np.ones_like(p["nonfarm"]), p["nonfarm"] * p["machines"]
    goods_start = p["nonfarm"] - machines
    capital = np.array([machines / p["yield"], goods_start / p["goods_yield"]])
    goods_capital, town, field_people = capital[1], 1 - p["villagers"], p["villagers"]
    town_start, first, living, rows = town, None, whole, []
    for t in range(years + 1):
        crop = (1 - p["nonfarm"]) * (farm[t] if farm is not None else _crop(village, p, t))
        machines = p["yield"] * capital[0]
        workers = _hired(village, p, capital[1] / goods_capital, town / town_start, living)
        goods = goods_start * (capital[1] / goods_capital) ** p["plant"] * workers ** (1 - p["plant"])
        bought = 0.5 * goods * (1 - village.held_back * (t > 0))
        marketed = _marketed(village, p, crop, bought / (0.5 * goods_start), taken, t)
        fed = (crop - marketed + bought) / field_people
        gap = (marketed + goods - bought) / town / fed
        first = (fed, gap) if first is None else first
        living, hired, nonfarm = fed / first[0], workers * town_start, machines + goods
        rows.append((crop + nonfarm, nonfarm, capital.sum(0), crop + goods, town, marketed, hired))
        moved = village.migration(START_GAP * gap / first[1]) * hired / town * field_people
        grown = 1 + p["births"]
        town, field_people = (town + moved) * grown, (field_people - moved) * grown
        capital = (1 - WORN) * capital + machines * np.array([p["split"], whole - p["split"]])
    return Run(*(np.array(path) for path in zip(*rows, strict=True)))


def _crop(village: Village, p: Parameters, t: int) -> np.ndarray:
    """Return farm output over that of the first year; after collectivisation, worst in years 4 and 5."""
    lost = p["loss"] * np.interp(t, [1, 4, 5, 10], [0.0, 1.0, 1.0, 0.2]) if village.loses else 0.0
    return np.exp(p["farm_growth"] * t) * (1 - lost)


def _hired(
    village: Village, p: Parameters, plant: np.ndarray, people: np.ndarray, living: np.ndarray
) -> np.ndarray:
    """Return labour in towns over that of the first year: all who came, or those who earn their wage.

    The wage keeps its distance from the ``living`` of the village, over that of the first year.
    """
    return np.minimum(people, plant * living ** (-1 / p["plant"])) if village.wage else people


def _marketed(
    village: Village, p: Parameters, crop: np.ndarray, bought: np.ndarray, taken: np.ndarray | None, t: int
) -> np.ndarray:
    """Return marketed farm output: forced, or what peasants give at the price the goods they get make."""
    usual = (1 - p["nonfarm"]) / (1 + SPLIT)
    if village.taken and t > 0:
        return crop * (village.taken if taken is None else taken[t])
    low, high = 0.02 * crop, 0.98 * crop
    for _ in range(40):
        middle = (low + high) / 2
        price = bought * usual / middle
        given = crop / (1 + SPLIT * price**ANSWER)
        low, high = np.where(given > middle, middle, low), np.where(given > middle, high, middle)
    return (low + high) / 2


@dataclass(frozen=True, slots=True)
class Allen:
    """The first plans under one kind of village; it speaks of the years up to 1939."""

    village: Village = COLLECTIVE
    source: str = "Allen 2003, appendix B; reduced"
    priors: Mapping[str, Parameter] = field(default_factory=lambda: PRIORS)

    @property
    def id(self) -> str:
        """Return the name of the variant."""
        return f"allen-{self.village.id}"

    @property
    def label(self) -> str:
        """Return a few words for tables."""
        return f"Allen's plans, {self.village.label}"

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return output and wage earners, if the freeze is the first year of the plans."""
        told = (OUTPUT, WORKERS) if history.until == FIRST else ()
        return tuple(name for name in told if history.current(name, 1))

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return what the priors foretell: there is nothing before the plans to fit the plans on."""
        spoken = self.speaks(history)
        years = ahead(history, min(last, LAST) if spoken else last)
        rng = dice(self.id, history, seed)
        p = prior_sample(self.priors, draws, rng)
        made = run(self.village, p, len(years))
        noise = np.cumsum(p["noise"][:, None] * rng.standard_normal((draws, len(years))), axis=1)
        paths = {OUTPUT: made.income[1:].T * np.exp(noise), WORKERS: (made.hired[1:] / made.hired[0]).T}
        told = {name: history[name].value[-1] * paths[name] for name in spoken}
        return Forecast(self.id, history.until, years, seed, told)
