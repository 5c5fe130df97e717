"""One published number or sign, and what is computed for it.

Tags of the reading: R read in the work itself, R2 read second-hand, C computed in the project's literature
note from such numbers or equations. What is merely recalled is not here.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """A quantity, as published and as computed; replicated if the computed number lies in [low, high].

    ``where``: where it is published; ``on``: what the number is computed on.
    """

    id: str
    quantity: str
    published: str
    low: float
    high: float
    computed: float
    where: str
    tag: str
    on: str

    @property
    def verdict(self) -> str:
        """Return replicated, not replicated, or open where nothing could be computed."""
        if math.isnan(self.computed):
            return "open"
        return "replicated" if self.low <= self.computed <= self.high else "not replicated"

    @property
    def tolerance(self) -> str:
        """Return the band in words."""
        low, high = self.low, self.high
        if math.isinf(low) or math.isinf(high):
            return f"at least {low:g}" if math.isinf(high) else f"at most {high:g}"
        return f"{low:g} to {high:g}"


@dataclass(frozen=True, slots=True)
class Source:
    """What the rows of one check share."""

    id: str
    where: str
    tag: str
    on: str

    def near(self, quantity: str, published: float, computed: float, tolerance: float) -> Check:
        """Return the check of a number, near within a tolerance."""
        band = (round(published - tolerance, 9), round(published + tolerance, 9))
        return self._row(quantity, f"{published:g}", *band, computed)

    def between(self, quantity: str, low: float, high: float, computed: float) -> Check:
        """Return the check of a published range, or of a bound where one end is infinite."""
        shown = f"{low:g} to {high:g}" if math.isfinite(low) and math.isfinite(high) else ""
        shown = shown or (f"<= {high:g}" if math.isinf(low) else f">= {low:g}")
        return self._row(quantity, shown, low, high, computed)

    def sign(self, quantity: str, published: str, computed: float) -> Check:
        """Return the check of a sign: the computed number is positive, or negative."""
        low, high = (0.0, math.inf) if published == "+" else (-math.inf, 0.0)
        return self._row(quantity, published, low, high, computed)

    def ordering(self, quantity: str, share: float) -> Check:
        """Return the check of an ordering by the share of draws in which it holds: more than half."""
        return self._row(quantity, "holds", 0.5, 1.0, share)

    def _row(self, quantity: str, published: str, low: float, high: float, computed: float) -> Check:
        return Check(self.id, quantity, published, low, high, float(computed), self.where, self.tag, self.on)
