"""``thermidor run`` and ``thermidor patterns``: theories under a scenario, against the record."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from thermidor import __version__
from thermidor.cli import results
from thermidor.cli.printing import as_json, progress, show, show_json
from thermidor.files import check_writable

if TYPE_CHECKING:
    import xarray as xr

BASELINE = "historical-baseline"


def run_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what is run."""
    options = (
        click.option(
            "--theory", "theory", multiple=True, help="Id of a theory; may be repeated.  [default: all]"
        ),
        click.option("--scenario", default=BASELINE, show_default=True, help="Id, or path of a TOML file."),
        click.option("--draws", type=int, default=200, show_default=True, help="Draws per theory."),
        click.option(
            "--seed", type=int, default=1, show_default=True, help="Seed of luck and of parameters."
        ),
        click.option("--prior", is_flag=True, help="Draw parameters from their priors, unfitted."),
        click.option(
            "--fitted", is_flag=True, help="Take the eight free parameters from the fit to the whole record."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def made(
    theory: tuple[str, ...], scenario: str, draws: int, seed: int, prior: bool, fitted: bool = False
) -> "xr.Dataset":
    """Run with a progress bar."""
    from thermidor.lab.runs import find  # imported here so that --help answers at once
    from thermidor.lab.runs import run as lab_run

    with progress("running", draws * len(find(theory or "all"))) as tick:
        return lab_run(theory or "all", scenario, draws, seed, prior, tick, fitted)


@click.command()
@run_options
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder of results.",
)
@as_json
def run(
    theory: tuple[str, ...], scenario: str, draws: int, seed: int, prior: bool, fitted: bool, out: Path,
    as_json: bool,
) -> None:  # fmt: skip
    """Run theories against the record; write the runs.

    Prints how near each theory comes, which patterns it gives, and when things happen; writes the runs
    to OUT/runs.nc and the report to OUT/report.html. Parameters were fitted to 1913-40, so that later
    history is out of sample; with --fitted eight of them were fitted to all of it.

    \b
    Examples:
      thermidor run
      thermidor run --theory state-capitalism --draws 50
      thermidor run --scenario mine.toml --out mine
      thermidor run --fitted --out fitted
    """
    from thermidor import report
    from thermidor.lab.dataset import save

    folder = check_writable(out)
    runs = made(theory, scenario, draws, seed, prior, fitted)
    fields = results.fields(runs)
    scored = results.scores(fields)
    save(runs, folder / "runs.nc")
    said = {"scenario": scenario, "draws": draws, "seed": seed, "version": __version__, "prior": prior}
    said |= {"fitted": fitted}
    command = "thermidor " + " ".join(sys.argv[1:])
    report.write(fields, folder / "report.html", parameters=runs.attrs["parameters"], command=command, **said)
    if as_json:
        show_json({name: rows.to_dict("records") for name, rows in scored.items()})
    else:
        show(results.summary_table(scored))
        show(results.series_table(scored["series"]))
        show(results.pattern_table(scored["patterns"]))
        show(results.event_table(scored["events"]))
    click.echo(f"Written: {folder / 'runs.nc'} and {folder / 'report.html'}", err=True)


@click.command()
@run_options
@click.option(
    "--block",
    type=click.Choice(["loop", "economy", "polity"]),
    default="loop",
    show_default=True,
    help="The closed loop, or one block driven by the record of the others.",
)
@as_json
def patterns(
    theory: tuple[str, ...], scenario: str, draws: int, seed: int, prior: bool, fitted: bool, block: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Show which patterns of history each theory gives.

    The share of draws that meet a pattern is computed from the runs; the band comes from the record.
    Blocks run all theories on history, parameters from the fit of the shared body.

    \b
    Examples:
      thermidor patterns
      thermidor patterns --prior --draws 500
      thermidor patterns --block economy
    """
    from thermidor.lab.blocks import economy_block, polity_block, targets_met
    from thermidor.lab.patterns import ECONOMY, PATTERNS, POLITY, WORLD
    from thermidor.lab.score import pattern_table, series_table

    if block == "loop":
        fields = results.fields(made(theory, scenario, draws, seed, prior, fitted))
    else:
        fields = economy_block(draws, seed) if block == "economy" else polity_block(draws, seed)
    seen = {"loop": PATTERNS, "economy": ECONOMY, "polity": (*POLITY, *WORLD)}[block]
    found = pattern_table(fields, seen)
    if as_json:
        show_json(found.to_dict("records"))
        return
    if block == "economy":
        known, one, two = targets_met(fields["body"])
        show(results.series_table(series_table(fields)))
        click.echo(
            f"Economy block: of {known} recorded figures {one} lie within one tolerance, {two} within two."
        )
    show(results.pattern_table(found))
