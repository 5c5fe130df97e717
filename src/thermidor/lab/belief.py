"""From beliefs to models: every mechanism with its parameters drawn, theory strengths set."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from ..chance import belief
from ..frame.axes import shape
from ..frame.mechanism import Mechanism, Parameter, parameters
from ..frame.prior import LogNormal, Prior
from ..frame.state import METAS, State
from ..run import MODEL, Model
from ..theory import Theory


def mechanism_id(one: Mechanism | type[Mechanism]) -> str:
    """Return the id of a mechanism: its class name in lower case with underscores."""
    name = one.__name__ if isinstance(one, type) else type(one).__name__
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def mechanisms(model: Model = MODEL) -> Iterator[Mechanism]:
    """Yield every mechanism in the order of the year."""
    for phase in model.values():
        yield from phase


def priors(theory: Theory) -> dict[str, Prior]:
    """Return the prior of every open parameter under a theory, by 'mechanism.parameter' or 'start.field'."""
    body = {n: p.prior for n, p in _declared() if p.prior is not None}
    own = {n: p for n, p in theory.priors.items() if not isinstance(p, float | int)}
    return _starts() | body | own


def luck_purposes() -> tuple[str, ...]:
    """Return every purpose for which some mechanism takes a chance."""
    return tuple(sorted({purpose for one in mechanisms() for purpose in one.luck}))


def quantiles(theory: Theory, seed: int, draws: np.ndarray) -> dict[str, np.ndarray]:
    """Return prior quantiles, uniform and shared between theories, by parameter; shape (draw,)."""
    return belief(seed, tuple(priors(theory)), draws)


def place(theory: Theory, ranks: Mapping[str, np.ndarray], model: Model = MODEL) -> Model:
    """Return the model with every parameter at the given quantile of its prior; leaves (draw,)."""
    size = len(next(iter(ranks.values())))
    known, strengths = priors(theory), theory.strengths()

    def filled(one: Mechanism) -> Mechanism:
        kind = mechanism_id(one)
        values = {
            n: _value(theory, f"{kind}.{n}", getattr(one, n), known, ranks, size) for n in parameters(one)
        }
        if "strength" in values:
            values["strength"] = np.full(size, strengths.get(type(one), 0.0))
        return replace(one, **values)  # pyright: ignore[reportArgumentType]

    return {phase: tuple(filled(one) for one in row) for phase, row in model.items()}


def place_start(theory: Theory, ranks: Mapping[str, np.ndarray]) -> State:
    """Return the starting states; leaves (draw, ...)."""
    size, known = len(next(iter(ranks.values()))), priors(theory)

    def leaf(name: str) -> np.ndarray:
        meta = METAS[name]
        one = np.broadcast_to(np.asarray(meta.start, float), (size, *shape(meta.axis)))
        key = f"start.{name}"
        if key not in known:
            return one
        factor = known[key].quantile(ranks[key])
        return one * factor.reshape(size, *(1,) * (one.ndim - 1))

    return State(**{name: leaf(name) for name in METAS})  # pyright: ignore[reportArgumentType]


def _value(
    theory: Theory,
    name: str,
    usual: float,
    known: Mapping[str, Prior],
    ranks: Mapping[str, np.ndarray],
    size: int,
) -> np.ndarray:
    if name in known:
        return known[name].quantile(np.asarray(ranks[name], float))
    own = theory.priors.get(name, usual)
    return np.full(size, float(own))  # pyright: ignore[reportArgumentType]


def _declared() -> Iterator[tuple[str, Parameter]]:
    for one in mechanisms():
        for name, what in parameters(one).items():
            yield f"{mechanism_id(one)}.{name}", what


def _starts() -> dict[str, Prior]:

    return {f"start.{n}": LogNormal(1.0, m.spread) for n, m in METAS.items() if m.spread}
