r"""Upper officials want what they hold to be free, safe and heritable.

.. math:: \Delta \rho = 0.55\,\alpha + 0.35\,\sigma + 0.25\,f - 0.3\,X

:math:`\alpha` is the wish for title, :math:`\sigma` stagnation, :math:`f` reform under way, :math:`X`
the coercion that makes it dangerous. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(aspiration=0.6, stagnation=0.4, reform=0.4, coercion=0.1)
>>> amounts(list(InheritanceAspiration(strength=1.0)(now, year())))
{'restoration_drive': 0.54}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class InheritanceAspiration(Mechanism):
    """The wish for heritable title, less its risk, feeds the party of restoration."""

    canon = ("inheritance-aspiration",)
    source = "Trotsky 1936, chapter 9; slot restoration"
    signs = (
        Sign("aspiration", "restoration_drive", +1),
        Sign("coercion", "restoration_drive", -1),
    )

    strength: float = strength("restoration")
    wish: float = fixed(0.55, "1", "polity trial run (assumption)")
    failure: float = fixed(0.35, "1", "polity trial run (assumption)")
    opening: float = fixed(0.25, "1", "polity trial run (assumption)")
    risk: float = fixed(0.3, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the gain from title less its risk."""
        gain = self.wish * now.aspiration + self.failure * now.stagnation + self.opening * now.reform
        yield Add("restoration_drive", self.strength * (gain - self.risk * now.coercion))
