r"""Grain is sold abroad for machines, and bought abroad when oil pays for what incomes call for.

.. math:: X = x_f\,p^{.5}\max(0, O - N_0) + x_d\,\alpha\,\tau\,h_m + x_s A, \qquad
   I = \min(W - H, \; \iota\,c\,(Y/p)^{.5})

The free surplus is exported by trade; the drive exports for machines while own machine building is small
(:math:`h_m` falls from one to nought as producer goods per head grow) and as far as collectives deliver;
dependent states (:math:`A` million people) are supplied in good years. Imports fill the shortfall below
:math:`W`, grain wanted at this income, as far as the oil cushion :math:`c` carries them. War and blockade
stop both.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(turn=1.0, ambition=1.0, market_offer=10.0, requisition=0.0, collectivised_share=1.0)
>>> trade = amounts(list(GrainTrade(drive=5.0)(now, year())))
>>> trade["export_plan"], trade["grain_import"]
(5.0, 0.0)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.axes import P
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class GrainTrade(Mechanism):
    """Exports pay for machines; imports depend on what oil brings in."""

    canon = ("external-debt-and-grain-import", "oil-rent")
    source = "economy trial run, tables of section 4 replaced by rules; Gaidar 2006"
    signs = (
        Sign("ambition", "export_plan", +1, {"turn": 1.0, "collectivised_share": 0.5}),
        Sign("oil_cushion", "grain_import", +1, {"gdp": 800.0, "grain_output": 160.0}),
        Sign("grain_output", "grain_import", -1, {"oil_cushion": 0.9, "gdp": 800.0, "grain_output": 175.0}),
    )

    free: float = fixed(0.9, "share", "1913: 9.5 of 18 Mt marketed")
    monopoly: float = fixed(0.5, "share", "assumption: state trade under NEP")
    drive: float = parameter(
        LogNormal(6.0, 0.25), "Mt at ambition 1", "exports 1930-31 about 5 Mt (assumption)"
    )
    machines: float = parameter(
        LogNormal(0.25, 0.2), "producer goods per head at which imports are replaced", "assumption"
    )
    allies: float = fixed(0.03, "t per head", "assumption: exports of 1960")
    want: float = parameter(
        LogNormal(0.36, 0.15), "t per head per log income", "grain use 1960-85 (assumption)"
    )
    buying: float = parameter(
        LogNormal(34.0, 0.25), "Mt at full cushion and income of 1980", "imports 1973-85"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return planned export, grain wanted, and import."""
        peace = jnp.clip(1.0 - 2.0 * now.war, 0.0, 1.0) * (1.0 - now.intervention)
        market = (1.0 - now.requisition) * (1.0 - now.collectivised_share)
        towns = 0.3 * (now.town_people + now.army)
        price = jnp.clip(year.forcing.grain_price, 0.1, 2.0)
        spare = jnp.maximum(now.market_offer - towns, 0.0) * market * jnp.minimum(price, 1.0) ** 0.5
        channel = self.free * (1.0 - now.soviet_power) + self.monopoly * now.soviet_power
        home_made = now.gross_output[P] / jnp.maximum(now.population, 1.0)
        lack = jnp.clip((self.machines - home_made) / (0.5 * self.machines), 0.0, 1.0)
        delivering = jnp.clip(3.0 * now.collectivised_share, 0.0, 1.0)
        drive = self.drive * now.ambition * now.turn * lack * delivering
        well_off = jnp.clip(now.expected_harvest / 100.0 - 0.3, 0.0, 1.0)
        sent = self.allies * now.satellite_area * well_off * (1.0 - now.restored)
        head = jnp.maximum(now.gdp / jnp.maximum(now.population, 1.0) / 0.6285, 0.3)
        wanted = now.population * (0.45 + self.want * jnp.log(head))
        means = self.buying * now.oil_cushion * (now.gdp / 774.0 * 0.53 / price) ** 0.5
        bought = jnp.clip(jnp.minimum(0.8 * (wanted - now.grain_output), means), 0.0, None)
        yield Set("export_plan", peace * (channel * spare + drive + sent))
        yield Set("grain_wanted", wanted)
        yield Set("grain_import", bought * peace)
