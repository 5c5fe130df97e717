"""The page on the tournament, made from the tables shipped with the software.

Usage: python -m thermidor.lab.tournament_page DOCS_FOLDER
"""

import sys
from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..files import folder_of, write_text
from ..outside.pages import markdown
from ..theories import THEORIES
from .theory_entrants import FROZEN, KNOWN, THE_END, name
from .tournament import HORIZONS
from .tournament_tables import Tables, about, fresh
from .verdict_words import CLOSE, LABELS, sentences, tables

HEAD = """# The tournament: five theories against the yardsticks

At six freezes (1928, 1940, 1953, 1964, 1977, 1985) every entrant sees the record up to the freeze and
foretells what came. The rivals and how forecasts are scored are on the [page on rivals](rivals.md).

```console
$ thermidor tournament                 # with the fits shipped: about a minute
$ thermidor tournament --rivals-only   # without the theories
$ thermidor freeze --out out/freeze    # the fits anew; a run that was killed goes on
$ thermidor tournament --fits out/freeze --out out/tournament
```

## What a theory sees

- At each freeze the shared body is fitted anew, from its priors, to the record up to the freeze (economy
  on recorded policy to the freeze, the loop of all theories to the freeze or 1940, whichever is earlier);
  then each theory by nested cuts on what is known by then. All theories have the same search. A figure
  published later, or set to a later base year, is not seen (`lab/known.py`), and the fits run with
  forcing frozen at the freeze. A test plants absurd record, soft targets, patterns and forcings after the
  freeze and sees the fit not move.
- *Known* theories are then given weather, world and war as they came: a conditional forecast, which no
  random walk can make. *Frozen* ones know nothing from outside beyond the freeze (`lab/freeze.py`): no
  weather, no war, no recorded death; conjuncture at its mean of ten years, the frontier at the rival's
  mean growth so far, all else at its last value. Only the frozen ones stand on one footing with the
  yardsticks: among the forcings are deaths by war, soldiers called up, plant and herds lost, and weather of
  which some is computed from the harvest itself.
- A run's error at the last recorded figure is known at the freeze and fades by half in twelve years;
  indices go on from that figure (`lab/entrants.py`).

## What no freeze undoes

- The laws, priors and scales were written with the whole record in view, and dozens of medians were moved
  by hand to meet it ([what has been spent](calibration.md)). The fits are frozen; the people were not.
  The rivals share the fault in part: their priors are wide, but their authors knew the end as well.
- *Record up to the freeze* means years up to it as they are recorded today. Much of it (deaths, camps,
  output in constant prices) was not known to anybody then. Coded series stand on scales anchored in later
  years.
- Forcings up to the freeze are smoothed with later years in places (weather, oil and gas in the ground)."""

SCORES = """Log score and CRPS in units of the error allowed to a model of the kind; gains are paired over
the random walk, on what both foretold, a series frozen at one date counting once; a gain within two
errors is a tie, one from fewer than three groups is open. *Inside*: share of figures in the central 90
per cent."""

END = """## The end

Scored by hazard path: the log chance of lasting to the recorded year and ending in it, the Brier score of
the chance to last, and the chance to have ended by then. *frozen* at the freeze, *frozen-1988* with
forcing as it came up to 1988, *known* with all of it. The nulls are a constant hazard and one learned
from other regimes."""


def page(found: Tables) -> str:
    """Return the page as Markdown."""
    parts = [HEAD, "## What came out", _made(), _bullets(sentences()), SCORES]
    parts += [_horizon(found, horizon) for horizon in HORIZONS]
    parts += [_by_series(found["series"]), END, _ends(found["ends"])]
    return "\n\n".join(part for part in parts if part) + "\n"


def _made() -> str:
    told = about()
    if not told:
        return "No tables are kept yet."
    stale = "" if fresh() else " These are other laws or another record than those of this version."
    return (
        f"Every sentence and table below is generated from the tables kept under laws and record "
        f"`{told['stamp']}` ({told['draws']} draws a rival, seed {told['seed']}).{stale}"
    )


def _bullets(told: Sequence[str]) -> str:
    return "\n".join(f"- {one}" for one in told)


