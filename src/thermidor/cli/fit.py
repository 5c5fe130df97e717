"""``thermidor fit``: the posterior of a theory's free parameters and the evidence of history."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.errors import ThermidorError
from thermidor.files import check_writable

if TYPE_CHECKING:
    from thermidor.fit.fitted import Asked, Fit
    from thermidor.fit.smc import Stage


@click.command()
@click.argument("theory", required=False)
@click.option("--all", "every", is_flag=True, help="Fit all theories and compare them on history.")
@click.option("--until", type=int, default=1992, show_default=True, help="Last year of the record seen.")
@click.option("--particles", type=click.IntRange(16), default=256, show_default=True, help="Particles.")
@click.option("--steps", type=click.IntRange(1), default=4, show_default=True, help="Moves a stage.")
@click.option("--runs", type=click.IntRange(2), default=8, show_default=True, help="Runs at every point.")
@click.option("--bank", type=click.IntRange(100), default=4000, show_default=True, help="Runs to learn from.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Seed of the search.")
@click.option("--workers", type=click.IntRange(1), default=2, show_default=True, help="Threads for runs.")
@click.option("--cluster", help="Address of a Dask scheduler; runs go to its workers.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("out/fit"), show_default=True, help="Folder."
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    help="Folder for posteriors as `run --fitted` reads them; fits of another seed are kept beside them.",
)
@as_json
def fit(
    theory: str | None, every: bool, until: int, particles: int, steps: int, runs: int, bank: int, seed: int,
    workers: int, cluster: str | None, out: Path, keep: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Fit the eight free parameters of THEORY to the record up to a year.

    First the history-matching cut, then tempered sequential Monte Carlo on a synthetic likelihood with the
    shared body frozen. Writes ArviZ data (NetCDF). Every stage, and every run as it comes (Zarr), is kept in
    the folder: a killed fit, begun again, goes on and ends with the same numbers. --all compares theories, if
    `thermidor twin` has shown how far they can be told apart.

    \b
    Examples:
      thermidor fit transitory-caste
      thermidor fit state-capitalism --until 1940 --particles 128
      thermidor fit --all
      thermidor fit --all --cluster tcp://192.0.2.7:8786
    """
    if every == (theory is not None):
        raise ThermidorError("name one theory, or give --all", "fit", theory)
    if keep is not None and not every:
        raise ThermidorError("posteriors are kept of all theories together", "--keep", keep, "Give --all.")
    from thermidor.fit.fitted import Asked  # imported here so that --help answers at once
    from thermidor.fit.smc import Plan
    from thermidor.fit.trust import trusted
    from thermidor.lab.runs import find

    names = [one.id for one in find("all" if every else str(theory))]
    asked = Asked(until, runs, bank, Plan(particles, steps, seed=seed))
    trust = trusted(until) if every else None
    if keep is not None:
        check_writable(keep)
    fits = _fits(names, asked, check_writable(out), workers, cluster)
    if keep is not None and trust is not None:
        click.echo(f"Kept: {_keep(fits, trust, keep)}", err=True)
    if as_json:
        show_json({"fits": [_plain(one) for one in fits], "twin": trust})
        return
    for one in fits:
        show(_parameters(one))
    if trust is not None:
        show(_compared(fits, trust))


def spread(workers: int, cluster: str | None, tick: Callable[[int], object]):
    """Return what runs tasks: threads of this process, or a Dask cluster."""
    from thermidor.fit.cluster import on_cluster
    from thermidor.fit.simulate import threads

    return on_cluster(cluster, tick) if cluster else threads(workers, tick)


def _fits(names: list[str], asked: "Asked", folder: Path, workers: int, cluster: str | None) -> "list[Fit]":
    from thermidor.fit.fitted import fit as fitted
    from thermidor.fit.fitted import save
    from thermidor.fit.study import study
    from thermidor.theories import THEORIES

    with progress("bank of runs", len(THEORIES) * asked.bank) as tick:
        shared = study(spread(workers, cluster, tick), asked.until, asked.bank, seed=asked.plan.seed)
    found = []
    for name in names:
        with progress(name, BAR) as tick:
            ready = spread(workers, cluster, lambda _: None)
            one = fitted(name, asked, shared, ready, folder, _stage_told(name, tick))
        click.echo(f"Written: {save(one, folder)}", err=True)
        found.append(one)
    return found


