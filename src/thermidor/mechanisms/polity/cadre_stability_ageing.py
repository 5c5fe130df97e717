r"""Leaders secure in office grow old together and stop correcting mistakes.

.. math:: \Delta i = a\,\frac{(c - 55)^{+}}{15}\,(1 - i), \quad \Delta \kappa = b\,\frac{(c
   - 55)^{+}}{15}\,(1 - \kappa)

:math:`c` is the mean age of leading cadres, :math:`i` distortion of reports, :math:`\kappa` cohesion:
old comrades do not report each other.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(cadre_age=67.0, info_distortion=0.3, bureaucracy_cohesion=0.4)
>>> amounts(list(CadreStabilityAgeing()(now, year())))
{'info_distortion': 0.0112, 'bureaucracy_cohesion': 0.0048}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class CadreStabilityAgeing(Mechanism):
    """Age of cadres raises distortion and cohesion."""

    canon = ("cadre-stability-ageing",)
    source = "Hough 1979; Olson 2000 on collusion of insiders; coefficients are assumptions"
    signs = (
        Sign("cadre_age", "info_distortion", +1, {"cadre_age": 60.0}),
        Sign("cadre_age", "bureaucracy_cohesion", +1, {"cadre_age": 60.0}),
    )

    silence: float = parameter(LogNormal(0.02, 0.4), "1/year", "assumption")
    together: float = parameter(LogNormal(0.01, 0.4), "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what age does."""
        old = jnp.clip((now.cadre_age - 55) / 15, 0.0, 1.5)
        yield Add("info_distortion", self.silence * old * (1 - now.info_distortion))
        yield Add("bureaucracy_cohesion", self.together * old * (1 - now.bureaucracy_cohesion))
