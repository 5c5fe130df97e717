r"""Households are paid a little more than the plan allows; what finds no goods is saved or spent aside.

.. math:: M = \bar w (1 + \delta b), \quad R = \min(M + v K,\; G)^{*}, \quad F = M - R - E_2, \quad K' =
   (K + F)(1 - \mu)

:math:`G` goods offered at plan prices, :math:`K` cash kept beyond custom, :math:`b` softness (wages
follow hands, and hands are hoarded), :math:`E_2` second economy. Where prices move (command weak) they
clear the shops, and the overhang melts. Unit: the wage fund of the first year.

>>> from thermidor.frame.example import amounts, state, year
>>> flows = amounts(list(Money()(state(softness=0.5, regulator_command=0.9), year())))
>>> round(flows["money_income"] - flows["retail"] - flows["second_economy"] - flows["forced_saving"], 9)
1e-06
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class Money(Mechanism):
    """Wage fund, retail trade, forced saving and the cash that is left."""

    canon = ("soft-budget-constraint",)
    source = "Kornai 1980; Portes 1986 for the doubt about chronic excess demand; drift an assumption"
    signs = (
        Sign("softness", "money_income", +1),
        Sign("softness", "forced_saving", +1, {"regulator_command": 0.9}),
        Sign("consumption", "retail", +1),
        Sign("second_share", "second_economy", +1),
    )

    drift: float = parameter(LogNormal(0.09, 0.4), "share per unit of softness", "assumption")
    spare: float = fixed(0.25, "share of cash brought to shops a year", "assumption")
    melting: float = fixed(0.5, "1/year at free prices", "assumption")
    lent: float = fixed(0.25, "1/year under command", "loans, taxes and currency reforms (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return incomes, purchases and cash."""
        goods = now.consumption / at_start("consumption")
        fixed_prices = now.regulator_command
        aside = jnp.clip(now.second_share * now.gdp / at_start("consumption"), 0.0, 0.5 * goods)
        shops = goods - 0.5 * aside
        income = shops + aside + self.drift * now.softness * fixed_prices * goods
        demand = income - aside + self.spare * now.cash
        retail = jnp.minimum(demand, shops)
        saved = income - aside - retail
        yield Set("wage_plan", goods)
        yield Set("money_income", income)
        yield Set("retail", retail)
        yield Set("second_economy", aside)
        yield Set("forced_saving", saved)
        yield Move("paid", "cash", income)
        yield Move("cash", "spent", retail + aside)
        left = jnp.maximum(now.cash + saved, 0.0)
        yield Move("cash", "spent", left * (self.lent * fixed_prices + self.melting * (1 - fixed_prices)))
