"""The tournament in the report: gains over the random walk, by freeze too, weights, the end."""

from typing import Any

import numpy as np
import pandas as pd

from ..lab.theory_entrants import FROZEN, KNOWN, name
from ..lab.tournament import HORIZONS, NULL
from ..lab.tournament_tables import Tables
from ..lab.verdict_words import CLOSE, CONDITIONAL, LABELS, against_null, end
from ..rivals import RIVALS
from ..theories import THEORIES
from .html import listing, paragraphs, tag
from .look import KNOWN as LOOKS
from .number import DASH, MINUS, percent
from .table import table, unfolding

READ = (
    "Gains in log score over the random walk with drift, in nats; the scale of each series is the error "
    "allowed to a model of the kind. Gains are paired on what both foretold, a series frozen at one date "
    "counting once. Within two standard errors it is a tie; from fewer than three such groups it is open. "
    "'Frozen' theories know nothing from outside after the freeze, as the yardsticks; 'known' ones are "
    "given weather, world and war as they came. Of the other yardsticks those are shown that gain most at "
    "one of the horizons, among those that speak of at least half as much as the most talkative."
)
WEIGHTS = (
    "Stacking weights: the mixture of forecasts that would have scored best; in brackets the least and the "
    "most with one series left out, and that series where it moves the weight by a quarter or more. Nought "
    "is left blank."
)
ALL, FIVE = "all", "the five"
FORCINGS = {FROZEN: "forcing frozen", KNOWN: "forcing known"}
LEAST = 0.005  # a weight below it is printed as nought


def forecasts(told: Tables) -> str:
    """Return scores at all freezes and horizons, in words and tables."""
    shown = entrants(told["standings"])
    by_freeze = {horizon: _freezes(told["freezes"], horizon, shown) for horizon in HORIZONS}
    others = [made for horizon, made in by_freeze.items() if horizon != CLOSE]
    parts = [
        tag("h3", "Forecasts from six freezes"),
        paragraphs(READ, CONDITIONAL),
        _standings(told["standings"], shown),
        listing(against_null(told)),
        by_freeze[CLOSE],
        unfolding("Gains by year of the freeze at the other horizons", "\n".join(others)),
        tag("h3", "Weights"),
        paragraphs(WEIGHTS),
        *(_weights(told["weights"], among) for among in (FIVE, ALL)),
        paragraphs(_decided(told["weights"])),
    ]
    ends = end(told)
    return "\n".join([*parts, tag("h3", "The end"), listing(ends)] if ends else parts)


def entrants(standings: pd.DataFrame) -> list[str]:
    """Return the theories, forcing frozen and known, the yardsticks that gain most, and the random walk."""
    own = [name(theory, variant) for variant in FORCINGS for theory in THEORIES]
    others = standings[~standings["entrant"].isin([*own, NULL])]
    best: dict[str, None] = {}
    for horizon in HORIZONS:
        at = others[others["horizon"] == horizon]
        spoken = at[at["groups"] >= standings[standings["horizon"] == horizon]["groups"].max() / 2]
        best |= dict.fromkeys(spoken.nlargest(1, "log score gain")["entrant"])
    return [*own, *best, NULL]


def titled(entrant: str) -> str:
    """Return an entrant by its label, a theory by its short one with its forcing."""
    for theory, look in LOOKS.items():
        for variant in FORCINGS:
            if entrant == name(theory, variant):
                return f"{look.short}, {variant}"
    labels = {one.id: one.label for one in RIVALS}
    return labels.get(entrant, entrant)


def signed(value: float, error: float = np.nan, places: int = 2) -> str:
    r"""Return a gain with its sign and its error.

    >>> signed(0.123, 0.04), signed(-1.0), signed(-0.001), signed(float("nan"))
    ('+0.12\xa0±\xa00.04', '−1.00', '0.00', '–')
    """
    if not np.isfinite(value):
        return DASH
    printed = f"{value:+.{places}f}".replace("-", MINUS)
    printed = printed if printed.strip(f"+{MINUS}0.") else printed[1:]
    return f"{printed}\xa0±\xa0{error:.{places}f}" if np.isfinite(error) else printed


def _standings(standings: pd.DataFrame, shown: list[str]) -> str:
    rows = [[titled(one), *_by_horizon(standings[standings["entrant"] == one])] for one in shown]
    heads = [head for one in HORIZONS for head in (_ahead(one), "inside 90\xa0%")]
    return table(
        "Gain in log score over the random walk; share of data in the central 90 %", ["entrant", *heads], rows
    )


def _by_horizon(own: pd.DataFrame) -> list[str]:
    told = {str(row["horizon"]): row for row in own.to_dict("records")}
    return [cell for horizon in HORIZONS for cell in _cells(told.get(horizon))]


def _cells(row: dict[str, Any] | None) -> tuple[str, str]:
    if row is None:
        return DASH, DASH
    if row["entrant"] == NULL:
        return "0, by definition", percent(row["inside"])
    gain = signed(row["log score gain"], row["log score error"])
    return f"{gain} {row['log score verdict']}", percent(row["inside"])


def _freezes(rows: pd.DataFrame, horizon: str, shown: list[str]) -> str:
    at = rows[rows["horizon"] == horizon].to_dict("records")
    cells = {(r["entrant"], r["freeze"]): f"{signed(r['gain'], r['error'])} {r['verdict']}" for r in at}
    years = sorted({freeze for _, freeze in cells})
    lines = [[titled(one), *(cells.get((one, y), DASH) for y in years)] for one in shown if one != NULL]
    caption = f"{_ahead(horizon).capitalize()}: gain in log score over the random walk, by freeze"
    return table(caption, ["entrant", *map(str, years)], lines)


def _weights(weights: pd.DataFrame, among: str) -> str:
    fields = {f"{among}, {told}": variant for variant, told in FORCINGS.items()}
    own = weights[weights["field"].isin(fields)]
    told = {(r["field"], r["horizon"], _plain(r["entrant"])): r for r in own.to_dict("records")}
    names = dict.fromkeys(who for _, _, who in told)
    rows = [[who, *(_weight(told.get((f, h, who))) for f in fields for h in HORIZONS)] for who in names]
    heads = [f"{_ahead(h)}, {variant}" for variant in fields.values() for h in HORIZONS]
    caption = (
        "Stacking weights among the five theories" if among == FIVE else "Stacking weights among all entrants"
    )
    return table(caption, ["entrant", *heads], [row for row in rows if any(row[1:])])


def _plain(entrant: str) -> str:
    """Return the name of an entrant without its forcing, which the columns tell."""
    made = titled(entrant)
    return made.rsplit(", ", 1)[0] if made != entrant and entrant.endswith(tuple(FORCINGS)) else made


def _weight(row: dict[str, Any] | None) -> str:
    if row is None or max(row["weight"], row["most"]) < LEAST:
        return ""
    by = f"; {LABELS[row['by']]}" if row["decided"] else ""
    return f"{row['weight']:.2f} ({row['least']:.2f} to {row['most']:.2f}{by})"


def _decided(weights: pd.DataFrame) -> str:
    own = weights[weights["decided"].astype(bool)]
    if own.empty:
        return "No weight is decided by one series."
    named = [f"{LABELS[str(by)]} {len(rows)}" for by, rows in own.groupby("by", sort=False)]
    return (
        f"Weights that one series decides, moving them by a quarter or more: {len(own)} of {len(weights)}, "
        f"by series: {', '.join(named)}."
    )


def _ahead(horizon: str) -> str:
    return horizon if horizon.startswith("to ") else f"{horizon} ahead"
