"""Where a theory stands: its claims, what it foretold at the freezes, how likely it makes the record."""

from functools import cache
from typing import Any

import pandas as pd

from ..claims.asserted import asserted
from ..claims.verdict import AGAINST, BORNE_OUT
from ..lab import fitted_page, shelved
from ..lab.fitted import about as fits
from ..lab.kept import digest
from ..lab.theory_entrants import FROZEN, KNOWN, name
from ..lab.tournament_tables import about, fresh, packaged

FIRST = "stated"
FIELDS = ("the five, forcing frozen", "the five, forcing known")  # each entrant stands in one of them
PAIRS = {
    "both_for": (BORNE_OUT, BORNE_OUT), "both_against": (AGAINST, AGAINST),
    "runs_alone": (AGAINST, BORNE_OUT), "record_alone": (BORNE_OUT, AGAINST),
}  # fmt: skip


@cache
def claims(theory: str) -> dict[str, int]:
    """Return of how many claims of a theory, as stated, record and its own runs say what.

    ``both_for``: both bear it out; ``both_against``; ``runs_alone``: its runs bear out what the record
    speaks against; ``record_alone``; ``open``: one of the two is open or silent; ``of``: all its claims.
    """
    board = shelved.board()
    own = [said.id for said in asserted().values() if said.theory == theory]
    rows = board[board["claim"].isin(own) & (board["reading"] == FIRST)]
    said = rows.pivot(index="claim", columns="witness", values="verdict")
    counts = {
        key: int(((said["record"] == record) & (said[theory] == runs)).sum())
        for key, (record, runs) in PAIRS.items()
    }
    return {"of": len(own), **counts, "open": len(own) - sum(counts.values())}


@cache
def forecasts(theory: str) -> dict[str, Any]:
    """Return what the packaged tournament found of a theory: gain over the yardstick, and its weight.

    Gains in log score, with their error; ``weight``: share among the five when their forecasts are mixed.
    """
    table, weights = packaged("standings"), packaged("weights")
    entrants = {name(theory, variant): variant for variant in (FROZEN, KNOWN)}
    own = table[table["entrant"].isin(list(entrants))] if len(table) else table
    rows = [
        {"horizon": row["horizon"], "forcing": entrants[row["entrant"]], "gain": row["log score gain"],
         "error": row["log score error"], "verdict": row["log score verdict"], "inside": row["inside"],
         "series": row["series"], "weight": _weight(weights, row["entrant"], row["horizon"])}
        for row in own.to_dict("records")
    ]  # fmt: skip
    return {"current": fresh(), "against": about().get("null", ""), "freezes": about().get("freezes", []),
            "rows": rows}  # fmt: skip


def _weight(weights: pd.DataFrame, entrant: str, horizon: str) -> float | None:
    among = weights["field"].isin(FIELDS)
    found = weights[among & (weights["entrant"] == entrant) & (weights["horizon"] == horizon)]
    return float(found["weight"].iloc[0]) if len(found) else None


@cache
def evidence(theory: str) -> dict[str, Any]:
    """Return how likely the packaged fits make the theory: chance among five, searches, twins recognised.

    ``behind``: how far its log evidence lies below that of the best, in each search.
    """
    told, twin = fits(), fits()["twin"]
    at = [one["theory"] for one in told["fits"]].index(theory)
    own = twin["theories"].index(theory)
    return {
        "current": told["laws"] == digest(), "until": told["fits"][at]["until"],
        "chance": float(fitted_page.chances(told["fits"])[at]),
        "behind": fitted_page.gaps(told)[theory].tolist(), "twins_recognised": twin["confusion"][own][own],
    }  # fmt: skip
