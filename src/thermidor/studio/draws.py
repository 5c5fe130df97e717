"""Single draws: courses that history might have taken, one by one; bands show how far all of them spread.

Possible outcomes seen one after another are read better than bars of error (Hullman, Resnick and Adar 2015).
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from ..outside import YEARS
from . import address, engine
from .quantities import QUANTITIES

MOST = 20  # told one by one
DIGITS = 6


def told(asked: address.Asked) -> dict[str, Any]:
    """Return the first draws of the run of an address, by theory and chart: a row of years for each draw.

    They are of the very ensemble whose quantiles the page shows. A year without a value is null.
    """
    count, given = min(asked.draws, MOST), engine.setting(asked.scenario)
    return {
        "hash": engine.key(asked.scenario), "seed": asked.seed, "draws": count, "of": asked.draws,
        "years": list(YEARS),
        "theories": {
            theory: dict(_rows(engine.fields(theory, given, asked.seed, 0, count), asked.charts))
            for theory in asked.theories
        },
    }  # fmt: skip


def _rows(fields: engine.Frames, charts: tuple[str, ...]) -> Iterator[tuple[str, list[list[float | None]]]]:
    with np.errstate(divide="ignore", invalid="ignore"):
        for name in charts:
            values = QUANTITIES[name].values(fields)
            yield (
                name,
                [[float(f"{x:.{DIGITS}g}") if np.isfinite(x) else None for x in row] for row in values],
            )
