"""Scores per slot: what each theory's own answer brings, and which slots move a pattern or a series."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from .hybrids import ITEMS, PARTS, PATTERNS_MET
from .slots import Pair, clear_moves


def by_answer(found: Sequence[Pair], item: str = PATTERNS_MET) -> pd.DataFrame:
    """Return what a theory's own answer to a slot brings in an item, against those of the other theories.

    One row per slot and theory: ``brings`` the mean share over the theory's pairs (nought where two answer
    alike), ``error`` its standard error as if the pairs were independent, ``pairs`` in which the slot
    differs.
    """
    theories = list(dict.fromkeys(name for one in found for name in (one.first, one.second)))
    rows = []
    for part in PARTS:
        for theory in theories:
            own = [one for one in found if theory in (one.first, one.second)]
            shares = [_share(one, part, item, theory) for one in own]
            error = float(np.sqrt(np.sum([e**2 for _, e in shares])) / len(own))
            brings = float(np.mean([s for s, _ in shares]))
            apart = sum(one.status[part].startswith("differs") for one in own)
            rows.append({"part": part, "theory": theory, "brings": brings, "error": error, "pairs": apart})
    return pd.DataFrame(rows)


def _share(pair: Pair, part: str, item: str, theory: str) -> tuple[float, float]:
    """Return share and error of a part, counted as brought by a theory of the pair."""
    rows = pair.moves[(pair.moves["part"] == part) & (pair.moves["item"] == item)]
    if rows.empty:
        return 0.0, 0.0
    row = rows.iloc[0]
    return float(row["share"]) * (1 if theory == pair.second else -1), float(row["share_error"])


def by_item(found: Sequence[Pair]) -> pd.DataFrame:
    """Return one row per pattern, series and event: the slots that move it, and in how many pairs.

    ``slots``: (slot, number of pairs), the slot of most pairs first; ``pairs``: in how many it is moved.
    """
    moved = pd.concat([clear_moves(pair).assign(pair=place) for place, pair in enumerate(found)])
    by_item = dict(list(moved.groupby(["item", "kind"])))
    nothing = moved.head(0)
    rows = []
    for item in ITEMS:
        own = by_item.get((item.id, item.kind), nothing)
        rows.append(
            {
                "item": item.id,
                "kind": item.kind,
                "meaning": item.meaning,
                "slots": Counter(own["part"]).most_common(),
                "pairs": own["pair"].nunique(),
            }
        )
    return pd.DataFrame(rows)
