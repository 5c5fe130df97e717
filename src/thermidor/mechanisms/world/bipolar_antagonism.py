r"""A great power among great powers holds what its rivals' arms make worth holding.

.. math:: q \mathrel{+}= 0.5 + 0.6\,\lambda, \quad v \mathrel{+}= 0.5, \\
          e \mathrel{+}= 0.5\,n, \quad p \mathrel{+}= 0.45

:math:`\lambda` log rival pressure between nought and one, :math:`n` need of reconstruction.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(BipolarAntagonism(strength=1.0)(state(rival_log_pressure=0.5), year())))["satellite_drive"]
0.8
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class BipolarAntagonism(Mechanism):
    """Competition of arms decides how far the empire reaches and what it costs."""

    canon = ("bipolar-antagonism",)
    source = "Polity and world trial run, section 2 (satellites, statification, transfer)"
    signs = (
        Sign("rival_log_pressure", "satellite_drive", +1, {"rival_log_pressure": 0.4}),
        Sign("reconstruction_need", "extraction_drive", +1),
    )

    strength: float = strength("foreign")
    speed: float = fixed(0.5, "1/year", "polity and world trial run (assumption)")
    repair: float = fixed(0.5, "index", "polity and world trial run (assumption)")
    payment: float = fixed(0.45, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        pressure = jnp.clip(now.rival_log_pressure, 0.0, 1.0)
        yield Add("satellite_drive", self.strength * (0.5 + 0.6 * pressure))
        yield Add("statification_speed", self.strength * self.speed)
        yield Add("extraction_drive", self.strength * self.repair * now.reconstruction_need)
        yield Add("allegiance_drive", self.strength * self.payment)
