r"""Which slot does the work: the difference of two theories, slot by slot.

One slot at a time is taken from the other theory, in both directions:
:math:`v(A + s_B) - v(A)` and :math:`v(B) - v(B + s_A)`; where the two differ, slots work together. The
Shapley share is the mean over all ways from one theory to the other (:mod:`thermidor.score.shapley`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from ..score.shapley import orders, shares
from ..theory import Theory
from .hybrids import (
    ITEMS,
    MISFIT,
    NUMBERS,
    PARTS,
    PATTERNS_MET,
    Worth,
    acts,
    coalition_worth,
    hybrid,
    parts_apart,
)

ERRORS = 2.0  # a difference of two theories within so many errors is a tie
MANY = 3.0  # of a thousand moves looked at, this many errors leave a handful seen by luck alone
LEAST = {item.kind: item.least for item in ITEMS}
DRAWS, ORDERS = 100, 8
COLUMNS = (
    "part", "item", "kind", "better", "ahead", "ahead_error", "back", "back_error", "share", "share_error",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two theories, the worth of each by item with its error, and the moves of their parts.

    ``moves``: one row per part and item, columns part, item, kind, better, ahead, ahead_error (first theory
    with the part of the second, less the first), back, back_error (second, less the second with the part of
    the first), share, share_error (Shapley). ``status``: by part, whether it differs.
    """

    first: str
    second: str
    status: dict[str, str]
    ends: pd.DataFrame
    moves: pd.DataFrame


def pairs(theories: Sequence[Theory]) -> list[tuple[Theory, Theory]]:
    """Return all pairs of theories."""
    return list(combinations(theories, 2))


def decompose(one: Theory, other: Theory, worth: Worth, ways: int = ORDERS) -> Pair:
    """Return the difference of two theories by parts; ``ways``: orders of the Shapley estimate."""
    apart = parts_apart(one, other)
    ends = worth([one, other])
    status = {part: _status(one, other, part) for part in PARTS}
    if not apart:
        return Pair(one.id, other.id, status, _ends(ends), pd.DataFrame(columns=list(COLUMNS)))
    ahead = [v - ends[0] for v in worth([hybrid(one, other, frozenset({p})) for p in apart])]
    back = [ends[1] - v for v in worth([hybrid(other, one, frozenset({p})) for p in apart])]
    found = shares(apart, coalition_worth(one, other, worth), orders(apart, ways, worth.seed))
    rows = [
        {"part": part, "item": item.id, "kind": item.kind, "better": item.better}
        | _moved("ahead", ahead[i][j]) | _moved("back", back[i][j])
        | {"share": found.mean[i][j], "share_error": found.error[i][j]}
        for i, part in enumerate(apart)
        for j, item in enumerate(ITEMS)
    ]  # fmt: skip
    return Pair(one.id, other.id, status, _ends(ends), pd.DataFrame(rows, columns=list(COLUMNS)))


def _moved(name: str, draws: np.ndarray) -> dict[str, float]:
    return {name: float(draws.mean()), f"{name}_error": error(draws)}


def error(draws: np.ndarray) -> float:
    """Return the standard error of a mean over draws; not a number for one draw."""
    return float(draws.std(ddof=1) / np.sqrt(len(draws))) if len(draws) > 1 else np.nan


def _ends(both: Sequence[np.ndarray]) -> pd.DataFrame:
    rows = []
    for j, item in enumerate(ITEMS):
        apart = both[1][j] - both[0][j]
        rows.append(
            {"item": item.id, "kind": item.kind, "better": item.better, "meaning": item.meaning,
             "first": float(both[0][j].mean()), "second": float(both[1][j].mean()),
             "apart": float(apart.mean()), "apart_error": error(apart)}
        )  # fmt: skip
    return pd.DataFrame(rows)


def _status(one: Theory, other: Theory, part: str) -> str:
    if part == NUMBERS:
        if acts(one, part) != acts(other, part):
            return "differs"
        return "same" if one.priors else "neither has any"
    if acts(one, part) != acts(other, part):
        return "differs" + _also(one, other, part)
    inherited = [t for t in (one, other) if t.slots[part].inherited]
    if inherited:
        return (
            f"inherited: {inherited[0].id} is silent and takes it from {inherited[0].slots[part].inherited}"
        )
    return "same: empty in both" if not one.slots[part].closures else "same closures in both"


