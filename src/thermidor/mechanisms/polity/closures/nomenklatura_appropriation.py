r"""Officials use a movement for democracy to take state property for themselves.

.. math:: \Delta \rho = 0.08\,f\,(1 - O) + 0.15\,m\,(1-O), \quad \Delta n = -0.2\,e\,F\,(1 - O)\,n

:math:`f` is reform, :math:`m` people in open movement, :math:`O` workers' self-organisation, :math:`F`
the party of restoration; after the end :math:`e` insiders take what nobody defends.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(reform=1.0, mass_mobilisation=0.3, worker_self_organisation=0.1, restored=1.0,
...     restoration_faction=0.9)
>>> amounts(list(NomenklaturaAppropriation(strength=1.0)(now, year())))
{'restoration_drive': 0.1125, 'nationalised_share': -0.0162}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class NomenklaturaAppropriation(Mechanism):
    """A movement without workers' organisation is used to appropriate."""

    canon = ("nomenklatura-appropriation",)
    source = "Grant 1997; Solnick 1998; slot restoration"
    signs = (
        Sign("reform", "restoration_drive", +1),
        Sign("worker_self_organisation", "restoration_drive", -1, {"reform": 1.0}),
        Sign("restored", "nationalised_share", -1, {"restoration_faction": 0.9, "nationalised_share": 0.9}),
    )

    strength: float = strength("restoration")
    opening: float = fixed(0.08, "1", "polity trial run (assumption)")
    movement: float = fixed(0.15, "1", "polity trial run (assumption)")
    taking: float = fixed(0.2, "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the gain that a movement opens to officials, and what they take."""
        undefended = 1 - now.worker_self_organisation
        gain = (self.opening * now.reform + self.movement * now.mass_mobilisation) * undefended
        yield Add("restoration_drive", self.strength * gain)
        insiders = now.restored * now.restoration_faction * undefended
        yield Add("nationalised_share", -self.strength * self.taking * insiders * now.nationalised_share)
