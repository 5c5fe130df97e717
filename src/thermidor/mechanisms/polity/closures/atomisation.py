r"""Repression and upheaval leave workers apart from each other and without organisations of their own.

.. math:: \Delta O = -a\,O\,(X + 2\,i), \quad \Delta \lambda = b\,X\,(1 - O)

:math:`X` is coercion, :math:`i` the share of workers new to industry, :math:`O` self-organisation,
:math:`\lambda` the control of labour.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(coercion=0.6, recent_influx=0.5, worker_self_organisation=0.3)
>>> amounts(list(Atomisation(strength=1.0)(now, year())))
{'worker_self_organisation': -0.0288, 'labour_drive': 0.126}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class Atomisation(Mechanism):
    """Coercion and the influx from the village dissolve workers' organisation."""

    canon = ("atomisation",)
    source = "Ticktin 1992; Filtzer 1986; slot labour"
    signs = (
        Sign("coercion", "worker_self_organisation", -1),
        Sign("recent_influx", "worker_self_organisation", -1),
    )

    strength: float = strength("labour")
    loss: float = fixed(0.06, "1/year", "polity trial run (assumption)")
    grip: float = fixed(0.3, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the loss of organisation."""
        apart = now.coercion + 2 * now.recent_influx
        yield Add(
            "worker_self_organisation", -self.strength * self.loss * apart * now.worker_self_organisation
        )
        yield Add(
            "labour_drive", self.strength * self.grip * now.coercion * (1 - now.worker_self_organisation)
        )
