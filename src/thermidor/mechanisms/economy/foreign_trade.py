r"""The monopoly of foreign trade keeps the world market out; exports, credit and satellites pay for imports.

.. math:: I = p_g G + O + \text{oil} + B - S + T, \qquad \Delta D = B + r D - S

Other exports :math:`O` shrink with embargo and with nationalised, commanded trade. Credit :math:`B` is
drawn as far as the world gives it and the debt :math:`D` allows; service :math:`S` comes first. Grain is
bought before machines, machines before consumer goods, the more so the higher the ambition to accumulate.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(energy_exports=0.3, oil_rent=0.45)
>>> round(amounts(list(ForeignTrade()(now, year())))["imports"], 2)
6.07
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogitNormal, LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ForeignTrade(Mechanism):
    """Exports and imports at constant prices, debt, and the transfer between them."""

    canon = ("nationalisation-insulation", "external-debt-and-grain-import", "oil-rent")
    source = "economy trial run, section 2.3; Gaidar 2006"
    signs = (
        Sign("oil_rent", "imports", +1),
        Sign("nationalised_share", "trade_exposure", -1, {"regulator_command": 0.9}),
        Sign("technology_embargo", "exports", -1),
        Sign("satellite_transfer", "net_transfer", +1),
        Sign("foreign_debt", "imports", -1),
        Sign("grain_import", "consumer_imports", +1),
        Sign("consumption_weight", "net_transfer", +1, {"consumption_weight": 0.5}),
    )

    grain: float = fixed(0.22, "units per Mt", "economy trial run (assumption)")
    other: float = parameter(
        LogNormal(0.045, 0.3), "share of income", "trade share of the first year; economy trial run"
    )
    insulated: float = parameter(
        LogitNormal(0.65, 0.4), "share", "trade share under the monopoly (assumption)"
    )
    embargo: float = fixed(0.7, "share at full embargo", "economy trial run (assumption)")
    oil_dollars: float = fixed(1.5, "bn 1980 dollars per unit", "as oil rent")
    service: float = fixed(0.15, "1/year", "ten-year loans with interest (assumption)")
    interest: float = fixed(0.04, "1/year", "assumption")
    debt_limit: float = fixed(0.10, "share of income", "assumption")
    machines: float = fixed(0.4, "share of imports without ambition", "economy trial run (assumption)")
    machines_rise: float = fixed(
        0.45, "share per unit of ambition", "economy trial run: 85 per cent in the drive"
    )
    shift: float = fixed(
        0.3, "index", "most weight a plan can shift to consumption; beyond it goods come from outside"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return exports, imports, their composition, debt and transfer."""
        reach = 1 - self.insulated * now.nationalised_share * now.regulator_command
        reach = (
            reach
            * (1 - self.embargo * now.technology_embargo)
            * (1 - 0.8 * now.war)
            * (1 - 0.3 * year.forcing.slump)
        )
        other = self.other * now.gdp * jnp.clip(reach, 0.02, 1.0)
        sold = self.grain * now.grain_export
        given = jnp.maximum(-now.satellite_transfer, 0.0)
        exports = other + sold + now.energy_exports + given
        room = jnp.clip(1 - now.foreign_debt / (self.debt_limit * now.gdp), 0.0, 1.0)
        drawn = year.forcing.credit * now.gdp * room
        paid = self.service * now.foreign_debt
        earned = other + sold * year.forcing.grain_price + now.oil_rent / self.oil_dollars
        food = self.grain * year.forcing.grain_price * now.grain_import
        short = jnp.maximum(food - (earned + drawn - paid), 0.0)
        budget = earned + drawn + short - paid + jnp.maximum(now.satellite_transfer, 0.0)
        machines = jnp.clip(
            self.machines + self.machines_rise * now.ambition * now.regulator_command, 0.0, 0.9
        )
        bought = machines * jnp.maximum(budget - food, 0.0) * (1 - 0.3 * now.technology_embargo)
        gift = self.gift(now, year)
        yield Set("relief", gift)
        yield Set("exports", exports)
        yield Set("imports", jnp.maximum(budget, 0.0))
        yield Set("net_transfer", jnp.maximum(budget, 0.0) - exports + gift)
        yield Set("machine_imports", bought)
        yield Set("consumer_imports", jnp.maximum(budget, 0.0) - bought + gift)
        yield Set("foreign_debt", now.foreign_debt * (1 + self.interest) + drawn + short - paid)
        yield Set("trade_exposure", (exports + jnp.maximum(budget, 0.0)) / now.gdp)

    def gift(self, now: State, year: Year) -> Array:
        """Return consumer goods that a scenario of plenty brings beyond what any plan could shift."""
        beyond = jnp.clip((year.lever.consumption_weight - self.shift) / self.shift, 0.0, 2.0)
        return beyond * jnp.maximum(now.consumption - now.relief, 0.0)
