"""The assertions as the canon reads them: paraphrase, anchor, kind, and a first look at the record."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parents[1] / "data" / "canon" / "claims.csv"
SEEDS = {
    "000": "bureaucratic-collectivism",
    "001": "degenerated-workers-state",
    "002": "non-mode-of-production",
    "003": "transitory-caste",
    "004": "state-capitalism",
}
FIRST_READING = {"supported": "borne out", "contradicted": "against", "not-testable": "not testable"}


@dataclass(frozen=True, slots=True)
class Asserted:
    """One sentence of an essay in the reader's words.

    ``seed``: number of the essay; ``forecast``: it was made before the event; ``slip``: what is wrong in
    its wording, date or number, which counts against no theory; ``first``: the verdict of a first reading.
    """

    id: str
    seed: str
    anchors: tuple[str, ...]
    paraphrase: str
    kind: str
    priority: str
    variables: tuple[str, ...]
    forecast: bool
    slip: str
    first: str
    reason: str

    @property
    def theory(self) -> str:
        """Return the id of the theory whose essay asserts it."""
        return SEEDS[self.seed]


@cache
def asserted() -> dict[str, Asserted]:
    """Return every assertion of the canon by id."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["id"]: _read(row) for row in csv.DictReader(file)}


def _read(row: dict[str, str]) -> Asserted:
    return Asserted(
        id=row["id"],
        seed=row["seed"][:3],
        anchors=tuple(filter(None, row["anchors"].split(";"))),
        paraphrase=row["paraphrase"],
        kind=row["kind"],
        priority=row["priority"],
        variables=tuple(filter(None, row["variables"].split(";"))),
        forecast=bool(row["ex_ante"]),
        slip=row["factual_slip"],
        first=FIRST_READING.get(row["first_verdict"], "open"),
        reason=row["first_reason"],
    )