def _also(one: Theory, other: Theory, part: str) -> str:
    """Return a warning where a closure of the part also stands in another slot of its theory."""
    shared = sorted(
        {slot for t in (one, other) for slot, closing in t.slots.items()
         if slot != part and set(closing.closures) & set(t.slots[part].closures)}
    )  # fmt: skip
    return f"; a closure of it acts through {', '.join(shared)} too" if shared else ""


def separates_nobody(theories: Iterable[Theory], worth: Worth) -> pd.DataFrame:
    """Return one row per pattern and series, with what any two theories are apart on it.

    Columns: least and greatest over theories, the widest difference of two theories with its error, and
    whether any two are told apart.
    """
    known = list(theories)
    found = worth(known)
    rows = []
    for j, item in enumerate(ITEMS):
        apart = [(a[j] - b[j]) for a, b in combinations(found, 2)]
        widest = max(apart, key=lambda d: abs(d.mean()))
        told = any(_clear(float(d.mean()), error(d), item.least) for d in apart)
        means = [float(v[j].mean()) for v in found]
        rows.append(
            {"item": item.id, "kind": item.kind, "meaning": item.meaning, "least": min(means),
             "most": max(means), "widest": abs(float(widest.mean())), "widest_error": error(widest),
             "separates": told}
        )  # fmt: skip
    return pd.DataFrame(rows)


def _clear(mean: float, its_error: float, least: float) -> bool:
    return abs(mean) > least and abs(mean) > MANY * its_error


def by_part(found: Sequence[Pair]) -> pd.DataFrame:
    """Return one row per part, over pairs of theories.

    Columns: pairs in which it differs, in how many of them it brings the greatest share of patterns, the mean
    size of its share in patterns met and in distance, and what it moves, that in most pairs first.
    """
    moved = pd.concat([clear_moves(pair) for pair in found])
    sizes = [{move: abs(share) for move, (share, _) in sums(pair).items()} for pair in found]
    greatest = [max(own, key=lambda move: (move[1] == PATTERNS_MET, own[move]))[0] for own in sizes if own]
    rows = []
    for part in PARTS:
        own = [
            size for pair, size in zip(found, sizes, strict=True) if pair.status[part].startswith("differs")
        ]
        names = Counter(map(named, _rows(moved[moved["part"] == part])))
        rows.append(
            {"part": part, "pairs": len(own), "greatest": greatest.count(part),
             **{item: _mean([size[part, item] for size in own]) for item in (PATTERNS_MET, MISFIT)},
             "moves": [f"{item} ({count})" for item, count in names.most_common()]}
        )  # fmt: skip
    return pd.DataFrame(rows)


def sums(pair: Pair) -> dict[tuple[str, str], tuple[float, float]]:
    """Return share and error of every part in the sums, by part and item."""
    moves = pair.moves[pair.moves["kind"] == "sum"]
    return {(r["part"], r["item"]): (r["share"], r["share_error"]) for r in _rows(moves)}


def _mean(sizes: Sequence[float]) -> float:
    return float(np.mean(sizes)) if sizes else 0.0


def named(row: Mapping[str, object]) -> str:
    """Return the name of what is moved; an event by its year, as a pattern may bear the same name."""
    return f"year of {row['item']}" if row["kind"] == "event" else str(row["item"])


def _rows(frame: pd.DataFrame) -> list[dict]:
    return frame.to_dict("records")


def clear_moves(pair: Pair, column: str = "share") -> pd.DataFrame:
    """Return the moves of single items that are no luck and no trifle, the greatest first."""
    moves = pair.moves[pair.moves["kind"] != "sum"]
    least = moves["kind"].map(LEAST).astype(float)
    size = moves[column].abs()
    clear = (size > least) & (size > MANY * moves[f"{column}_error"])
    order = (size / least)[clear].sort_values(ascending=False, kind="stable").index
    return moves.reindex(order)
