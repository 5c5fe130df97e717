"""The labelled axes of the state."""

SECTORS = ("agriculture", "consumer_goods", "producer_goods", "arms", "energy", "services")
A, C, P, M, E, S = range(len(SECTORS))

AGES = ("children", "adults", "old")
COUNTRIES = (
    "Germany", "Austria", "Hungary", "Bulgaria", "Finland", "Italy", "Poland", "Britain", "France", "Spain",
    "Czechoslovakia", "Yugoslavia", "Greece", "Japan", "USA", "China", "India", "Vietnam", "Cuba",
    "Iran-Iraq",
)  # fmt: skip
VINTAGES = tuple(range(25))  # the last holds all plant of that age and older

LABELS: dict[str, tuple[str | int, ...]] = {
    "sector": SECTORS,
    "vintage": VINTAGES,
    "age": AGES,
    "country": COUNTRIES,
}


def shape(axes: tuple[str, ...]) -> tuple[int, ...]:
    """Return the length of each named axis."""
    return tuple(len(LABELS[axis]) for axis in axes)
