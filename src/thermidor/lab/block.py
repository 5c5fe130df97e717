"""The economy block under recorded policy, brought into contact with the record before the loop is closed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from scipy.special import ndtr, ndtri

from ..files import write
from ..mechanisms import economy
from ..theory import Theory
from .belief import mechanism_id, priors, quantiles
from .ensemble import batch, run_batches, serials
from .measure import FIRST_YEAR
from .observe import OBSERVED, Observed
from .patterns import Run
from .setting import economy_alone
from .smoother import Gaussian, Smoothing, smooth, standard

BODY = Theory("body", "shared body alone", "", "", {})
PHASES = (economy.HARVEST, economy.FOOD, economy.PRODUCTION, economy.USES, economy.PEOPLE, economy.ACCOUNTS)
LAST_YEAR = 1989
ECONOMY = (
    "gdp-ussr-maddison", "population-fixed-territory", "macro.output.population_maddison.USSR_TERR",
    "birth-rate", "death-rate", "industry-index-civil-war",
    "steel-output", "coal-output", "grain-western-low", "grain-1956-80", "grain-procured-1927-32",
    "cattle-pre-war",
    "horses-pre-war", "farm-output-crops", "workers-and-employees",
    "social-composition-1913-39", "military-share-western-points", "trade-share-interwar",
    "consumption-growth-1960-82",
)  # fmt: skip


# First and last year, millions: famine-1921-22, famine-1932-33, famine-1946-47 of the record; none between.
FAMINES = ((1913, 1917, 0.0), (1921, 1923, 5.0), (1924, 1930, 0.1), (1932, 1934, 5.7), (1936, 1940, 0.1),
           (1946, 1948, 1.3), (1949, 1991, 0.0))  # fmt: skip
SLIGHT = 0.5
ECONOMY_SEARCH = Smoothing(members=900, steps=12, inflation=8.0, keep=0.15)
WEIGHT = {"gdp-ussr-maddison": 30}
GRAIN_GAP = ((1923, -0.05), (1924, -0.05), (1925, -0.02), (1926, 0.03), (1927, 0.15), (1928, 0.28))
WAR_INCOME = ((1942, 0.64), (1943, 0.68), (1944, 0.75))


@dataclass(frozen=True, slots=True)
class Belief:
    """What the block fit says of its parameters, as correlated normal scores of their priors."""

    names: tuple[str, ...]
    gaussian: Gaussian

    def ranks(self, base: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Return prior ranks in which the block's parameters follow the fit, ``base`` being uniform."""
        middle = np.full(len(next(iter(base.values()))), 0.5)
        noise = np.stack([ndtri(base.get(name, middle)) for name in self.names], axis=1)
        moved = ndtr(self.gaussian.scores(noise))
        return base | {name: moved[:, i] for i, name in enumerate(self.names) if name in base}


def economy_parameters() -> tuple[str, ...]:
    """Return the open parameters of the economy block."""
    mine = {mechanism_id(one) for phase in PHASES for one in phase}
    return tuple(name for name in priors(BODY) if name.split(".")[0] in mine)


def fit_economy(how: Smoothing, tell: Callable[[int, float], None]) -> Belief:
    """Fit the economy block on recorded policy to the recorded series of 1913-1989."""
    names, given = economy_parameters(), economy_alone()
    base = quantiles(BODY, how.seed, serials(how.members))
    middle = {name: np.full(how.members, 0.5) for name in base}

    def outcome(scores: np.ndarray) -> np.ndarray:
        ranks = middle | {name: ndtr(scores[:, i]) for i, name in enumerate(names)}
        one = batch(BODY, given, serials(how.members), how.seed, ranks)
        return residuals(Run(run_batches([one], given)), LAST_YEAR)

    return Belief(names, smooth(standard(len(names), how), outcome, how, tell))


def residuals(run: Run, last: int) -> np.ndarray:
    """Return standardised residuals (draw, datum); a series counts as ten data at most, income as thirty."""
    series = [_residual(one, run, last) for one in OBSERVED if one.series in ECONOMY]
    return np.concatenate([*series, _famines(run), _soft(run)], axis=1)


def _soft(run: Run) -> np.ndarray:
    """Return residuals of what the record leaves open and the trial runs assumed."""
    gap = [(1 - run["market_offer"].at(y) / run["grain_need"].at(y) - known) / 0.08 for y, known in GRAIN_GAP]
    war = [np.log(run["gdp"].ratio(year, 1940) / known) / 0.05 for year, known in WAR_INCOME]
    return np.stack(gap + war, axis=1)


def _famines(run: Run) -> np.ndarray:
    """Return log residuals of famine deaths in years of famine and, as soft limits, between them."""
    deaths = [run["starved"].total(first, last) for first, last, _ in FAMINES]
    apart = [
        np.log((d + SLIGHT) / (known + SLIGHT)) for d, (_, _, known) in zip(deaths, FAMINES, strict=True)
    ]
    return np.stack(apart, axis=1) / 0.35


def _residual(one: Observed, run: Run, last: int) -> np.ndarray:
    rows = one.record()
    rows = rows[rows["year"] <= last]
    model = one.model(run)[:, rows["year"].to_numpy() - FIRST_YEAR]
    value = rows["value"].to_numpy(float)
    apart = model - value if one.absolute else np.log(np.maximum(model, 1e-9) / value)
    return apart / one.error * min(1.0, np.sqrt(WEIGHT.get(one.series, 10) / len(rows)))


def save(belief: Belief, path: Path) -> Path:
    """Write a belief, atomically."""
    arrays = {
        "names": np.asarray(belief.names),
        "mean": belief.gaussian.mean.astype(np.float32),
        "root": belief.gaussian.root.astype(np.float32),
    }

    def make(place: Path) -> None:
        with place.open("wb") as file:
            np.savez_compressed(file, **arrays)

    return write(path, make)


@cache
def packaged() -> Belief | None:
    """Return the belief about the shared body shipped with the software, if there is one."""
    place = files("thermidor") / "data" / "ensembles" / "body.npz"
    if not place.is_file():
        return None
    with place.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        gaussian = Gaussian(stored["mean"].astype(float), stored["root"].astype(float))
        return Belief(tuple(str(name) for name in stored["names"]), gaussian)
