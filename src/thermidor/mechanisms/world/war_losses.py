r"""Losses of an invasion against the recorded ones: surprise and the weight of industry.

.. math:: \ell = (1 + s(\pi - 1))\,(\bar q / q)^{e}

:math:`\pi` the treaty (1 as recorded), :math:`q` industrial output, :math:`\bar q` the same in the
recorded war. Nought in peace; in other wars the share of the recorded war that is fought.

>>> from thermidor.frame.example import amounts, state, year
>>> war = year(invasion=1.0)
>>> usual = state(invasion_force=1.0, industrial_output=450.0)
>>> amounts(list(WarLosses()(usual, war)))
{'war_scale': 1.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class WarLosses(Mechanism):
    """A treaty trusted too long and thin industry make the same invasion cost more."""

    canon = (
        "pact-misjudgement",
        "industrialisation-war-capacity",
        "war-devastation",
    )
    source = "canon: pact-misjudgement, industrialisation-war-capacity; sizes are assumptions"
    signs = (
        Sign("pact", "war_scale", +1, {"invasion_force": 1.0, "pact": 0.5}),
        Sign("industrial_output", "war_scale", -1, {"invasion_force": 1.0, "industrial_output": 400.0}),
    )

    surprise: float = parameter(
        LogNormal(0.15, 0.5), "share of losses", "polity and world trial run (assumption)"
    )
    industry: float = fixed(
        450.0,
        "industrial output, 1913=100",
        "polity and world trial run (assumption): year before the invasion",
    )
    weight: float = fixed(0.2, "elasticity", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        surprise = 1 + self.surprise * (year.lever.pact - 1)
        industry = (self.industry / jnp.maximum(now.industrial_output, 30.0)) ** self.weight
        # The war itself ruins industry: judged anew each year, losses would feed on themselves.
        outbreak = jnp.clip(surprise * industry, 0.5, 2.0)
        invaded = jnp.where(now.war_scale > 0, now.war_scale, outbreak)
        recorded = jnp.maximum(year.forcing.invasion, year.forcing.war_on_own_soil)
        fought = jnp.clip(now.fighting / jnp.maximum(recorded, 1e-6), 0.0, 1.2)
        yield Set("war_scale", jnp.where(now.invasion_force > 0, invaded, fought))