BAR = 1000  # steps of a fit's bar: as many as the exponent of the likelihood has thousandths


def _stage_told(name: str, tick: Callable[[int], object]) -> "Callable[[Stage], None]":
    """Return what tells each stage, with the time left if powers go on rising as they did."""
    import math
    from itertools import pairwise

    began = time.monotonic()
    powers: list[float] = []

    def tell(stage: "Stage") -> None:
        tick(round(BAR * stage.power) - round(BAR * powers[-1]) if powers else 0)
        powers.append(stage.power)
        rose = [later / earlier for earlier, later in pairwise(powers) if earlier > 0]
        told = f"{name}: stage {stage.number}, power {stage.power:.3f}, steps accepted {stage.accepted:.0%}"
        if rose and rose[-1] > 1 and not stage.done:
            more = math.log(1 / stage.power) / math.log(rose[-1])
            told += f", about {more * (time.monotonic() - began) / len(powers):.0f} s left"
        click.echo(told, err=True)

    return tell


def _keep(fits: "list[Fit]", trust: dict[str, Any], folder: Path) -> Path:
    import numpy as np

    from thermidor.fit.free import ranks
    from thermidor.lab.fitted import Posterior, keep

    posteriors = {}
    for one in fits:
        at = ranks(one.stages[-1].scores)
        posteriors[one.theory] = Posterior(tuple(at), np.stack(list(at.values()), axis=1))
    asked = fits[0].asked
    command = (
        f"thermidor fit --all --until {asked.until} --particles {asked.plan.particles} --steps "
        f"{asked.plan.steps} --runs {asked.runs} --bank {asked.bank} --seed {asked.plan.seed}"
    )
    told = {"command": command, "fits": [_plain(one) for one in fits], "twin": trust}
    return keep(folder, posteriors, told, asked.plan.seed)


def _plain(one: "Fit") -> dict[str, Any]:
    from thermidor.fit.calibration import contraction
    from thermidor.fit.fitted import about

    taken = contraction(one.stages[-1].scores)
    each = zip(one.posterior.items(), taken, strict=True)
    posterior = {name: _interval(values) | {"contraction": float(c)} for (name, values), c in each}
    return about(one) | {"parameters": posterior}


def _interval(values: Any) -> dict[str, float]:
    import numpy as np

    low, middle, high = np.quantile(values, [0.05, 0.5, 0.95])
    return {"low": float(low), "median": float(middle), "high": float(high)}


def _parameters(one: "Fit"):
    from thermidor.fit.calibration import contraction
    from thermidor.fit.free import FREE

    told = contraction(one.stages[-1].scores)
    rows = []
    for i, (name, values) in enumerate(one.posterior.items()):
        at = _interval(values)
        rows.append((name, FREE[name], f"{at['median']:.2f}", f"{at['low']:.2f} to {at['high']:.2f}",
                     f"{told[i]:.0%}"))  # fmt: skip
    ruled = (
        "refuted at three sigma, fitted uncut" if one.cut.refuted else f"{one.cut.volume:.2g} of the prior"
    )
    title = (
        f"{one.theory} until {one.asked.until}: log evidence {one.log_evidence:.2f} ± {one.error:.2f}; "
        f"surviving volume: {ruled}; {len(one.stages) - 1} stages"
    )
    return table(title, ("parameter", "where", "median", "90 %", "prior variance taken away"), rows)


def _compared(fits: "list[Fit]", trust: dict[str, Any]):
    import numpy as np

    log = np.array([one.log_evidence for one in fits])
    chance = np.exp(log - log.max())
    chance /= chance.sum()
    order = [list(trust["theories"]).index(one.theory) for one in fits]
    right = [trust["confusion"][i][i] for i in order]
    rows = [
        (one.theory, f"{one.log_evidence:.2f} ± {one.error:.2f}", f"{c:.0%}", f"{r:.0%}")
        for one, c, r in zip(fits, chance, right, strict=True)
    ]
    title = "History: evidence and chance if one of the five is right; how often twins of each are recognised"
    return table(title, ("theory", "log evidence", "chance", "twins recognised"), rows)
