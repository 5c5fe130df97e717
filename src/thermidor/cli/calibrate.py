"""``thermidor calibrate``: make the packaged ensembles again."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thermidor.files import check_writable

if TYPE_CHECKING:
    from thermidor.lab.match import Wave


@click.command()
@click.option("--theory", multiple=True, help="Id of a theory; may be repeated.  [default: all]")
@click.option(
    "--size", type=click.IntRange(min=2), default=500, show_default=True, help="Draws kept per theory."
)
@click.option("--waves", type=click.IntRange(min=1), default=12, show_default=True, help="Waves at most.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the search.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("out/ensembles"), show_default=True, help="Folder."
)
def calibrate(theory: tuple[str, ...], size: int, waves: int, seed: int, out: Path) -> None:
    """Match theories to the record of 1913-1940.

    Keeps an ensemble of parameters per theory and reports the surviving share of prior belief, wave by wave.

    \b
    Examples:
      thermidor calibrate
      thermidor calibrate --theory state-capitalism --size 100 --waves 3
      thermidor calibrate --out src/thermidor/data/ensembles
    """
    from thermidor.lab.calibrate import calibrate as fitted  # imported here so that --help answers at once
    from thermidor.lab.calibrate import save
    from thermidor.lab.match import Plan
    from thermidor.lab.runs import find

    folder, chosen = check_writable(out), find(theory or "all")
    for one in chosen:
        ensemble = fitted(
            one, Plan(size=size, waves=waves, seed=seed), lambda wave, name=one.id: _tell(name, wave)
        )
        click.echo(f"Written: {save(ensemble, folder, one)}", err=True)


def _tell(theory: str, wave: "Wave") -> None:
    click.echo(
        f"{theory}: wave {wave.number}, cut {wave.cut:.2f}, surviving volume {wave.volume:.2g}, "
        f"steps accepted {wave.accepted:.0%}"
    )
