"""Sentences follow from the numbers, and ties are told as ties."""

import numpy as np
import pandas as pd

from thermidor.report import words
from thermidor.report.look import looks
from thermidor.report.ties import leaders, level_with

BC, DWS, SC = "bureaucratic-collectivism", "degenerated-workers-state", "state-capitalism"
SHOWN = looks([BC, DWS, SC])


def patterns(**shares: tuple[float, float, float]) -> pd.DataFrame:
    rows = [
        {"meaning": m, "theory": t, "share": s}
        for m, three in shares.items()
        for t, s in zip(SHOWN, three, strict=True)
    ]
    return pd.DataFrame(rows)


def series(*errors: tuple[float, float, float]) -> pd.DataFrame:
    rows = [{"series": str(i), "theory": t, "error": e, "error_unit": "%"} for i, three in enumerate(errors)
            for t, e in zip(SHOWN, three, strict=True)]  # fmt: skip
    return pd.DataFrame(rows)


def test_what_no_theory_gives_is_said():
    found = patterns(never=(0, 0, 0), once=(0, 0.01, 0), always=(1, 0.9, 0.6))
    assert words.nowhere(found) == ["never"]
    assert words.rare(found) == ["once (at most 1\xa0%)"]
    assert words.common(found) == ["always"]


def test_theories_within_chance_are_tied():
    found = patterns(clear=(0.9, 0.1, 0.5), top=(0.9, 0.88, 0.1), all=(0.5, 0.51, 0.5))
    told = words.separating(found, SHOWN, draws=100)
    assert told[0] == "clear: most often BC 90\xa0%, least often DWS 10\xa0%"
    assert told[1] == "top: most often BC and DWS (tied) 88\xa0% to 90\xa0%, least often SC 10\xa0%"
    assert len(told) == 2


def test_a_single_draw_tells_nothing_apart():
    assert level_with({BC: 0.5, DWS: 0.6}, True, draws=1) == [BC, DWS]


def test_errors_printed_alike_are_tied():
    alone, ties = words.nearest(series((10.2, 9.9, 30), (5, 50, 50)), SHOWN)
    assert alone.endswith("BC 1, DWS 0, SC 0.")
    assert ties == "Ties (errors printed alike) in 1 series: BC and DWS 1."


def test_without_ties_none_is_told():
    assert len(words.nearest(series((1, 2, 3)), SHOWN)) == 1


def test_leaders_are_one_or_tied():
    low, high = np.full(50, 3.0), np.full(50, 9.0)
    wavering = high - np.tile([0.0, 0.1], 25) + 0.05
    assert leaders({BC: low, DWS: high}) == [DWS]
    assert leaders({BC: low, DWS: high, SC: wavering}) == [DWS, SC]
    assert words.tie([DWS, SC], SHOWN) == "DWS and SC (tied)"
