"""``thermidor compare`` and ``counterfactuals``: theories side by side on the same luck."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.cli.run import BASELINE, made
from thermidor.errors import ThermidorError, unknown

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr

VARIABLES = (
    "gdp",
    "consumption_per_head",
    "bureaucracy_autonomy",
    "soviet_democracy",
    "prisoners",
    "military_share",
)
AGREES = {True: "yes", False: "NO"}
YEARS = (1921, 1928, 1940, 1953, 1970, 1985, 1991)


@click.command()
@click.argument("one")
@click.argument("other")
@click.option("--scenario", default=BASELINE, show_default=True, help="Id, or path of a TOML file.")
@click.option("--variable", multiple=True, default=VARIABLES, show_default=True, help="May be repeated.")
@click.option("--year", type=int, multiple=True, default=YEARS, show_default=True, help="May be repeated.")
@click.option("--draws", type=int, default=200, show_default=True, help="Draws per theory.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of luck and of parameters.")
@click.option("--prior", is_flag=True, help="Draw parameters from their priors, unfitted.")
@as_json
def compare(
    one: str,
    other: str,
    scenario: str,
    variable: tuple[str, ...],
    year: tuple[int, ...],
    draws: int,
    seed: int,
    prior: bool,
    as_json: bool,
) -> None:
    """Compare two theories under a scenario.

    Prints the median and the central 90 % of each, and the share of draws in which ONE stands above
    OTHER. Luck is shared, so a draw of one meets the same draw of the other.

    \b
    Examples:
      thermidor compare state-capitalism degenerated-workers-state
      thermidor compare state-capitalism transitory-caste --scenario germany-1923-success
      thermidor compare state-capitalism transitory-caste --variable gdp --year 1940
    """
    _check(one, other, variable, year)
    runs = made((one, other), scenario, draws, seed, prior)
    rows = _rows(runs, variable, year)
    if as_json:
        show_json(rows)
        return
    columns = ("variable", "unit", "year", one, other, f"share of draws: {one} above")
    texts = [
        (r["variable"], r["unit"], str(r["year"]), _spread(r[one]), _spread(r[other]), f"{r['above']:.0%}")
        for r in rows
    ]
    show(table(f"{one} and {other} under {scenario}", columns, texts))


def _check(one: str, other: str, variables: Sequence[str], years: Sequence[int]) -> None:
    """Refuse before the run what cannot be shown after it."""
    from thermidor.frame.derived import DERIVED  # imported here so that --help answers at once
    from thermidor.frame.state import METAS
    from thermidor.lab.runs import find
    from thermidor.outside import YEARS as SPAN

    find((one, other))
    if one == other:
        raise ThermidorError("both theories are the same", "compare", one, "Name two different theories.")
    plain = {*DERIVED, *(name for name, meta in METAS.items() if not set(meta.axis) - {"vintage"})}
    for name in variables:
        if name not in plain:
            raise unknown("variable", "--variable", name, plain)
    for year in years:
        if year not in SPAN:
            raise ThermidorError(
                "is not a year of the run", "--year", year, f"Years run from {SPAN[0]} to {SPAN[-1]}."
            )


def _rows(runs: "xr.Dataset", variables: Sequence[str], years: Sequence[int]) -> list[dict]:
    return [_row(runs[name].sel(year=year), name, year) for name in variables for year in years]


def _row(values: "xr.DataArray", name: str, year: int) -> dict:
    spread = values.quantile([0.05, 0.5, 0.95], dim="draw")
    both = {str(t): [float(x) for x in spread.sel(theory=t)] for t in values["theory"].to_numpy()}
    above = float((values[0] > values[1]).mean())
    return {"variable": name, "unit": values.attrs["units"], "year": year, **both, "above": above}


def _spread(numbers: Sequence[float]) -> str:
    low, middle, high = numbers
    return f"{middle:.3g} ({low:.3g} to {high:.3g})"


@click.command()
@click.argument("scenario", nargs=-1)
@click.option("--draws", type=int, default=50, show_default=True, help="Draws per theory.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of luck and of parameters.")
@click.option("--prior", is_flag=True, help="Draw parameters from their priors, unfitted.")
@as_json
def counterfactuals(scenario: tuple[str, ...], draws: int, seed: int, prior: bool, as_json: bool) -> None:
    """Hold what theories predict against what they give.

    For each SCENARIO (all, if none is named): what a theory predicts beside what its runs give, the
    change of the mean over the years. Odds are shares of draws that pass the mark in some year.
    Predictions in words alone are counted, not judged.

    \b
    Examples:
      thermidor counterfactuals
      thermidor counterfactuals germany-1923-success no-oil-rent --draws 200
    """
    from thermidor.outside.scenario import SIGNS  # imported here so that --help answers at once

    found, in_words = _answers(scenario, draws, seed, prior)
    if as_json:
        show_json(found.to_dict("records"))
        return
    rows = [
        (
            r.scenario,
            r.theory,
            r.variable,
            r.years,
            r.expects,
            SIGNS[r.computed],
            f"{r.agreeing:.0%}",
            AGREES[r.agrees],
        )
        for r in found.itertuples()
    ]
    columns = (
        "scenario",
        "theory",
        "variable",
        "years",
        "predicted",
        "computed",
        "draws that agree",
        "agrees",
    )
    title = f"{sum(found['agrees'])} of {len(found)} predictions agree with the runs"
    show(table(f"{title}; {in_words} more are in words alone", columns, rows))


def _answers(scenario: tuple[str, ...], draws: int, seed: int, prior: bool) -> tuple["pd.DataFrame", int]:
    """Return the table of answers and the number of predictions in words alone."""
    from thermidor.lab import counterfactual
    from thermidor.lab.runs import find, frames
    from thermidor.lab.setting import under
    from thermidor.outside import shelf

    chosen = [shelf.scenario(one) for one in scenario or shelf.scenario_ids()]
    with progress("counterfactuals", len(chosen)) as tick:
        base = frames(find(), under(shelf.scenario(BASELINE)), draws, seed, prior)
        found = []
        for one in chosen:
            found += counterfactual.answers(one, find(), base, draws, seed, prior)
            tick(1)
    in_words = sum(p.in_words for one in chosen for p in one.predictions)
    return counterfactual.table(found), in_words
