"""Scores per slot: what each theory's own answer brings, and which slots move a pattern or a series."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from .hybrids import ITEMS, PARTS, PATTERNS_MET
from .slots import Pair, clear_moves, sums


def by_answer(found: Sequence[Pair], item: str = PATTERNS_MET) -> pd.DataFrame:
    """Return what a theory's own answer to a slot brings in an item, against those of the other theories.

    One row per slot and theory: ``brings`` the mean share over the theory's pairs (nought where two answer
    alike), ``error`` its standard error as if the pairs were independent, ``pairs`` in which the slot
    differs.
    """
    theories = list(dict.fromkeys(name for one in found for name in (one.first, one.second)))
    brought = [(one, sums(one)) for one in found]
    rows = []
    for part in PARTS:
        for theory in theories:
            own = [(one, shares) for one, shares in brought if theory in (one.first, one.second)]
            told = [shares.get((part, item), (0.0, 0.0)) for _, shares in own]
            signs = [1 if one.second == theory else -1 for one, _ in own]
            brings = float(np.mean([sign * share for sign, (share, _) in zip(signs, told, strict=True)]))
            error = float(np.sqrt(np.sum([e**2 for _, e in told])) / len(own))
            apart = sum(one.status[part].startswith("differs") for one, _ in own)
            rows.append({"part": part, "theory": theory, "brings": brings, "error": error, "pairs": apart})
    return pd.DataFrame(rows)


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
