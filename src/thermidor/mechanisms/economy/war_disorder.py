r"""War dislocates transport and supply at once; order returns slowly, goods in process more slowly still.

.. math:: D = \max(w, (1 - r) D_{t-1}), \qquad \Delta k = \rho (1 - k)(1 - D) - \kappa D k

:math:`w` war on own soil. In the trial runs output came back too fast after the civil war with disorder
alone: harvest and herds return at once, rolling stock and materials in the pipeline :math:`k` do not.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(WarDisorder()(state(war=0.8, disorder=0.2), year())))
{'disorder': 0.8, 'working_capital': -0.184}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class WarDisorder(Mechanism):
    """Disorder rises with war in the same year and fades by a share a year; working capital is rebuilt."""

    canon = ("intervention-destruction", "war-devastation")
    source = "economy trial run, sections 2.1 and 11"
    signs = (Sign("war", "disorder", +1, {"disorder": 0.0}), Sign("war", "working_capital", -1))

    repair: float = parameter(LogNormal(0.48, 0.3), "1/year", "economy trial run, fitted 0.257")
    loss: float = parameter(LogNormal(0.23, 0.3), "1/year at full disorder", "assumption")
    rebuild: float = parameter(LogNormal(0.3, 0.3), "1/year", "recovery of railway freight (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return disorder and the change of working capital."""
        disorder = jnp.maximum(now.war, (1 - self.repair) * now.disorder)
        yield Set("disorder", disorder)
        built = self.rebuild * (1 - now.working_capital) * (1 - disorder)
        yield Add("working_capital", built - self.loss * disorder * now.working_capital)
