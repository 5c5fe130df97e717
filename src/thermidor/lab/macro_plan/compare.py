"""Each short form beside its procedure over all sampled states, with what is tolerated and the verdict."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...planning.table import Numbers
from .sample import Sampled

Pair = tuple[Numbers, Numbers]
"""What the mechanism says and what the procedure gives, in one unit."""


@dataclass(frozen=True, slots=True)
class Form:
    """Name a short form, the procedure for which it stands, and the mean gap that is tolerated.

    ``unit`` is that of which gaps are shares; ``apart`` says what keeps the two apart; ``asked`` are the
    regulations at whose states both are asked, all where none is named.
    """

    mechanism: str
    procedure: str
    unit: str
    tolerated: float
    pair: Callable[[Sampled], Pair]
    apart: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold a form with the correlation of both over states, the mean gap and the greatest."""

    form: Form
    states: int
    correlation: float
    mean: float
    most: float

    @property
    def matches(self) -> bool:
        """Say whether the mean gap is tolerated."""
        return self.mean <= self.form.tolerated


def compared(forms: Sequence[Form], states: Iterable[Sampled]) -> Iterator[Compared]:
    """Yield each form held against its procedure."""
    held = list(states)
    for form in forms:
        yield held_against(form, [one for one in held if not form.asked or one.regulation in form.asked])


def held_against(form: Form, states: Sequence[Sampled]) -> Compared:
    """Return how far a form is from its procedure; a gap is the sum over parts, shares of the whole."""
    pairs = [form.pair(one) for one in states]
    gaps = [float(np.abs(said - made).sum()) for said, made in pairs]
    said, made = (np.concatenate([pair[side] for pair in pairs]) for side in (0, 1))
    moved = np.ptp(said) > MOVES and np.ptp(made) > MOVES
    alike = float(np.corrcoef(said, made)[0, 1]) if moved else float("nan")
    return Compared(form, len(states), alike, float(np.mean(gaps)), max(gaps))


MOVES = 1e-9
