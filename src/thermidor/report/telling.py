"""Where theories can and cannot be told apart: every pair before every witness."""

from collections.abc import Callable, Mapping
from itertools import combinations

import pandas as pd

from ..lab.hybrids import MISFIT, PATTERNS_MET
from ..lab.slots import ERRORS
from ..lab.slots_kept import Kept
from ..lab.tournament import HORIZONS
from ..lab.tournament_tables import Tables
from ..lab.verdict_words import apart
from .evidence import confused, ids, odds
from .forecasts import FORCINGS, signed
from .html import listing, paragraphs, tag
from .look import KNOWN
from .number import percent
from .results import Results, Told
from .table import Cell, table

READ = (
    "Each column is a witness, and the first theory of the pair less the second: gain in log score of its "
    "forecasts; log odds by the evidence of fits; patterns met in the mean draw, and distance from the "
    "series in allowed errors (less is better), both with parameters from the priors. A tie is a difference"
    " within two standard errors, for log odds one of less than twenty to one in some search. Twins: how "
    "often data of either are ascribed to the other. Witnesses share data and laws: their number is no "
    "measure of certainty."
)
Verdict = tuple[
    str, bool | None
]  # what is printed, and whether the pair is told apart; None if it is no witness
Witness = Callable[[str, str], Verdict]


def telling(kept: Results) -> str:
    """Return a table of pairs by witnesses, with sentences on who cannot be told apart."""
    witnesses = _witnesses(kept)
    pairs = list(combinations(ids(), 2))
    said = {pair: [witness(*pair) for witness in witnesses.values()] for pair in pairs}
    rows = [
        [_named(*pair), *(Cell(told) for told, _ in verdicts), _count(verdicts)]
        for pair, verdicts in said.items()
    ]
    lines = [_never({pair: [apart for _, apart in verdicts] for pair, verdicts in said.items()})]
    lines += apart(kept.tournament) if kept.tournament else []
    heads = ["pair", *witnesses, "told apart by"]
    return "\n".join(
        [tag("h3", "Where they cannot be told apart"), paragraphs(READ),
         table("Pairs of theories", heads, rows), listing(lines)]
    )  # fmt: skip


def _witnesses(kept: Results) -> Mapping[str, Witness]:
    found: dict[str, Witness] = {}
    if kept.tournament:
        for variant, forcing in FORCINGS.items():
            for horizon in HORIZONS:
                found[f"{horizon}, {forcing}"] = _forecast(kept.tournament, variant, horizon)
    if kept.fits:
        found["log odds"] = _odds(kept.fits)
    if kept.slots:
        found["patterns"] = _ends(kept.slots, PATTERNS_MET)
        found["distance"] = _ends(kept.slots, MISFIT)
    if kept.twin:
        found["twins"] = _twins(kept.twin)
    return found


def _forecast(told: Tables, variant: str, horizon: str) -> Witness:
    rows = told["pairs"][(told["pairs"]["forcing"] == variant) & (told["pairs"]["horizon"] == horizon)]
    own = {(r["one"], r["other"]): r for r in rows.to_dict("records")}

    def verdict(one: str, other: str) -> Verdict:
        row, sign = (own[one, other], 1) if (one, other) in own else (own[other, one], -1)
        clear = row["verdict"] in ("better", "worse")
        printed = signed(sign * row["gain"], row["error"])
        return (printed if clear else f"{printed} {row['verdict']}"), clear

    return verdict


def _odds(fits: Told) -> Witness:
    def verdict(one: str, other: str) -> Verdict:
        gap, error, clear = odds(fits, one, other)
        return (signed(gap, error) if clear else f"{signed(gap, error)} tie"), clear

    return verdict


def _ends(kept: Kept, item: str) -> Witness:
    ends = {(pair.first, pair.second): _row(pair.ends, item) for pair in kept.pairs}

    def verdict(one: str, other: str) -> Verdict:
        row, sign = (ends[one, other], -1) if (one, other) in ends else (ends[other, one], 1)
        clear = abs(row["apart"]) > ERRORS * row["apart_error"]
        printed = signed(sign * row["apart"], row["apart_error"], 3 if item == MISFIT else 2)
        return (printed if clear else f"{printed} tie"), bool(clear)

    return verdict


def _row(ends: pd.DataFrame, item: str) -> pd.Series:
    return ends[ends["item"] == item].iloc[0]


def _twins(twin: Told) -> Witness:
    def verdict(one: str, other: str) -> Verdict:
        return f"{percent(confused(twin, one, other))}, {percent(confused(twin, other, one))}", None

    return verdict


def _count(verdicts: list[Verdict]) -> str:
    known = [apart for _, apart in verdicts if apart is not None]
    return f"{sum(known)} of {len(known)}"


def _named(one: str, other: str) -> str:
    return f"{KNOWN[one].short}, {KNOWN[other].short}"


def _never(found: Mapping[tuple[str, str], list[bool | None]]) -> str:
    never = [_named(*pair).replace(", ", " and ") for pair, told in found.items() if not any(told)]
    return f"Pairs that none of these witnesses tells apart: {', '.join(never) or 'none'}."
