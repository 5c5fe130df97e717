r"""The model draws poor countries and is exported with the army: national interest, not revolution.

.. math:: q \mathrel{+}= 0.8, \quad v \mathrel{+}= 0.3, \\
          e \mathrel{+}= 0.8\,n, \quad p \mathrel{+}= 0.5, \\
          \delta \mathrel{+}= 0.4\,(p_r - 0.4) + 0.2\,v_c\,\tau

:math:`n` need of reconstruction; :math:`\delta` pull in agrarian countries, with prestige :math:`p_r`
and, after victory :math:`v_c`, tension :math:`\tau`, which brings aid.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ModelDiffusion(strength=1.0)(state(ussr_prestige=0.9), year())))["diffusion_drive"]
0.2
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ModelDiffusion(Mechanism):
    """Fast industry without the great powers attracts nationalists and officials."""

    canon = ("model-diffusion",)
    source = "canon: model-diffusion; polity and world trial run, section 2 (satellites)"
    signs = (
        Sign("ussr_prestige", "diffusion_drive", +1),
        Sign("us_ussr_tension", "diffusion_drive", +1, {"victory": 1.0}),
        Sign("reconstruction_need", "extraction_drive", +1),
    )

    strength: float = strength("foreign")
    hold: float = fixed(0.8, "index", "polity and world trial run (assumption)")
    speed: float = fixed(0.3, "1/year", "polity and world trial run (assumption)")
    repair: float = fixed(0.8, "index", "polity and world trial run (assumption)")
    payment: float = fixed(0.5, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        aid = 0.2 * now.victory * now.us_ussr_tension
        yield Add("diffusion_drive", self.strength * (0.4 * (now.ussr_prestige - 0.4) + aid))
        yield Add("satellite_drive", self.strength * self.hold)
        yield Add("statification_speed", self.strength * self.speed)
        yield Add("extraction_drive", self.strength * self.repair * now.reconstruction_need)
        yield Add("allegiance_drive", self.strength * self.payment)
