"""The comparison of the theories: what the kept results say, and what the runs on this page add."""

from collections.abc import Mapping

import pandas as pd

from .evidence import evidence
from .forecasts import forecasts
from .html import paragraphs, tag, text
from .look import FIVE, Look
from .merits import merits
from .results import Lacking, Results
from .slots import slots
from .telling import telling

READ = (
    "Made of results kept with the software on history, all five theories alike; only the patterns of each "
    "theory are of the runs on this page. Every sentence is made from the numbers. The laws and priors were"
    " written with the whole record in view, so that agreement, of forecasts too, is weaker evidence than "
    "it looks."
)


def comparison(kept: Results, patterns: pd.DataFrame, looks: Mapping[str, Look]) -> str:
    """Return scores, weights, evidence, what each theory gets right and wrong, and what tells them apart.

    ``patterns``: as `lab.score.pattern_table` gives them, of the runs on the page.
    """
    parts = [
        paragraphs(READ, f"{'; '.join(f'{one.short}: {one.name}' for one in FIVE)}."),
        *map(_lacking, kept.lacking),
        forecasts(kept.tournament) if kept.tournament else "",
        evidence(kept.fits, kept.twin) if kept.twin else "",
        merits(kept.tournament, patterns, looks),
        telling(kept) if kept.tournament or kept.fits or kept.slots else "",
        slots(kept.slots) if kept.slots else "",
    ]
    return "\n".join(part for part in parts if part)


def _lacking(one: Lacking) -> str:
    return tag("p", f"{text(one.why)} To make them anew: {tag('code', text(one.command))}.")
