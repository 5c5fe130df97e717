r"""New plant comes nearer to the frontier the further behind, the more open and the more is built.

.. math:: \Delta \ln z = [\,\phi (F_0 F / z - 1)\, o\,(1 + \mu)\, a\,(1 + \pi) + g_0 + g\,](1 - \beta)

:math:`F` frontier, :math:`o = 1 - 0.55\,\text{embargo}`, :math:`\mu` imported machines in investment,
:math:`a` building activity, :math:`\pi` compulsion to renew (market or closure), :math:`g` growth premium
and :math:`\beta` brake of the closures. Gerschenkron 1952; Abramovitz 1986; Brada and Hoffman 1982 on
imported technique.

>>> from thermidor.frame.example import amounts, state, year
>>> change = list(CatchUp()(state(), year()))[0]
>>> round(float(change.value[0]), 4)
1.0118
"""

from collections.abc import Iterator

import jax.numpy as jnp
import numpy as np

from ...frame.axes import VINTAGES
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class CatchUp(Mechanism):
    """The technique of new plant follows the frontier, slowed by embargo and closures."""

    canon = ("catch-up-convergence", "technology-embargo", "market-regulation-anarchy", "oil-rent")
    source = "Abramovitz 1986; Brada and Hoffman 1982; economy trial run, section 2.2"
    signs = (
        Sign("frontier", "innovation_rate", +1),
        Sign("technology_embargo", "innovation_rate", -1),
        Sign("machine_imports", "innovation_rate", +1),
        Sign("growth_premium", "innovation_rate", +1),
        Sign("technique_brake", "innovation_rate", -1),
        Sign("innovation_pull", "innovation_rate", +1),
        Sign("investment_share", "innovation_rate", +1, {"investment_share": 0.03}),
    )

    speed: float = parameter(LogNormal(0.005, 0.28), "1/year", "economy trial run, fitted 0.0093")
    distance: float = parameter(
        LogNormal(2.65, 0.14), "frontier over own technique at first", "economy trial run, fitted 3.0"
    )
    own: float = parameter(LogNormal(0.0032, 0.48), "1/year", "economy trial run, fitted 0.0047")
    imported: float = parameter(
        LogNormal(0.7, 0.5), "per unit share", "economy trial run; Brada and Hoffman 1982"
    )
    embargo: float = fixed(0.55, "share", "economy trial run (assumption)")
    compelled: float = fixed(0.3, "per unit weight of markets", "competition (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return technique by year of making, and the share of plant renewed."""
        newest = now.technique[0]
        behind = jnp.clip(self.distance * year.forcing.frontier / newest - 1, 0.0, 8.0)
        open_to = 1 - self.embargo * now.technology_embargo
        machines = jnp.clip(now.machine_imports / jnp.maximum(now.investment, 0.5), 0.0, 1.0)
        active = jnp.clip(now.investment_share / 0.10, 0.0, 1.0)
        compelled = (
            1 + now.innovation_pull + self.compelled * (now.regulator_market - 0.5) * now.regulator_market
        )
        followed = self.speed * behind * open_to * (1 + self.imported * machines) * active * compelled
        growth = (followed + self.own + now.growth_premium) * (1 - jnp.clip(now.technique_brake, 0.0, 0.9))
        risen = 1 + NEWEST * jnp.clip(growth, -0.02, 0.12)
        yield Set("technique", now.technique * risen)
        yield Set(
            "innovation_rate", jnp.clip(growth, -0.02, 0.12) + now.capital[:, 0].sum() / now.capital.sum()
        )


NEWEST = np.eye(len(VINTAGES))[0]
