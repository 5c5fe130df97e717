"""How much arithmetic could be done for a plan in a given year, and how many balances that is."""

from dataclasses import dataclass

NOMENCLATURE = 12_000_000  # identifiable products (Nove, The Soviet Economic System, 1986; unverified)
INPUTS = 20  # inputs of a product; an assumption
CAMPAIGN = 60 * 8 * 3600  # seconds: sixty working days in which a plan is drawn up; an assumption


@dataclass(frozen=True, slots=True)
class Power:
    """Hold operations a second of the machine, or the office, of a year; ``sure`` if the source was read."""

    year: int
    what: str
    operations: float
    source: str
    sure: bool


POWERS = (
    Power(1932, "300 clerks with arithmometers, 20 s an operation", 15.0, "assumption", False),
    Power(1952, "BESM-1", 8e3, "Wikipedia, BESM: 8-10 kFlops, completed 1952", True),
    Power(1968, "BESM-6", 1e6, "Wikipedia, BESM: 1 MFlops, in series from 1968", True),
    Power(1985, "ES-1065", 4e6, "ES series, about 4-5 million operations a second; recalled", False),
    Power(
        2026, "one core", 1e9, "two operations for each input read, at 12 bytes and 12 GB/s; estimate", False
    ),
)


def rounds_of(power: Power, balances: int, inputs: int = INPUTS) -> float:
    """Return the rounds of sparse balances that fit into a campaign (two operations an input)."""
    return power.operations * CAMPAIGN / (2 * inputs * balances)


def balances_of(power: Power, rounds: int, inputs: int = INPUTS) -> int:
    """Return the balances, up to the whole nomenclature, of which so many rounds fit into a campaign."""
    return min(NOMENCLATURE, int(power.operations * CAMPAIGN / (2 * inputs * rounds)))


def inverted(power: Power) -> int:
    """Return the products of a dense table that can be inverted in a campaign (two thirds n^3)."""
    return int((power.operations * CAMPAIGN * 1.5) ** (1 / 3))
