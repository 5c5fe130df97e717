r"""No sector can use up more than others make; under command those with priority are served first.

Farm materials, energy, producer and consumer goods are checked in turn. A sector that gets the share
:math:`s` of its need makes :math:`s^{\theta}` of what it could (energy can be stretched), and lexicographic
rationing leaves what remains to the rest (Ericson 1988; Powell 1977). Markets ration by price, which cuts
most those whose product holds most of what is short; elected bodies give to all alike. What plant and mills
allow and supplies do not is the shortfall of supplies.

>>> from thermidor.frame.example import state, year
>>> now = state(grain_delivered=9.0)
>>> output, shortfall = SupplyLimits()(now, year())
>>> [round(float(x), 2) for x in output.value / now.capacity]
[1.0, 0.86, 1.0, 1.0, 1.0, 1.0]
"""

from collections.abc import Iterator

import jax.numpy as jnp
import numpy as np
from jax import Array

from ...frame.axes import A, C, E, P
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import by_price, by_rank, coefficients, met


@mechanism
class SupplyLimits(Mechanism):
    """Shortages pass from sector to sector; arms and heavy industry come first under command."""

    canon = ("priority-system",)
    source = "Ericson 1988; Powell 1977; economy trial run, section 2.2"
    signs = (
        Sign("grain_delivered", "gross_output", +1, {"grain_delivered": 8.0}),
        Sign("energy_intensity", "gross_output", -1, {"energy_intensity": 2.0}),
        Sign("energy_intensity", "supply_shortfall", +1, {"energy_intensity": 2.0}),
    )

    raw: float = parameter(LogNormal(0.65, 0.35), "exponent", "economy trial run, fitted 0.89")
    market_need: float = fixed(
        0.42, "t of grain per town head", "economy trial run: farm deliveries that fill mills"
    )
    energy: float = fixed(0.6, "exponent", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return gross output, and the share of it that is missing for want of supplies."""
        made = now.capacity
        delivered = now.grain_delivered / now.town_people / self.market_need
        milled = jnp.clip(delivered, 0.02, 1.0) ** self.raw
        made = made * (UNIT[C] * milled + (1 - UNIT[C]))
        allowed, inputs = made.sum(), coefficients(now)
        for source, share, first, power in self.order():
            use = inputs[source] * made
            own = use[source] + use[A]
            others = use * np.clip(1 - UNIT[source] - UNIT[A], 0, 1)
            there = jnp.maximum(share * made[source] - own, 0.01 * made[source])
            let_through = jnp.where(others > 0, shared(now, there, others, inputs[source], first), 1.0)
            made = made * (let_through if power is None else let_through**power)
        yield Set("gross_output", made)
        yield Set("supply_shortfall", 1 - made.sum() / allowed)

    def order(self) -> tuple[tuple[int, float, np.ndarray, float | None], ...]:
        """Return checks in turn: source, share to use up at most, who is first, exponent if not one."""
        return (
            (A, 0.55, ARMS, None),
            (E, 0.90, HEAVY, self.energy),
            (E, 0.97, HEAVY, None),
            (P, 0.93, HEAVY, None),
            (C, 0.93, ARMS, None),
        )


def shared(now: State, available: Array, use: Array, part: Array, first: np.ndarray) -> Array:
    """Return the share of each user's need that is met under the three regulators together."""
    ranked = now.regulator_command * by_rank(available, use, first)
    priced = now.regulator_market * by_price(available, use, part)
    return ranked + priced + now.regulator_democratic * met(available, use.sum())


ARMS = np.array([0.0, 0.0, 0.0, 1.0, 0.0, 0.0])
HEAVY = np.array([0.0, 0.0, 1.0, 1.0, 1.0, 0.0])
UNIT = np.eye(6)
