"""``thermidor calibrate``: make the packaged ensembles again."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thermidor.files import check_writable

if TYPE_CHECKING:
    from thermidor.lab.block import Belief
    from thermidor.lab.match import Wave


@click.command()
@click.option("--body", is_flag=True, help="First fit the shared body anew, as block and in the loop.")
@click.option("--theory", multiple=True, help="Id of a theory; may be repeated.  [default: all]")
@click.option(
    "--size", type=click.IntRange(min=2), default=500, show_default=True, help="Draws kept per theory."
)
@click.option("--waves", type=click.IntRange(min=1), default=5, show_default=True, help="Waves at most.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the search.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("out/ensembles"), show_default=True, help="Folder."
)
def calibrate(body: bool, theory: tuple[str, ...], size: int, waves: int, seed: int, out: Path) -> None:
    """Match theories to the record of 1913-1940.

    Keeps an ensemble of parameters per theory and reports the surviving share of belief, wave by wave. The
    shared body comes first, in two settings at once: the economy block on recorded policy (record of
    1913-1989) and the closed loop of all theories (record of 1913-1940); without --body the packaged fit of
    the body is taken.

    \b
    Examples:
      thermidor calibrate
      thermidor calibrate --theory state-capitalism --size 100 --waves 3
      thermidor calibrate --body --out src/thermidor/data/ensembles
    """
    from thermidor.lab.block import packaged
    from thermidor.lab.calibrate import calibrate as fitted  # imported here so that --help answers at once
    from thermidor.lab.calibrate import save
    from thermidor.lab.match import Plan
    from thermidor.lab.runs import find

    folder, chosen = check_writable(out), find(theory or "all")
    shared = _fitted_body(seed, folder) if body else packaged()
    plan = Plan(size=size, waves=waves, seed=seed)
    for one in chosen:
        ensemble = fitted(one, plan, lambda wave, name=one.id: _tell(name, wave), shared)
        click.echo(f"Written: {save(ensemble, folder, one)}", err=True)


def _fitted_body(seed: int, folder: Path) -> "Belief":
    """Fit the shared body, say how each step went, and keep it as body.npz."""
    from thermidor.lab.block import save
    from thermidor.lab.loop import BODY_SEARCH, fit_body

    whole = fit_body(replace(BODY_SEARCH, seed=seed), lambda step, far: _step("body", step, far))
    click.echo(f"Written: {save(whole, folder / 'body.npz')}", err=True)
    return whole


def _step(what: str, step: int, distance: float) -> None:
    click.echo(f"{what}: step {step}, median distance from the record {distance:.3f} of the allowed error")


def _tell(theory: str, wave: "Wave") -> None:
    click.echo(
        f"{theory}: wave {wave.number}, cut {wave.cut:.2f}, surviving volume {wave.volume:.2g}, "
        f"steps accepted {wave.accepted:.0%}"
    )
