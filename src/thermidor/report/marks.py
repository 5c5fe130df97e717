"""Years of history marked on every chart, whatever the scenario: general knowledge, as an aid to reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A year, what happened in it, and of what kind that was."""

    year: int
    happened: str
    kind: str


POLITICS, ECONOMY, WAR = "politics", "economy", "war"


MARKS = (
    Mark(1917, "February and October revolutions", POLITICS),
    Mark(1921, "New Economic Policy", ECONOMY),
    Mark(1929, "forced collectivisation, first five-year plan under way", ECONOMY),
    Mark(1941, "German invasion (the war ends in 1945)", WAR),
    Mark(1953, "death of Stalin", POLITICS),
    Mark(1985, "Gorbachev in office", POLITICS),
    Mark(1991, "end of the USSR", POLITICS),
)
