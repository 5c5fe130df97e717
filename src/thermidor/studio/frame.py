"""Answers on the wire: a short JSON header and the quantiles as 32-bit numbers."""

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np

from ..outside import YEARS
from .desk import LEVELS, Answer
from .engine import key
from .headlines import patterns, sentence, table
from .quantities import QUANTITIES

ALIGN = 4


def packed(answer: Answer, about: Mapping[str, Any], baseline: bool, final: bool) -> bytes:
    """Return an answer as one frame: length of the header, header, quantiles.

    Quantiles have shape (run and baseline, theory, chart, level, year).
    """
    head = {**about, **summary(answer, final), "baseline": baseline, "final": final}
    text = json.dumps(head, allow_nan=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % ALIGN)
    sides = (answer.run, answer.base) if baseline else (answer.run,)
    every = [one[theory].bands[chart] for one in sides for theory in one for chart in answer.question.charts]
    numbers = np.asarray(every, "<f4").tobytes()
    return struct.pack("<I", len(text)) + text + numbers


def summary(answer: Answer, final: bool) -> dict[str, Any]:
    """Return what a header tells of a run."""
    asked = answer.question
    tables = {t: table(answer.run[t].measures, answer.base[t].measures) for t in asked.theories}
    changed = len(asked.scenario.levers)
    met = {t: patterns(answer.run[t].measures, answer.base[t].measures) for t in asked.theories if final}
    return {
        "hash": key(asked.scenario), "draws": asked.draws, "seed": asked.seed,
        "theories": list(asked.theories), "charts": list(asked.charts), "cached": answer.cached,
        "ms": round(1000 * answer.seconds, 1),
        "headlines": tables, "patterns": met,
        "words": {t: sentence(t, changed, rows) for t, rows in tables.items()} if final else {},
    }  # fmt: skip


def plain(answer: Answer) -> dict[str, Any]:
    """Return an answer as plain data, numbers in full: what an address without a page is given."""
    charts = {name: _chart(answer, name) for name in answer.question.charts}
    return {**summary(answer, True), "scenario": answer.question.scenario.plain(), "charts": charts}


def _chart(answer: Answer, name: str) -> dict[str, Any]:
    by = {t: _levels(found.bands[name]) for t, found in answer.run.items()}
    return {"unit": QUANTITIES[name].unit, "years": list(YEARS), "theories": by}


def _levels(found: np.ndarray) -> dict[str, list[float | None]]:
    rows = [[float(x) if np.isfinite(x) else None for x in row] for row in found]
    return dict(zip(map(str, LEVELS), rows, strict=True))
