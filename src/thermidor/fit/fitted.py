"""Fit one theory to history: the cut, then the posterior and the evidence by direct runs, as ArviZ data."""

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import arviz_base
import numpy as np
import xarray as xr

from .. import __version__
from ..errors import ThermidorError
from ..files import write
from ..theories import THEORIES
from .cut import Cut
from .free import WIDTH, values
from .simulate import CHUNK, Spread
from .smc import Plan, Stage
from .stages import resumed
from .stamp import stamp
from .store import store
from .study import SIZE, Study
from .summary import LAST

EARLIEST = 1921


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a fit: last year, search, runs at every point, runs to learn from."""

    until: int = LAST
    runs: int = 8
    bank: int = SIZE
    plan: Plan = field(default_factory=Plan)

    def __post_init__(self) -> None:
        """Raise ThermidorError for a year of which there is nothing to see, or beyond the regime's end."""
        if not EARLIEST <= self.until <= LAST:
            remedy = f"Give a year from {EARLIEST} to {LAST}."
            raise ThermidorError("no fit until this year", "--until", self.until, remedy)

    def name(self, theory: str) -> str:
        """Return a name for the fit of a theory that changes with all that its numbers depend on."""
        told = hashlib.sha256(repr((stamp(), sorted(asdict(self).items()))).encode()).hexdigest()[:10]
        return f"{theory}-{self.until}-{told}"


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted theory: its stages, the cut, and the log evidence of history with its error."""

    theory: str
    asked: Asked
    stages: tuple[Stage, ...]
    cut: Cut

    @property
    def log_evidence(self) -> float:
        """Return the logarithm of how likely the theory makes what is seen of history."""
        return self.stages[-1].log_evidence + self.cut.log_volume

    @property
    def error(self) -> float:
        """Return the standard error of the log evidence, as far as one search can tell."""
        return float(np.sqrt(self.stages[-1].variance))

    @property
    def posterior(self) -> dict[str, np.ndarray]:
        """Return the parameters in their units, by name, shape (particle,)."""
        return values(THEORIES[self.theory], self.stages[-1].scores)


def fit(
    theory: str, asked: Asked, study: Study, spread: Spread, folder: Path, tell: Callable[[Stage], object]
) -> Fit:
    """Return a theory fitted to history; a killed search goes on from the stages and runs in ``folder``."""
    own, runs = folder / asked.name(theory), asked.plan.particles * asked.runs
    inside = study.cut(theory, study.history)
    kept = store(own / "runs.zarr", runs, CHUNK, study.layout.names, theory=theory, until=asked.until)
    likelihood = study.direct(theory, asked.runs, spread, kept)
    stages = resumed(own, likelihood, WIDTH, asked.plan, inside, tell)
    return Fit(theory, asked, tuple(stages), inside)


def inference_data(fit: Fit) -> xr.DataTree:
    """Return a fit in the schema of ArviZ: posterior, prior, sample_stats, one group of the stages."""
    last, asked = fit.stages[-1], fit.asked
    dice = np.random.default_rng([asked.plan.seed, 4])
    prior = values(THEORIES[fit.theory], dice.standard_normal((4 * asked.plan.particles, WIDTH)))
    chain = lambda held: {n: v[None] for n, v in held.items()}  # noqa: E731
    rows = ("power", "log_evidence", "accepted", "length")
    told = {
        "posterior": chain(fit.posterior),
        "prior": chain(prior),
        "sample_stats": {"log_likelihood": last.log_likelihood[None]},
        "constant_data": {f"stage_{n}": np.array([getattr(s, n) for s in fit.stages]) for n in rows},
    }
    tree = arviz_base.from_dict(told)
    tree.attrs = about(fit)
    for group in tree.children.values():
        group.attrs.pop("created_at", None)  # the same fit is the same file
    return tree


def about(fit: Fit) -> dict[str, str | int | float]:
    """Return what a fit is and what it found, as plain numbers and words."""
    asked = fit.asked
    return {
        "theory": fit.theory, "until": asked.until, "log_evidence": fit.log_evidence, "error": fit.error,
        "surviving_volume": fit.cut.volume, "refuted": int(fit.cut.refuted),
        "stages": len(fit.stages) - 1, "particles": asked.plan.particles, "steps": asked.plan.steps,
        "runs": asked.runs, "bank": asked.bank, "seed": asked.plan.seed, "version": __version__,
        "stamp": stamp(),
    }  # fmt: skip


def save(fit: Fit, folder: Path) -> Path:
    """Write a fit as NetCDF, wholly or not at all."""
    tree = inference_data(fit)
    place = folder / f"{fit.theory}-{fit.asked.until}.nc"
    return write(place, lambda temporary: tree.to_netcdf(temporary, engine="h5netcdf"))
