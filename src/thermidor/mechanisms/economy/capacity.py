r"""Plant and people in fixed tastes for each other: a normalised CES over vintages, per sector.

.. math:: Q_j = X_{0j}\,[\,\alpha k_j^{\rho} + (1 - \alpha)(q_j e\, l_j)^{\rho}\,]^{1/\rho}, \quad \rho =
   (\sigma - 1)/\sigma

:math:`k_j` is plant in efficiency units over that of the first year (an age beyond :math:`a_0` costs
:math:`\zeta` a year), :math:`q_j` the mean technique of the plant in use, :math:`l_j` labour in use.
Arrow, Chenery, Minhas and Solow 1961; Weitzman 1970 and Easterly and Fischer 1995 for a low
:math:`\sigma`; the normalisation matters as much as :math:`\sigma` (Klump and de La Grandville 2000).
Farming brings its own output.

>>> from thermidor.frame.example import state, year
>>> change = list(Capacity(worn=0.0)(state(), year()))[0]
>>> [round(float(x), 2) for x in change.value]
[51.85, 31.71, 19.49, 2.88, 4.0, 24.72]
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.axes import VINTAGES, A, P
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogitNormal, LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import FARM, NONFARM, at_start


@mechanism
class Capacity(Mechanism):
    """What plant by age, labour in use and order allow each sector to make."""

    canon = (
        "low-substitution-diminishing-returns", "voluntarist-sprint-exhaustion", "intervention-destruction",
        "reform-disruption", "labour-hoarding", "industrialisation-war-capacity",
    )  # fmt: skip
    source = "Arrow et al. 1961; Weitzman 1970; Popov 2010 on ageing plant; economy trial run"
    signs = (
        Sign("labour_force", "capacity", +1),
        Sign("labour_hoarding", "capacity", -1),
        Sign("hidden_capacity", "capacity", -1),
        Sign("disorder", "capacity", -1),
        Sign(
            "regulator_command",
            "capacity",
            +1,
            {"disorder": 0.8, "regulator_command": 0.5, "plant_capital": 100.0},
        ),
        Sign("disorganisation", "capacity", -1, {"regulator_command": 0.1, "regulator_market": 0.3}),
    )

    substitution: float = parameter(LogNormal(0.52, 0.32), "elasticity", "economy trial run, fitted 0.71")
    plant: float = parameter(
        LogNormal(0.27, 0.25), "capital weight of the first year", "economy trial run, fitted 0.34"
    )
    worn: float = parameter(LogNormal(0.018, 0.57), "1/year", "economy trial run, fitted 0.015")
    sound: float = fixed(12.0, "year", "economy trial run: age without loss")
    disorder: float = parameter(
        LogNormal(0.42, 0.18),
        "share at full disorder",
        "economy trial run: 0.56 without idle hands, who now add to it",
    )
    reform: float = parameter(
        LogNormal(0.48, 0.21), "share at full disorganisation", "economy trial run, fitted 0.35"
    )
    movable: float = parameter(
        LogitNormal(0.5, 0.5),
        "share at full command and machine building",
        "Harrison 1996 on evacuation (assumption)",
    )
    materials: float = parameter(LogNormal(0.25, 0.4), "exponent on working capital", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return gross output that plant, people and order allow."""
        made = self.combined(self.efficient_plant(now), self.labour_in_use(now))
        lost = 1 - self.moved(now)
        order = 1 - self.disorder * lost * now.disorder * DISLOCATED
        order = order * now.working_capital ** (self.materials * lost * DISLOCATED)
        loose = jnp.clip(1 - now.regulator_command, 0.0, 1.0)
        broken = jnp.clip(
            (self.reform + now.destruction_drive * now.restored) * loose * now.disorganisation, 0.0, 0.8
        )
        open_share = (1 - now.hidden_capacity) / (1 - at_start("hidden_capacity"))
        nonfarm = made * at_start("gross_output") * order * (1 - broken) * open_share
        farm = at_start("gross_output")[A] * now.agricultural_output / 100
        yield Set("capacity", nonfarm * NONFARM + farm * FARM)

    def moved(self, now: State) -> Array:
        """Return the share of dislocation that command over a large machine industry avoids by moving it."""
        machines = jnp.log(jnp.maximum(now.plant_capital[P] / at_start("plant_capital")[P], 1.0))
        return self.movable * now.regulator_command * jnp.clip(machines / 2, 0.0, 1.0)

    def efficient_plant(self, now: State) -> Array:
        """Return plant by sector in efficiency units, first year 1."""
        worth = jnp.exp(-self.worn * jnp.maximum(jnp.arange(len(VINTAGES)) - self.sound, 0.0))
        return (now.capital @ worth) / (at_start("capital") @ worth)

    def labour_in_use(self, now: State) -> Array:
        """Return effective labour by sector, first year 1."""
        used = now.labour_force * now.labour * (1 - now.labour_hoarding) / (1 - at_start("labour_hoarding"))
        first = at_start("labour_force") * jnp.maximum(at_start("labour"), 1e-3)
        return now.plant_technique * now.labour_effort * used / first

    def combined(self, plant: Array, labour: Array) -> Array:
        """Return output over that of the first year."""
        rho = (self.substitution - 1) / self.substitution
        rho = jnp.where(jnp.abs(rho) < 0.02, -0.02, rho)
        plant, labour = jnp.maximum(plant, 1e-3), jnp.maximum(labour, 1e-3)
        return (self.plant * plant**rho + (1 - self.plant) * labour**rho) ** (1 / rho)


DISLOCATED = jnp.array([0.0, 1.0, 1.0, 0.7, 0.85, 0.55])  # how far each sector hangs on transport (trial run)
