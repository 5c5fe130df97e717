"""``thermidor tournament`` and ``thermidor freeze``: forecasts scored, and the fits that they rest on."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.files import check_writable

if TYPE_CHECKING:
    import pandas as pd

    from thermidor.lab.tournament import Entrant

DECIDED = {True: "YES", False: "no"}


@click.command()
@click.option(
    "--freeze", type=int, multiple=True, help="Year of the freeze; may be repeated.  [default: six]"
)
@click.option("--series", multiple=True, help="Score this series only; may be repeated.  [default: all]")
@click.option("--null", default="random-walk", show_default=True, help="Entrant that all are held against.")
@click.option("--draws", type=click.IntRange(50), default=1000, show_default=True, help="Draws per rival.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the forecasts.")
@click.option("--fits", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="Folder of fits made by `thermidor freeze`.  [default: the packaged ones]")  # fmt: skip
@click.option("--rivals-only", is_flag=True, help="Leave the five theories out; seconds instead of a minute.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the tables (CSV).")
@as_json
def tournament(
    freeze: tuple[int, ...], series: tuple[str, ...], null: str, draws: int, seed: int, fits: Path | None,
    rivals_only: bool, out: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Race forecasts: everyone sees the record up to a freeze, and is scored on what came.

    The five theories run on from fits that saw nothing later (`thermidor freeze`), twice: *known* is given
    weather, world and war as they came; *frozen* knows nothing from outside beyond the freeze, as a random
    walk knows nothing. *frozen-1988* speaks of the end alone.

    Gains are paired: over the null, on what both foretold, a series frozen at one date counting once. A gain
    within two errors is a tie. Scores are in units of the error allowed to a model of the kind: a log score
    is better when greater, a CRPS when less.

    \b
    Examples:
      thermidor tournament
      thermidor tournament --rivals-only
      thermidor tournament --series gdp-ussr-maddison --null random-walk-recent
      thermidor tournament --freeze 1977 --freeze 1985 --json
      thermidor tournament --fits out/freeze --out out/tournament
    """
    from thermidor.lab import tournament as race  # imported here so that --help answers at once
    from thermidor.lab.tournament_tables import keep, tables
    from thermidor.lab.verdict_words import sentences

    freezes = race.freezes(freeze)
    known, entrants = race.targets(), race.rivals(draws, seed)
    race.check_series(series, known)
    five, why_not = ((), "") if rivals_only else _theories(freezes, fits, seed)
    everyone = (*entrants, *five)
    race.check_null(null, everyone)
    if out is not None:
        check_writable(out)
    if why_not:
        click.echo(why_not, err=True)
    with progress("forecasting", len(freezes) * len(everyone)) as tick:
        found, ends = race.run(everyone, known, freezes, lambda: tick(1), only=series)
    made = tables(found, ends, null)
    if out is not None:
        keep(made, out, {"draws": draws, "seed": seed, "null": null, "freezes": freezes})
    if as_json:
        told = {key: _rows(made[key]) for key in ("standings", "freezes", "series", "pairs", "weights")}
        show_json(told | {"scores": _rows(found), "endings": _rows(ends), "left out": why_not})
        return
    for horizon in race.HORIZONS:
        show(_standing(_at(made["standings"], horizon), horizon, null))
        show(_by_freeze(_at(made["freezes"], horizon), horizon, null))
        show(_stacked(_at(made["weights"], horizon), horizon))
    show(_endings(ends))
    for sentence in sentences(made):
        click.echo(sentence)


def _theories(freezes: Sequence[int], fits: Path | None, seed: int) -> tuple[tuple["Entrant", ...], str]:
    from thermidor.lab.theory_entrants import entered

    found = entered(freezes, fits, seed)
    return found.entrants, found.why_not


@click.command()
@click.option("--freeze", "years", type=int, multiple=True, help="Year; may be repeated.  [default: six]")
@click.option("--theory", multiple=True, help="Id of a theory; may be repeated.  [default: all]")
@click.option("--members", type=click.IntRange(100), default=400, show_default=True, help="Members, body.")
@click.option("--steps", type=click.IntRange(4), default=7, show_default=True, help="Steps, body.")
@click.option("--size", type=click.IntRange(4), default=400, show_default=True, help="Draws per theory.")
@click.option("--waves", type=click.IntRange(1), default=4, show_default=True, help="Waves at most.")
@click.option("--moves", type=click.IntRange(1), default=5, show_default=True, help="Moves a wave.")
@click.option("--keep", type=click.IntRange(4), default=200, show_default=True, help="Draws kept of each.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the search.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out/freeze"),
              show_default=True, help="Folder of the fits; what it holds is not done again.")  # fmt: skip
