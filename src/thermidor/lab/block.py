"""The economy block under recorded policy: how far it is from the record, and what is believed of it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from scipy.special import ndtr, ndtri

from ..claims.series import FIRST_YEAR
from ..claims.view import Run
from ..files import write
from ..theory import Theory
from . import targets
from .ensemble import batch, run_batches, serials
from .known import known
from .observe import OBSERVED, Observed
from .setting import economy_alone
from .smoother import Gaussian, Smoothing

BODY = Theory("body", "shared body alone", "", "", {})
LAST_YEAR = 1989
LAST_TARGET = 1991
ECONOMY = (
    "gdp-ussr-maddison", "population-fixed-territory", "macro.output.population_maddison.USSR_TERR",
    "birth-rate", "death-rate", "industry-index-civil-war",
    "steel-output", "macro.energy.coal_production.RUS_STATE", "grain-western-low", "grain-1956-80",
    "grain-procured-1927-32",
    "cattle-pre-war", "soviet.agriculture.livestock_large_horned_cattle_total.USSR",
    "horses-pre-war", "farm-output-crops", "workers-and-employees",
    "social-composition-1913-39", "military-share-western-points", "trade-share-interwar",
    "consumption-growth-1960-82", "equipment-age", "retirement-rate",
)  # fmt: skip


WEIGHT = {
    "gdp-ussr-maddison": 260, "population-fixed-territory": 60,
    "macro.output.population_maddison.USSR_TERR": 60,
}  # fmt: skip
USUAL_WEIGHT = 10  # a series counts as at most so many data, those named above as just so many
Ranks = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Belief:
    """What the fit says of the parameters, as correlated normal scores of their priors."""

    names: tuple[str, ...]
    gaussian: Gaussian

    def ranks(self, base: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Return prior ranks in which the block's parameters follow the fit, ``base`` being uniform."""
        middle = np.full(len(next(iter(base.values()))), 0.5)
        noise = np.stack([ndtri(base.get(name, middle)) for name in self.names], axis=1)
        moved = ndtr(self.gaussian.scores(noise))
        return base | {name: moved[:, i] for i, name in enumerate(self.names) if name in base}


def economy_outcome(ranks: Ranks, how: Smoothing, until: int = LAST_TARGET) -> np.ndarray:
    """Return residuals (member, datum) of the economy on recorded policy, up to a year, at prior ranks."""
    given = economy_alone()
    one = batch(BODY, given, serials(how.members), how.seed, ranks)
    return residuals(Run(run_batches([one], given)), until)


def residuals(run: Run, until: int) -> np.ndarray:
    """Return standardised residuals (draw, datum) of what is known of economy and soft targets in a year."""
    last = min(until, LAST_YEAR)
    series = [_residual(one, run, last) for one in OBSERVED if one.series in ECONOMY]
    return np.concatenate([*series, targets.residuals(run, min(until, LAST_TARGET))], axis=1)


def _residual(one: Observed, run: Run, last: int) -> np.ndarray:
    rows = known(one, last)
    if rows.empty:
        return np.empty((len(run.fields["gdp"]), 0))
    seen = (last - FIRST_YEAR + 1) / (LAST_YEAR - FIRST_YEAR + 1)  # a short past weighs less, year by year
    model = one.model(run)[:, rows["year"].to_numpy() - FIRST_YEAR]
    value = rows["value"].to_numpy(float)
    apart = model - value if one.absolute else np.log(np.maximum(model, 1e-9) / value)
    weight = WEIGHT[one.series] * seen if one.series in WEIGHT else min(USUAL_WEIGHT, len(rows))
    return apart / one.error * np.sqrt(weight / len(rows))


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


def load(path: Path) -> Belief:
    """Read a belief back."""
    with np.load(path, allow_pickle=False) as stored:
        gaussian = Gaussian(stored["mean"].astype(float), stored["root"].astype(float))
        return Belief(tuple(str(name) for name in stored["names"]), gaussian)


@cache
def packaged() -> Belief | None:
    """Return the belief about the shared body shipped with the software, if there is one."""
    place = files("thermidor") / "data" / "ensembles" / "body.npz"
    if not place.is_file():
        return None
    with as_file(place) as path:
        return load(path)
