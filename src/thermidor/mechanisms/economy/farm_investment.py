r"""The more grain incomes call for beyond the harvest, the more investment farming gets.

.. math:: \sigma' = \sigma + 0.15\,
   \bigl[\sigma_0 + \sigma_p(1 - \kappa) + \sigma_1\,\max(0, 1 - H/W)(1 - \alpha_x) - \sigma\bigr]

:math:`W` grain wanted at present incomes and fixed food prices, :math:`\alpha_x` ambition beyond upkeep: a
leadership set on building first lets farming wait. Smallholders invest for themselves
(:math:`\sigma_p`). Cheap food must be paid for, so the share rises by this and not by a date.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(farm_investment_share=0.16, grain_wanted=70.0, grain_output=77.0)
>>> amounts(list(FarmInvestment(base=0.16, own=0.0)(now, year())))
{'farm_investment_share': 0.16}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class FarmInvestment(Mechanism):
    """The share of investment meant for farming follows the want of food and the leadership's patience."""

    canon = ("farm-subsidy-burden",)
    source = "Hedlund 1989; Johnson and Brooks 1983"
    signs = (
        Sign("grain_wanted", "farm_investment_share", +1, {"grain_wanted": 160.0}),
        Sign("ambition", "farm_investment_share", -1, {"grain_wanted": 160.0, "ambition": 0.7}),
        Sign("cooperatives", "farm_investment_share", +1),
    )

    base: float = parameter(LogNormal(0.15, 0.15), "share", "economy trial run (assumption)")
    own: float = parameter(
        LogNormal(0.08, 0.2), "share", "smallholders build and buy for themselves (assumption)"
    )
    want: float = parameter(
        LogNormal(0.45, 0.25), "share per unit of shortage", "share of 1965-80, .2-.27 (assumption)"
    )
    speed: float = fixed(0.15, "1/year", "assumption")
    cooperative: float = fixed(0.06, "share", "assumption: machines and credit for cooperatives")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the share of fixed investment meant for farming."""
        short = jnp.clip(1.0 - now.grain_output / jnp.maximum(now.grain_wanted, 1.0), 0.0, 1.0)
        patience = jnp.clip(1.0 - jnp.maximum(now.ambition - 0.25, 0.0), 0.0, 1.0)
        own = self.own * (1.0 - now.collectivised_share)
        aim = self.base + own + self.want * short * patience + self.cooperative * year.lever.cooperatives
        yield Set(
            "farm_investment_share",
            now.farm_investment_share + self.speed * (aim - now.farm_investment_share),
        )