def freeze(
    years: tuple[int, ...], theory: tuple[str, ...], members: int, steps: int, size: int, waves: int,
    moves: int, keep: int, seed: int, out: Path,
) -> None:  # fmt: skip
    """Fit body and theories at each freeze of the tournament, seeing nothing later.

    The body is fitted anew to the record up to the freeze, then every theory by nested cuts on what is known
    by then, its forcing frozen there. One small file per freeze and theory; a run that was killed goes on
    where it stopped, to the same numbers. Files of other laws, another record or another search are made
    anew. All six took 35 minutes on two busy cores.

    \b
    Examples:
      thermidor freeze
      thermidor freeze --freeze 1953 --theory state-capitalism --members 100 --size 100 --waves 2
      thermidor freeze --out src/thermidor/data/tournament
    """
    from thermidor.lab.frozen import Search, fit  # imported here so that --help answers at once
    from thermidor.lab.match import Plan
    from thermidor.lab.runs import find
    from thermidor.lab.smoother import Smoothing
    from thermidor.lab.tournament import freezes

    chosen, theories = freezes(years), tuple(one.id for one in find(theory or "all"))
    body = Smoothing(members=members, steps=steps, inflation=float(steps), seed=seed, keep=0.15)
    search = Search(body, Plan(size=size, waves=waves, steps=moves, seed=seed), min(keep, size))
    for place in fit(chosen, theories, search, check_writable(out), click.echo):
        click.echo(f"Kept: {place}", err=True)


def _at(frame: "pd.DataFrame", horizon: str) -> "pd.DataFrame":
    return frame[frame["horizon"] == horizon]


def _rows(frame: "pd.DataFrame") -> list[dict[str, object]]:
    return [{str(k): v for k, v in row.items()} for row in frame.to_dict("records")]


def _number(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) and math.isfinite(value) else "-"


def _gain(row: dict[str, object], score: str) -> str:
    gain, error = row[f"{score} gain"], row[f"{score} error"]
    return f"{_number(gain)} ± {_number(error)} {row[f'{score} verdict']}"


def _standing(frame: "pd.DataFrame", horizon: str, null: str):
    columns = (
        "entrant", "series", "forecasts", "log score", f"gain over {null}", "CRPS", "gain in CRPS",
        "inside 90 %",
    )  # fmt: skip
    rows = [
        (str(r["entrant"]), str(r["series"]), str(r["data"]), _number(r["log score"]), _gain(r, "log score"),
         _number(r["crps"]), _gain(r, "crps"), _number(r["inside"]))
        for r in _rows(frame)
    ]  # fmt: skip
    return table(
        f"Forecasts, {horizon} ahead" if horizon[0].isdigit() else f"Forecasts {horizon}", columns, rows
    )


def _by_freeze(frame: "pd.DataFrame", horizon: str, null: str):
    years = sorted(set(frame["freeze"]))
    rows = []
    for entrant, own in frame.groupby("entrant", sort=False):
        by = {r["freeze"]: r for r in _rows(own)}
        rows.append((str(entrant), *(_cell(by[y]) if y in by else "-" for y in years)))
    title = f"Gain in log score over {null} by freeze, {horizon} (series count once)"
    return table(title, ("entrant", *map(str, years)), rows)


def _cell(row: dict[str, object]) -> str:
    return f"{_number(row['gain'])} ± {_number(row['error'])} {row['verdict']}"


def _stacked(frame: "pd.DataFrame", horizon: str):
    rows = [
        (str(r["field"]), str(r["entrant"]), _number(r["weight"]),
         f"{_number(r['least'])} to {_number(r['most'])}", str(r["by"]), DECIDED[bool(r["decided"])],
         str(r["groups"]))
        for r in _rows(frame)
    ]  # fmt: skip
    columns = (
        "among",
        "entrant",
        "weight",
        "one series left out",
        "moved most by",
        "decided by it",
        "groups",
    )
    return table(f"Stacking weights, {horizon}: on what all of these foretold", columns, rows)


def _endings(frame: "pd.DataFrame"):
    rows = [
        (
            str(r["freeze"]),
            str(r["entrant"]),
            _number(r["log score"]),
            _number(r["brier"]),
            _number(r["ended"]),
        )
        for r in _rows(frame)
    ]
    columns = (
        "freeze",
        "entrant",
        "log chance of the recorded year",
        "Brier",
        "chance to have ended by then",
    )
    return table("The end, by hazard path", columns, rows)
