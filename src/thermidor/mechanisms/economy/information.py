r"""Orders and reports pass through those who are judged by them, and lose truth.

.. math:: \Delta i = s\,[\,i_0 + i_1\,c\,(1 - w)(1 - d) + d\,(o_0 + o_1 e^{-w / w_0})
   + i_2\,(c + d)\max(0, \tau - 1) - i\,]

:math:`c` command, :math:`w` workers' control, :math:`d` weight of democratic decision, :math:`\tau` tautness.
Elected and recallable bodies, who gain nothing from false figures, lower :math:`i`. Open books do not by
themselves make reports true: who sees a padded norm speaks of it as far as the gain comes home to him, and
padding falls with workers' control to what uncertain supply alone makes wise. The curve is that of
``planning/enterprise/openness`` at its usual conditions, workers' control being the part that comes home.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, plan_tautness=1.2, worker_control=0.0)
>>> amounts(list(InformationDistortion()(now, year())))
{'info_distortion': 0.067015}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class InformationDistortion(Mechanism):
    """The gap between reported and true figures widens with command and taut targets."""

    canon = ("success-indicator-distortion", "democratic-planning-regulation")
    source = "Nove 1977; Ericson 1991; coefficients an assumption"
    signs = (
        Sign("plan_tautness", "info_distortion", +1),
        Sign("regulator_democratic", "info_distortion", -1, {"regulator_command": 0.5}),
        Sign("worker_control", "info_distortion", -1, {"regulator_command": 0.9}),
    )

    base: float = fixed(0.04, "share", "assumption")
    command: float = parameter(LogNormal(0.25, 0.4), "share", "assumption")
    open_books: float = fixed(0.05, "share", "planning/enterprise/openness, all that is gained comes home")
    silence: float = fixed(0.068, "share", "planning/enterprise/openness, nothing of it comes home")
    voice: float = fixed(0.235, "workers' control that opens most mouths", "planning/enterprise/openness")
    taut: float = parameter(LogNormal(0.3, 0.4), "share per unit of tautness above 1", "assumption")
    speed: float = fixed(0.25, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the change of distortion."""
        alone = (1 - now.worker_control) * (1 - now.regulator_democratic)
        planned = now.regulator_command + now.regulator_democratic  # markets know no targets to miss
        over = planned * jnp.clip(now.plan_tautness - 1, 0.0, 0.5)
        told = self.open_books + self.silence * jnp.exp(-now.worker_control / self.voice)
        aim = self.base + self.command * now.regulator_command * alone + self.taut * over
        aim = aim + now.regulator_democratic * told
        yield Add("info_distortion", self.speed * (aim - now.info_distortion))
