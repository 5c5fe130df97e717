"""What a mechanism is: a frozen value that holds its parameters and returns changes.

Mechanisms are written for one draw (a field is a scalar, or an array over its own axes) and are
mapped over draws by the engine, so that draws cannot mix.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, TypeVar, dataclass_transform

import jax

from .change import Change
from .prior import Prior
from .state import State
from .year import Year


@dataclass(frozen=True, slots=True)
class Sign:
    """What the source claims: more of ``cause`` gives more (+1) or less (-1) of ``result``.

    ``cause`` is a field of the state, a forcing or a lever; ``given`` are the values (of fields,
    forcings, levers) at which the effect must show. A Move is named by either account.
    """

    cause: str
    result: str
    sign: int
    given: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parameter:
    """Describe one parameter: prior (none if fixed), unit, source, value unless drawn."""

    value: float
    unit: str
    source: str
    prior: Prior | None


def parameter(prior: Prior, unit: str, source: str) -> Any:
    """Declare an open parameter; undrawn, it has its prior's median."""
    return field(default=prior.median, metadata={"parameter": Parameter(prior.median, unit, source, prior)})


def strength(slot: str) -> Any:
    """Declare the strength of a closure: nought, and then without any effect, unless a theory sets it."""
    meaning = Parameter(0.0, "0 off, 1 on", f"theory, slot {slot}", None)
    return field(default=0.0, metadata={"parameter": meaning, "slot": slot})


def fixed(value: float, unit: str, source: str) -> Any:
    """Declare a number that is part of the mechanism and is not drawn."""
    return field(default=value, metadata={"parameter": Parameter(value, unit, source, None)})


class Mechanism:
    """One causal claim.

    ``canon``: ids of the canon that live here. ``source``: where the equation comes from.
    ``signs``: the directions of effect that the source claims. ``luck``: names of the chances it
    takes each year (uniform numbers in ``year.luck``).
    """

    canon: ClassVar[tuple[str, ...]]
    source: ClassVar[str]
    signs: ClassVar[tuple[Sign, ...]]
    luck: ClassVar[tuple[str, ...]] = ()

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        raise NotImplementedError


T = TypeVar("T", bound=type)


@dataclass_transform(frozen_default=True)
def mechanism(cls: T) -> T:
    """Make a class a frozen record of its parameters that the engine can map over draws."""
    made = dataclass(frozen=True)(cls)
    return jax.tree_util.register_dataclass(made, [f.name for f in fields(made)], [])


def parameters(one: Mechanism | type[Mechanism]) -> dict[str, Parameter]:
    """Return the parameters of a mechanism by name."""
    return {f.name: f.metadata["parameter"] for f in fields(one)}  # pyright: ignore[reportArgumentType]
