r"""Orders and reports pass through those who are judged by them, and lose truth.

.. math:: \Delta i = s\,[\,i_0 + i_1\,c\,(1 - w)(1 - d) + d\,(o_0 + o_1 e^{-w / w_0})
   + i_2\,(c + d)\,m - i\,]

:math:`c` command, :math:`w` workers' control, :math:`d` weight of democratic decision, :math:`m` what plant
allows and supplies do not: who expects to go short asks for more than he needs. Elected and recallable
bodies, who gain nothing from false figures, lower :math:`i`. Open books do not by themselves make reports
true: who sees a padded norm speaks of it as far as the gain comes home to him, and padding falls with
workers' control to what uncertain supply alone makes wise. The curve is that of
``planning/enterprise/openness`` at its usual conditions, workers' control being the part that comes home.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, supply_shortfall=0.05, worker_control=0.0)
>>> amounts(list(InformationDistortion()(now, year())))
{'info_distortion': 0.06174}
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
    """The gap between reported and true figures widens with command and with want of supplies."""

    canon = ("success-indicator-distortion", "democratic-planning-regulation")
    source = "Nove 1977; Ericson 1991; coefficients an assumption"
    signs = (
        Sign("supply_shortfall", "info_distortion", +1),
        Sign("regulator_democratic", "info_distortion", -1, {"regulator_command": 0.9}),
        Sign("worker_control", "info_distortion", -1, {"regulator_command": 0.9}),
    )

    base: float = fixed(0.04, "share", "assumption")
    command: float = parameter(
        LogNormal(0.2, 0.4), "share", "planning/enterprise/padding, inspectors; capacity hidden a tenth"
    )
    open_books: float = fixed(0.05, "share", "planning/enterprise/openness, all that is gained comes home")
    silence: float = fixed(0.068, "share", "planning/enterprise/openness, nothing of it comes home")
    voice: float = fixed(0.235, "workers' control that opens most mouths", "planning/enterprise/openness")
    want: float = parameter(
        LogNormal(1.7, 0.4), "share per unit of supplies missing", "planning/enterprise/padding, inspectors"
    )
    believed: float = fixed(0.2, "share of supplies missing beyond which no more is asked", "assumption")
    speed: float = fixed(0.25, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the change of distortion."""
        alone = (1 - now.worker_control) * (1 - now.regulator_democratic)
        planned = now.regulator_command + now.regulator_democratic  # markets ask for no reports
        missing = planned * jnp.minimum(now.supply_shortfall, self.believed)
        told = self.open_books + self.silence * jnp.exp(-now.worker_control / self.voice)
        aim = self.base + self.command * now.regulator_command * alone + self.want * missing
        aim = aim + now.regulator_democratic * told
        yield Add("info_distortion", self.speed * (aim - now.info_distortion))
