r"""Three regulators share the economy: market, command, democracy. Their weights sum to one.

.. math:: d = \max(0.4 D w (1-E), \text{lever})\,(1 - \Delta), \quad m = (1-d)\, m^*, \quad k = 1 - m - d

with :math:`m^*` tending to 0.08 + 0.47 NEP + 0.30 reform + 0.8 after private property is back, by half a
year's
step; :math:`w` worker control, :math:`\Delta` what command takes (closures).

>>> from thermidor.frame.example import amounts, state, year
>>> now = amounts(list(Regulators()(state(nep=1.0, worker_control=0.6), year())))
>>> now, sum(now.values())
({'regulator_democratic': 0.135, 'regulator_market': 0.613003, 'regulator_command': 0.251997}, 1.0)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class Regulators(Mechanism):
    """Where neither market nor elected bodies decide, command does."""

    canon = (
        "democratic-planning-regulation",
        "market-regulation-anarchy",
        "recall-democracy-need-allocation",
    )
    source = "canon: slot regulation, democratic-planning-regulation; constants are assumptions"
    signs = (
        Sign("nep", "regulator_market", +1),
        Sign("soviet_democracy", "regulator_democratic", +1, {"worker_control": 0.6}),
        Sign("democratic_planning", "regulator_command", -1, {"democratic_planning": 0.6}),
        Sign("market_regulation", "regulator_market", +1, {"market_regulation": 0.8}),
        Sign("command_drive", "regulator_command", +1, {"worker_control": 0.6}),
    )

    pace: float = fixed(0.5, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the three weights."""
        lever, taken = year.lever, 1.0 - within(now.command_drive)
        elected = 0.4 * now.soviet_democracy * now.worker_control * (1.0 - now.emergency_rule)
        democratic = within(jnp.maximum(elected * taken, lever.democratic_planning))
        private = jnp.maximum(now.restored, now.form_changed)
        aim = 0.08 + 0.47 * now.nep + 0.30 * now.reform + 0.8 * private + 0.4 * lever.gradual_market
        aim = jnp.maximum(jnp.clip(aim * taken, 0.0, 0.9), lever.market_regulation)
        held = now.regulator_market / jnp.maximum(1.0 - now.regulator_democratic, 0.05)
        market = within(held + self.pace * (aim - held)) * (1.0 - democratic)
        yield Set("regulator_democratic", democratic)
        yield Set("regulator_market", market)
        yield Set("regulator_command", 1.0 - market - democratic)
