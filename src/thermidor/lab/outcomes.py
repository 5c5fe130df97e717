"""Outcomes that can be asked for: a pattern by its id, or a quantity in a year or over years."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..claims.series import LAST_YEAR
from ..claims.view import Run
from ..errors import ThermidorError, unknown
from ..frame.derived import DERIVED
from ..frame.state import METAS
from ..outside import YEARS
from .patterns import PATTERNS, Pattern

FORM = re.compile(r"(?P<name>\w+)@(?P<first>\d{4})(-(?P<last>\d{4}))?")
NEVER = LAST_YEAR + 1  # the year given to an event that does not come


@dataclass(frozen=True, slots=True)
class Outcome:
    """A number per draw of a run.

    ``is_year``: it is the year of an event, NEVER if there is none; ``field``: the quantity it is read from,
    if it is one.
    """

    id: str
    meaning: str
    read: Callable[[Run], np.ndarray]
    is_year: bool = False
    field: str = ""

    def values(self, run: Run) -> np.ndarray:
        """Return the number of each draw; raises ThermidorError where it cannot be taken in some draw."""
        found = np.asarray(self.read(run), float)
        found = np.where(np.isfinite(found), found, NEVER) if self.is_year else found
        lacking = int((~np.isfinite(found)).sum())
        if lacking:
            remedy = "Ask for a quantity in a year: FIELD@YEAR."
            raise ThermidorError(
                f"has no value in {lacking} of {len(found)} draws", "outcome", self.id, remedy
            )
        return found


def outcome(text: str) -> Outcome:
    """Return the outcome of a pattern's id, of FIELD@YEAR or of FIELD@YEAR-YEAR (the mean).

    Raises ThermidorError for an unknown pattern, field or year.
    """
    found = FORM.fullmatch(text)
    if found is None:
        return _pattern(text)
    name, first = found["name"], int(found["first"])
    last = int(found["last"] or first)
    plain = {*DERIVED, *(n for n, meta in METAS.items() if not set(meta.axis) - {"vintage"})}
    if name not in plain:
        raise unknown("quantity", "outcome", name, plain)
    if not YEARS[0] <= first <= last <= YEARS[-1]:
        raise ThermidorError(
            "are not years of the run", "outcome", text, f"Years run from {YEARS[0]} to {YEARS[-1]}."
        )
    meaning = (DERIVED[name] if name in DERIVED else METAS[name]).meaning
    when = str(first) if first == last else f"{first}-{last}"
    return Outcome(text, f"{meaning}, {when}", lambda run: run[name].mean(first, last), field=name)


def _pattern(text: str) -> Outcome:
    known: dict[str, Pattern] = {one.id: one for one in PATTERNS}
    if text not in known:
        raise unknown("pattern", "outcome", text, known, "thermidor patterns (or FIELD@YEAR)")
    one = known[text]
    return Outcome(one.id, one.meaning, one.values, one.is_year)
