r"""What is spoilt, unusable or never finished: alienated work, the measured indicator, soft budgets.

.. math:: w = w_0 + w_1 (1 - W)(1 - m) + w_2\, c \max(0, \tau - 0.95) + w_3\, b\,\ln(Y/100) + \text{drive}

:math:`W` workers' control, :math:`m` market, :math:`c` command, :math:`\tau` tautness, :math:`b`
softness, and income :math:`Y` for the complexity of supply. The second economy brings a part back into
use. Waste falls on producer goods, half as much on consumer goods; it is a use of the product, not a loss
of measured income.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(worker_control=0.0, regulator_market=0.05, regulator_command=0.9, plan_tautness=1.1)
>>> amounts(list(Waste()(now, year())))
{'waste_share': 0.04485, 'waste': 1.114074}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.axes import C, P
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Waste(Mechanism):
    """Waste grows with alienation, quantity targets, soft budgets and complexity."""

    canon = (
        "alienated-producer-defects",
        "success-indicator-distortion",
        "soft-budget-constraint",
        "second-economy",
    )
    source = "Nove 1977; Kornai 1980; economy trial run, section 2.3"
    signs = (
        Sign("worker_control", "waste_share", -1, {"regulator_market": 0.1}),
        Sign("regulator_market", "waste_share", -1, {"worker_control": 0.0}),
        Sign("plan_tautness", "waste_share", +1, {"regulator_command": 0.9, "plan_tautness": 1.1}),
        Sign("softness", "waste_share", +1, {"gdp": 500.0}),
        Sign("waste_drive", "waste_share", +1),
        Sign("second_share", "waste_share", -1, {"waste_drive": 0.1}),
    )

    base: float = parameter(LogNormal(0.015, 0.5), "share", "economy trial run: w0 about 0.03")
    alienated: float = parameter(
        LogNormal(0.025, 0.5), "share", "economy trial run, split of w0 and w1 (assumption)"
    )
    indicator: float = parameter(LogNormal(0.06, 0.5), "share per unit of tautness", "Nove 1977 (assumption)")
    complexity: float = parameter(
        LogNormal(0.06, 0.45), "share per log income", "economy trial run, fitted 0.05"
    )
    recovered: float = fixed(0.10, "share of the second economy", "repair and reuse (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the share of waste and its amount."""
        alone = (1 - now.worker_control) * (1 - now.regulator_market)
        taut = now.regulator_command * jnp.clip(now.plan_tautness - 0.95, 0.0, 0.5)
        complex_supply = now.softness * jnp.log(jnp.maximum(now.gdp, 100.0) / 100)
        share = self.base + self.alienated * alone + self.indicator * taut + self.complexity * complex_supply
        share = share + now.waste_drive - self.recovered * now.second_share
        share = jnp.clip(share, 0.0, 0.4)
        yield Set("waste_share", share)
        yield Set("waste", share * (now.final_demand[P] + now.machine_imports + now.final_demand[C] / 2))