def _horizon(found: Tables, horizon: str) -> str:
    standings = _at(found["standings"], horizon)
    columns = ("entrant", "series", "forecasts", "log score", "gain", "CRPS", "gain in CRPS", "inside 90 %")
    rows = [
        (
            str(r["entrant"]), str(r["series"]), str(r["data"]), _number(r["log score"]),
            f"{_with_error(r['log score gain'], r['log score error'])} {r['log score verdict']}",
            _number(r["crps"]), f"{_with_error(r['crps gain'], r['crps error'])} {r['crps verdict']}",
            _number(r["inside"]),
        )
        for r in standings.to_dict("records")
    ]  # fmt: skip
    title = f"## Forecasts {horizon}" if horizon.startswith("to") else f"## Forecasts {horizon} ahead"
    by_freeze, weights = _freezes(_at(found["freezes"], horizon)), _weights(_at(found["weights"], horizon))
    parts = [title, markdown(columns, rows), "Gain in log score by freeze:", by_freeze, "Weights:", weights]
    return "\n\n".join(parts)


def _freezes(rows: pd.DataFrame) -> str:
    years = sorted(set(rows["freeze"]))
    told = []
    for entrant, own in rows.groupby("entrant", sort=False):
        by = own.set_index("freeze")
        cells = [_with_error(by.loc[y, "gain"], by.loc[y, "error"]) if y in by.index else "" for y in years]
        told.append((str(entrant), *cells))
    return markdown(("entrant", *map(str, years)), told)


def _weights(rows: pd.DataFrame) -> str:
    told = [
        (str(r["field"]), str(r["entrant"]), _number(r["weight"]),
         f"{_number(r['least'])} to {_number(r['most'])}", LABELS[str(r["by"])],
         "yes" if r["decided"] else "no")
        for r in rows.to_dict("records")
    ]  # fmt: skip
    columns = ("among", "entrant", "weight", "one series left out", "moved most by", "decided by it")
    return markdown(columns, told)


def _by_series(rows: pd.DataFrame) -> str:
    """Return the gain of every theory over the random walk by series, at the horizon of which words speak."""
    near = _at(rows, CLOSE)
    entrants = [name(theory, variant) for variant in (FROZEN, KNOWN) for theory in THEORIES]
    wide = near[near["entrant"].isin(entrants)].pivot_table("gain", "series", "entrant", sort=False)
    groups = near.groupby("series")["groups"].max()
    told = [
        (LABELS[str(series)], str(groups[series]), *(_number(row.get(one, np.nan)) for one in entrants))
        for series, row in wide.iterrows()
    ]
    head = "## Gain in log score by series, five years ahead"
    return f"{head}\n\n{markdown(('series', 'freezes', *entrants), told)}"


def _ends(rows: pd.DataFrame) -> str:
    wanted = [f" {variant}" for variant in (FROZEN, THE_END, KNOWN)]
    columns = (
        "entrant",
        "freeze",
        "log chance of the recorded year",
        "Brier",
        "chance to have ended by then",
    )
    ordered = rows.assign(place=[_place(str(one), wanted) for one in rows["entrant"]])
    told = [
        (
            str(r["entrant"]),
            str(r["freeze"]),
            _number(r["log score"]),
            _number(r["brier"]),
            _number(r["ended"]),
        )
        for r in ordered.sort_values(["place", "entrant", "freeze"]).to_dict("records")
    ]
    return markdown(columns, told)


def _place(entrant: str, endings: Sequence[str]) -> int:
    return next((i for i, ending in enumerate(endings) if entrant.endswith(ending)), len(endings))


def _at(rows: pd.DataFrame, horizon: str) -> pd.DataFrame:
    return rows[rows["horizon"] == horizon]


def _number(value: object) -> str:
    return f"{float(str(value)):.2f}" if np.isfinite(float(str(value))) else ""


def _with_error(gain: object, error: object) -> str:
    return f"{_number(gain)} ± {_number(error) or '-'}"


if __name__ == "__main__":
    write_text(folder_of(sys.argv) / "tournament.md", page(tables()))
