r"""Queues stand where goods fall short of need, of habit, or of the money that looks for them.

.. math:: z = 1 - (1 - z_n)(1 - z_m), \quad z_n = \nu \max(0, 1 - \tfrac{c}{n}), \quad z_m = \frac{D - G}{D}

:math:`n` need a head, which grows with the square root of the rival's income (people compare); habit is the
other yardstick. :math:`D` is money demand in the shops: wages drift upward with soft budgets and cash
overhang, at fixed prices. Markets clear by price: :math:`z` is weighed by command.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, softness=0.5, cash=0.1, consumption_per_head=0.45)
>>> amounts(list(Shortage()(now, year())))
{'shortage': 0.206936, 'queue': 0.051734}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Shortage(Mechanism):
    """Demand for consumer goods left unmet: by need, by habit, by idle money."""

    canon = ("soft-budget-constraint", "second-economy", "passive-money-accounting")
    source = "Kornai 1980; Kim and Shida 2014 for the second economy; joined trial, section 4"
    signs = (
        Sign("consumption_per_head", "shortage", -1, {"regulator_command": 0.9}),
        Sign("softness", "shortage", +1, {"regulator_command": 0.9}),
        Sign("rival_income", "shortage", +1, {"regulator_command": 0.9, "rival_income": 9000.0}),
        Sign("second_memory", "shortage", +1, {"regulator_command": 0.9}),
        Sign("town_hunger", "shortage", +1, {"regulator_command": 0.9}),
    )

    need: float = parameter(
        LogNormal(0.5, 0.12), "units per head at a rival income of 8000 dollars", "joined trial (assumption)"
    )
    need_weight: float = parameter(LogNormal(0.6, 0.3), "share", "joined trial (assumption)")
    search: float = parameter(
        LogNormal(0.3, 0.3), "share per unit of softness", "Kornai 1980: normal state (assumption)"
    )
    aside: float = parameter(
        LogNormal(0.35, 0.4), "share per unit of second economy", "Kim and Shida 2014: sign"
    )
    queueing: float = fixed(0.25, "share of working time per unit", "assumption")
    rival: float = fixed(8000.0, "2011 dollars per head", "rival income of the first years")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return shortage and the time it costs."""
        head = jnp.maximum(now.consumption_per_head, 0.01)
        compared = jnp.sqrt(jnp.maximum(year.forcing.rival_income, 500.0) / self.rival)
        wanted = jnp.maximum(self.need * compared, now.consumption_habit)
        by_need = self.need_weight * jnp.clip(1 - head / wanted, 0.0, 1.0)
        cash = jnp.clip((now.forced_saving + 0.25 * now.cash) / jnp.maximum(now.money_income, 0.05), 0.0, 0.5)
        by_money = jnp.clip(self.search * now.softness + cash, 0.0, 0.8)
        by_leak = jnp.clip(self.aside * now.second_memory, 0.0, 0.3)
        met = (1 - by_need) * (1 - by_money) * (1 - by_leak) * (1 - now.town_hunger)
        short = now.regulator_command * (1 - met)
        yield Set("shortage", short)
        yield Set("queue", self.queueing * short)
