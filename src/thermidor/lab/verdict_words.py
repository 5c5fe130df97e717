"""What the tournament's tables say, in plain sentences; every figure in them is read from the tables."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ..theories import THEORIES
from .observe import OBSERVED
from .theory_entrants import FROZEN, KNOWN, THE_END, name
from .tournament_tables import Tables, fresh, kept

FORCING = {
    FROZEN: "with forcing frozen at the freeze", KNOWN: "given weather, world and war as they came",
    THE_END: "with forcing frozen at 1988",
}  # fmt: skip
AHEAD = {"1 year": "One year ahead", "5 years": "Five years ahead", "to 1991": "To 1991"}
CASES = tuple((horizon, variant) for horizon in AHEAD for variant in (FROZEN, KNOWN))
CLOSE = "5 years"  # the horizon at which series are named
HAZARDS = ("constant-hazard", "other-regimes")
STALE = "The tables were made under other laws or another record than those of this version."
CONDITIONAL = (
    "Forecasts given weather, world and war as they came are handed part of the answer: deaths by war, "
    "soldiers called up, plant and herds lost, and weather, some of it computed from the harvest itself; "
    "only those with forcing frozen stand on one footing with the random walk."
)
SHORT = {id: theory.name.split(" (")[0] for id, theory in THEORIES.items()}
LABELS = {one.series: one.label for one in OBSERVED}


def tables() -> Tables:
    """Return the tables shipped with the software: standings, freezes, series, pairs, weights, ends."""
    return kept()


def sentences(found: Tables | None = None) -> list[str]:
    """Return what the tables say, the shipped ones by default; nothing, if no theory ran."""
    told = kept() if found is None else found
    if told["standings"].empty or told["pairs"].empty:
        return []
    stale = [STALE] if found is None and not fresh() else []
    return [
        *stale,
        CONDITIONAL,
        *against_null(told),
        *(_by_freeze(told["freezes"], variant) for variant in (FROZEN, KNOWN)),
        *(_on_series(told["series"], theory, variant) for variant in (FROZEN, KNOWN) for theory in THEORIES),
        *apart(told),
        *_shares(told["weights"]),
        *end(told),
    ]


def against_null(told: Tables) -> list[str]:
    """Return how the theories stand to the random walk, by horizon and forcing."""
    return [_against_null(told["standings"], *case) for case in CASES]


def apart(told: Tables) -> list[str]:
    """Return which theories can and cannot be told apart by their forecasts, by horizon and forcing."""
    return [_apart(told["pairs"], *case) for case in CASES]


def end(told: Tables) -> list[str]:
    """Return how likely the theories and the hazards held an end in the recorded year."""
    return list(_end(told["ends"]))


def _against_null(standings: pd.DataFrame, horizon: str, variant: str) -> str:
    rows = standings[standings["horizon"] == horizon].set_index("entrant")
    groups: dict[str, list[str]] = {"better": [], "tie": [], "worse": [], "open": []}
    for theory in THEORIES:
        row = rows.loc[name(theory, variant)]
        figure = f"{row['log score gain']:+.2f} ± {row['log score error']:.2f}"
        groups[str(row["log score verdict"])].append(f"{SHORT[theory]} ({figure})")
    verbs = {
        "better": "better than the random walk", "tie": "not to be told from the random walk",
        "worse": "worse than the random walk", "open": "too few forecasts to say",
    }  # fmt: skip
    parts = [f"{verbs[key]}: {_list(names)}" for key, names in groups.items() if names]
    return f"{AHEAD[horizon]}, {FORCING[variant]}, by log score: {'; '.join(parts)}."


def _by_freeze(freezes: pd.DataFrame, variant: str) -> str:
    """Return the mean gain of the five over the random walk by freeze, at the horizon words speak of."""
    names = [name(theory, variant) for theory in THEORIES]
    rows = freezes[(freezes["horizon"] == CLOSE) & freezes["entrant"].isin(names)]
    gains = [f"{year} {gain:+.2f}" for year, gain in rows.groupby("freeze")["gain"].mean().items()]
    return f"{AHEAD[CLOSE]}, {FORCING[variant]}, mean gain of the five by freeze: {_list(gains)}."


def _on_series(series: pd.DataFrame, theory: str, variant: str) -> str:
    rows = series[(series["horizon"] == CLOSE) & (series["entrant"] == name(theory, variant))]
    behind = rows[(rows["gain"] < 0)].sort_values("gain")
    most = "" if 2 * len(behind) <= len(rows) else " (fewer than half)"
    head = (
        f"{SHORT[theory]}, five years ahead, {FORCING[variant]}: at least as good as the random walk "
        f"on {len(rows) - len(behind)} of {len(rows)} series{most}"
    )
    named = [f"{LABELS[str(s)]} ({g:+.2f})" for s, g in zip(behind["series"], behind["gain"], strict=True)]
    return f"{head}; not on {_list(named)}." if named else f"{head}."


def _apart(pairs: pd.DataFrame, horizon: str, variant: str) -> str:
    rows = pairs[(pairs["horizon"] == horizon) & (pairs["forcing"] == variant)]
    clear = rows[rows["verdict"].isin(("better", "worse"))]
    head = f"{AHEAD[horizon]}, {FORCING[variant]}, {len(rows) - len(clear)} of {len(rows)} pairs of theories "
    head += "cannot be told apart"
    ahead = [_ahead(row) for row in clear.to_dict("records")]
    return f"{head}; {_list(ahead)}." if ahead else f"{head}."


def _ahead(row: dict) -> str:
    one, other = (SHORT[row[key]] for key in ("one", "other"))
    first, second = (one, other) if row["gain"] > 0 else (other, one)
    return f"{first} foretold better than {second} ({abs(row['gain']):.2f} ± {row['error']:.2f})"


def _shares(weights: pd.DataFrame) -> Iterator[str]:
    for (field, horizon), rows in weights.groupby(["field", "horizon"], sort=False):
        told = rows[rows["weight"] >= 0.005].sort_values("weight", ascending=False)
        shares = [f"{r['entrant']} {r['weight']:.2f}" for r in told.to_dict("records")]
        text = f"Stacking weights, {field}, {AHEAD[str(horizon)].lower()}: {_list(shares)}"
        decided = rows[rows["decided"].astype(bool)].to_dict("records")
        moved = [f"that of {r['entrant']} ({_range(r)}) by {LABELS[r['by']]}" for r in decided]
        by_one = f"decided by one series: {_list(moved)}" if moved else "none is decided by one series"
        yield f"{text}; {by_one}."


def _range(row: dict) -> str:
    return f"{row['least']:.2f} to {row['most']:.2f} with one series left out"


def _end(ends: pd.DataFrame) -> Iterator[str]:
    """Say how likely each held an end in the recorded year, the mean over freezes of the log chance."""
    if ends.empty:
        return
    mean = ends.groupby("entrant").agg({"log score": "mean", "ended": "mean", "freeze": "nunique"})
    nulls = [f"{one} {_chance(mean, one)}" for one in HAZARDS if one in mean.index]
    for variant in (FROZEN, THE_END, KNOWN):
        chances = [
            f"{SHORT[theory]} {_chance(mean, name(theory, variant))}"
            for theory in THEORIES
            if name(theory, variant) in mean.index
        ]
        if chances:
            yield (
                f"The end in the recorded year, {FORCING[variant]}, geometric mean chance over the freezes "
                f"(and mean chance to have ended by then): {_list(chances)}; beside them {_list(nulls)}."
            )


def _chance(mean: pd.DataFrame, entrant: str) -> str:
    """Return the chance in the recorded year and that of an end by then; how many freezes, if not all."""
    row = mean.loc[entrant]
    few = f"; {row['freeze']:.0f} freezes" if row["freeze"] < mean["freeze"].max() else ""
    return f"{100 * np.exp(row['log score']):.1f} % ({100 * row['ended']:.0f} %{few})"


def _list(parts: list[str]) -> str:
    return ", ".join(parts)
