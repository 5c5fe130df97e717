r"""Births fall as town ways take hold, with a lag of habit; war, hunger and want postpone them.

.. math:: b = \Bigl[b_0 + \frac{b_1}{1 + e^{k(u^*/2 + \lambda q - z_0)}}\Bigr]
   (\tfrac14 c + \tfrac34 c_{-1})(1 + \mu p), \quad p' = \tfrac23 p + (1 - c)^{+}, \quad
   c = (1 - 4(m - .035))(1 - .35 w)(1 - \eta h)(1 - .4 d)(C/\bar C)^{\epsilon}

per thousand; :math:`u^*` non-farm share as habits have taken it in (8 per cent a year), :math:`q`
schooling, :math:`m` soldiers per adult, :math:`w` war, :math:`h` hunger of the calendar year, :math:`d`
disorganisation as far as markets rule, :math:`C/\bar C` consumption over habit (Easterlin 1976), :math:`p`
births put off, of which some are made up (Bongaarts and Feeney 1998). A child is born nine months after it
is conceived: three births in four stem from the year before. The logistic form replaces the exponential of
the trial run, under which the births of the 1950s came out a tenth too low.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(Births()(state(), year())))
>>> 6.4 < sum(v for k, v in got.items() if k.startswith("born")) < 7.4
True
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Births(Mechanism):
    """Births by the demographic transition and the troubles of the year."""

    canon = ("war-devastation",)
    source = "economy trial run 2.4; Biraben 1958 for the numbers; Easterlin 1976; Bongaarts and Feeney 1998"
    signs = (
        Sign("settled_town", "born", -1),
        Sign("war", "born", -1),
        Sign("hunger_felt", "conceptions", -1),
        Sign("conceptions", "born", +1),
        Sign("postponed", "born", +1),
        Sign("consumption_per_head", "conceptions", +1),
    )

    floor: float = parameter(LogNormal(13.0, 0.07), "per 1000", "economy trial run (fitted 14.1)")
    span: float = parameter(LogNormal(36.0, 0.05), "per 1000", "births of 1913: 46 per 1000")
    steep: float = parameter(LogNormal(10.0, 0.12), "1", "births of 1937-65 (assumption)")
    middle: float = parameter(LogNormal(0.41, 0.05), "mixed share", "births of 1937-65 (assumption)")
    letters: float = fixed(0.3, "1", "assumption: births fall as women read")
    hungry: float = parameter(
        LogNormal(3.0, 0.4), "share per unit of hunger", "births of 1932-35 (assumption)"
    )
    wealth: float = parameter(LogNormal(0.25, 0.5), "elasticity to consumption over habit", "Easterlin 1976")
    made_up: float = parameter(
        LogNormal(0.12, 0.5), "per birth put off", "Bongaarts and Feeney 1998 on tempo; births of 1946-50"
    )
    patience: float = fixed(0.67, "share a year", "assumption: births put off for years are not made up")
    gestation: float = fixed(0.75, "year", "nine months")
    habit: float = fixed(0.08, "1/year", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return births in village and town."""
        modern = 0.5 * now.settled_town + self.letters * year.forcing.schooling
        rate = self.floor + self.span / (1.0 + jnp.exp(self.steep * (modern - self.middle)))
        soldiers = jnp.clip(now.army / jnp.maximum(now.ages[1], 1.0) - 0.035, 0.0, 0.12)
        trouble = (1.0 - 0.35 * now.war) * (1.0 - jnp.clip(self.hungry * now.hunger_felt, 0.0, 0.6))
        used_to = jnp.clip(now.consumption_per_head / now.consumption_habit, 0.4, 1.6) ** self.wealth
        collapse = 1.0 - 0.4 * now.disorganisation * now.regulator_market
        conceived = (1.0 - 4.0 * soldiers) * trouble * collapse * used_to
        carried = conceived + self.gestation * (now.conceptions - conceived)
        total = rate / 1000.0 * carried * (1.0 + self.made_up * now.postponed)
        put_off = jnp.maximum(1.0 - conceived, 0.0)
        towns = now.workers + now.idle + now.employees + now.specialists + now.officials + now.dependants
        away = now.army + now.prisoners + now.exiles
        yield Move("born", "peasants", total * (now.peasants + now.kulaks + 0.5 * away))
        yield Move("born", "dependants", total * (towns + 0.5 * away))
        yield Set("conceptions", conceived)
        yield Set("postponed", self.patience * now.postponed + put_off)
        yield Set("settled_town", now.settled_town + self.habit * (now.nonfarm_share - now.settled_town))
