r"""No sector can use up more than others make; under command those with priority are served first.

Farm materials, energy, producer and consumer goods are checked in turn. A sector that gets the share
:math:`s` of its need makes :math:`s^{\theta}` of what it could (energy can be stretched), and lexicographic
rationing leaves what remains to the rest (Ericson 1988; Powell 1977). Markets ration pro rata, by price.

>>> from thermidor.frame.example import state, year
>>> now = state(grain_delivered=9.0)
>>> [change] = list(SupplyLimits()(now, year()))
>>> [round(float(x), 2) for x in change.value / now.capacity]
[1.0, 0.86, 1.0, 1.0, 1.0, 1.0]
"""

from collections.abc import Iterator

import jax.numpy as jnp
import numpy as np

from ...frame.axes import A, C, E, P
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import coefficients, ration


@mechanism
class SupplyLimits(Mechanism):
    """Shortages pass from sector to sector; arms and heavy industry come first under command."""

    canon = ("priority-system",)
    source = "Ericson 1988; Powell 1977; economy trial run, section 2.2"
    signs = (
        Sign("grain_delivered", "gross_output", +1, {"grain_delivered": 8.0}),
        Sign("energy_intensity", "gross_output", -1, {"energy_intensity": 2.0}),
    )

    raw: float = parameter(LogNormal(0.65, 0.35), "exponent", "economy trial run, fitted 0.89")
    market_need: float = fixed(
        0.42, "t of grain per town head", "economy trial run: farm deliveries that fill mills"
    )
    energy: float = fixed(0.6, "exponent", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return gross output."""
        made = now.capacity
        delivered = now.grain_delivered / now.town_people / self.market_need
        milled = jnp.clip(delivered, 0.02, 1.0) ** self.raw
        made = made * (UNIT[C] * milled + (1 - UNIT[C]))
        inputs, command = coefficients(now), now.regulator_command
        for source, share, first, power in self.order():
            use = inputs[source] * made
            own = use[source] + use[A]
            others = use * np.clip(1 - UNIT[source] - UNIT[A], 0, 1)
            met = ration(jnp.maximum(share * made[source] - own, 0.01 * made[source]), others, first, command)
            let_through = jnp.where(others > 0, met, 1.0)
            made = made * (let_through if power is None else let_through**power)
        yield Set("gross_output", made)

    def order(self) -> tuple[tuple[int, float, np.ndarray, float | None], ...]:
        """Return checks in turn: source, share to use up at most, who is first, exponent if not one."""
        return (
            (A, 0.55, ARMS, None),
            (E, 0.90, HEAVY, self.energy),
            (E, 0.97, HEAVY, None),
            (P, 0.93, HEAVY, None),
            (C, 0.93, ARMS, None),
        )


ARMS = np.array([0.0, 0.0, 0.0, 1.0, 0.0, 0.0])
HEAVY = np.array([0.0, 0.0, 1.0, 1.0, 1.0, 0.0])
UNIT = np.eye(6)
