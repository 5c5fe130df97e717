"""What each theory gets right and wrong: series against the random walk, patterns in the runs of the page."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from ..lab.theory_entrants import name
from ..lab.tournament_tables import Tables
from ..lab.verdict_words import CLOSE, LABELS
from .forecasts import FORCINGS
from .html import listing, paragraphs, tag, text
from .look import Look

OFTEN, SELDOM, HALF = 0.9, 0.1, 0.5
READ = (
    "Series: forecasts {close} ahead from each freeze, against the random walk; better or worse beyond two "
    "standard errors. Patterns: those of the runs on this page, given in at least nine draws of ten, and in"
    " at most one of ten."
)


def merits(told: Tables | None, patterns: pd.DataFrame, looks: Mapping[str, Look]) -> str:
    """Return for each theory of the page where it beats the random walk, where not, and its patterns."""
    shares = patterns.pivot_table("share", "meaning", "theory", sort=False)
    parts = [tag("h3", "What each theory gets right and wrong"), paragraphs(READ.format(close=CLOSE))]
    parts += [paragraphs(*_common(shares))] * (len(looks) > 1)
    for theory, look in looks.items():
        lines = [*_series(told, theory), *_patterns(shares, theory)]
        parts += [tag("h4", text(look.name)), listing(lines)]
    return "\n".join(parts)


def _common(shares: pd.DataFrame) -> tuple[str, str]:
    given, lacking = _in_all(shares)
    return (
        f"Patterns that every theory of the page gives, not named again below: {_several(given)}.",
        f"Patterns that none of them gives, not named again: {_several(lacking)}.",
    )


def _in_all(shares: pd.DataFrame) -> tuple[pd.Index, pd.Index]:
    """Return the patterns that all theories give, and those that none gives; none of either for one alone."""
    several = len(shares.columns) > 1
    given, lacking = (shares >= OFTEN).all(axis=1), (shares <= SELDOM).all(axis=1)
    return shares.index[given & several], shares.index[lacking & several]


def _series(told: Tables | None, theory: str) -> list[str]:
    if told is None:
        return []
    rows = told["series"][told["series"]["horizon"] == CLOSE]
    owns = {told: rows[rows["entrant"] == name(theory, variant)] for variant, told in FORCINGS.items()}
    return [f"Series, {forcing}: {beside(own)}." for forcing, own in owns.items() if len(own)]


def beside(own: pd.DataFrame) -> str:
    """Return on which series a theory is better and worse than the null; ties and open cases are counted."""
    by = {verdict: _labels(part["series"]) for verdict, part in own.groupby("verdict")}
    named = [f"{verdict} on {_several(by.get(verdict, []))}" for verdict in ("better", "worse")]
    ties, few = len(by.get("tie", [])), len(by.get("open", []))
    return "; ".join([*named, f"tied on {ties}", f"too few freezes on {few}"])


def _patterns(shares: pd.DataFrame, theory: str) -> list[str]:
    own, others = shares[theory], shares.drop(columns=theory)
    given, lacking = _in_all(shares)
    lines = [
        f"Patterns given: {_several(own.index[own >= OFTEN].difference(given, sort=False))}.",
        f"Patterns not given: {_several(own.index[own <= SELDOM].difference(lacking, sort=False))}.",
    ]
    if others.columns.empty:
        return lines
    alone = own.index[(own >= HALF) & (others < HALF).all(axis=1)]
    missed = own.index[(own < HALF) & (others >= HALF).all(axis=1)]
    return [
        *lines,
        f"Given by it alone in at least half of the draws: {_several(alone)}.",
        f"Given by all others in at least half of the draws, not by it: {_several(missed)}.",
    ]


def _labels(series: Iterable[object]) -> list[str]:
    return [LABELS.get(str(one), str(one)) for one in series]


def _several(names: Sequence[str]) -> str:
    """Return how many there are, and which."""
    return f"{len(names)} ({'; '.join(names)})" if len(names) else "none"
