r"""Labour law binds workers to the plant as far as coercion reaches; a free hand remains to most.

.. math:: \mu' = \mu + 0.3\,((0.5 + n\,d)\,(1 - 0.7\,X - 0.5\,\lambda)^{+} - \mu)

:math:`\mu` is turnover at will, :math:`X` coercion, :math:`\lambda` the control of labour that closures
claim, :math:`d` new workers from the village in all workers. Half of the workforce changed its job in a
year of free movement, and a newcomer several times.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(labour_mobility=0.5, coercion=0.8, labour_drive=0.4, urban_dilution=0.0)
>>> amounts(list(LabourLaw()(now, year())))
{'labour_mobility': -0.114}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class LabourLaw(Mechanism):
    """Coercion and bondage lower the turnover of labour."""

    canon = ("state-slavery",)
    source = "Filtzer 1986; slot labour"
    signs = (
        Sign("coercion", "labour_mobility", -1),
        Sign("labour_drive", "labour_mobility", -1),
        Sign("urban_dilution", "labour_mobility", +1),
    )

    free: float = fixed(0.5, "share per year", "assumption after labour turnover under free movement")
    newcomer: float = fixed(8.0, "changes of job", "turnover of 1930-31; Filtzer 1986 on new workers")
    speed: float = fixed(0.3, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the change of turnover at will."""
        bound = 0.7 * now.coercion + 0.5 * jnp.clip(now.labour_drive, -0.5, 1.0)
        aim = (self.free + self.newcomer * now.urban_dilution) * jnp.clip(1 - bound, 0.05, 1.5)
        yield Add("labour_mobility", self.speed * (aim - now.labour_mobility))
