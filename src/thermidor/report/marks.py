"""Years of history marked on every chart, whatever the scenario: general knowledge, as an aid to reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A year and what happened in it."""

    year: int
    happened: str


MARKS = (
    Mark(1917, "February and October revolutions"),
    Mark(1921, "New Economic Policy"),
    Mark(1929, "forced collectivisation, first five-year plan under way"),
    Mark(1941, "German invasion (the war ends in 1945)"),
    Mark(1953, "death of Stalin"),
    Mark(1985, "Gorbachev in office"),
    Mark(1991, "end of the USSR"),
)
