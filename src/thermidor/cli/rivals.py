"""``thermidor rivals`` and ``thermidor tournament``: yardsticks from outside the five; forecasts scored."""

import math
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table

if TYPE_CHECKING:
    import pandas as pd


@click.command()
@as_json
def rivals(as_json: bool) -> None:
    """List the rivals and nulls with their sources, and the series each can speak of.

    \b
    Examples:
      thermidor rivals
      thermidor rivals --json
    """
    from thermidor.lab import tournament  # imported here so that --help answers at once

    rows = tournament.spoken()
    if as_json:
        show_json([asdict(row) for row in rows])
        return
    told = [(r.id, r.label, r.source, _spoken(r.series, r.end)) for r in rows]
    show(table(f"{len(rows)} rivals and nulls", ("rival", "what it is", "source", "speaks of"), told))


@click.command()
@click.option(
    "--freeze", type=int, multiple=True, help="Year of the freeze; may be repeated.  [default: six]"
)
@click.option("--series", multiple=True, help="Score this series only; may be repeated.  [default: all]")
@click.option("--null", default="random-walk", show_default=True, help="Rival that all are held against.")
@click.option("--draws", type=click.IntRange(50), default=1000, show_default=True, help="Draws per forecast.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the forecasts.")
@as_json
def tournament(
    freeze: tuple[int, ...], series: tuple[str, ...], null: str, draws: int, seed: int, as_json: bool
) -> None:
    """Race forecasts: everyone sees the record up to a freeze, and is scored on what came.

    Gains are paired: over the null, on what both foretold, a series frozen at one date counting once. A gain
    within two errors is a tie. Scores are in units of the error allowed to a model of the kind: a log score
    is better when greater, a CRPS when less.

    \b
    Examples:
      thermidor tournament
      thermidor tournament --series gdp-ussr-maddison --null random-walk-recent
      thermidor tournament --freeze 1977 --freeze 1985 --json
    """
    from thermidor.lab import tournament as race  # imported here so that --help answers at once

    freezes = race.freezes(freeze)
    known, entrants = race.targets(), race.rivals(draws, seed)
    race.check_series(series, known)
    race.check_null(null, entrants)
    with progress("forecasting", len(freezes) * len(entrants)) as tick:
        found, ends = race.run(entrants, known, freezes, lambda: tick(1), only=series)
    standing = race.standings(found, null)
    if as_json:
        show_json({"standings": _rows(standing), "scores": _rows(found), "endings": _rows(ends)})
        return
    for horizon in race.HORIZONS:
        show(_standing(standing[standing["horizon"] == horizon], horizon, null))
        show(_by_freeze(race.by_freeze(found, horizon), horizon))
        show(_stacked(race.stacked(found, horizon), horizon))
    show(_endings(ends))


def _spoken(series: tuple[str, ...], end: bool) -> str:
    few = ", ".join(series) if len(series) < 4 else f"{len(series)} series"
    return ", ".join(filter(None, [few, "the end" if end else ""]))


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


def _by_freeze(frame: "pd.DataFrame", horizon: str):
    rows = [
        (str(name), *(_number(x) for x in row))
        for name, row in zip(frame.index, frame.to_numpy(), strict=True)
    ]
    return table(
        f"CRPS by freeze, {horizon} (each on what it speaks of)", ("entrant", *map(str, frame.columns)), rows
    )


def _stacked(frame: "pd.DataFrame", horizon: str):
    rows = [
        (
            str(r["entrant"]),
            _number(r["weight"]),
            f"{_number(r['least'])} to {_number(r['most'])}",
            str(r["groups"]),
        )
        for r in _rows(frame)
    ]
    title = f"Stacking weights, {horizon}: on what all of these foretold"
    return table(title, ("entrant", "weight", "one series left out", "groups"), rows)


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
