r"""A guaranteed job makes hands hard to move: effort and renewal slacken, and consent is bought.

.. math:: h \mathrel{+}= h_g\,G\,n, \qquad \beta \mathrel{+}= b\,G\,n\,h, \qquad e \mathrel{-}=
   \epsilon\,G\,n\,(1 - u/u_0)

:math:`G` the commitment (a lever), :math:`n` nationalised share, :math:`u` unemployment, :math:`h` hoarding.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=1.0, unemployment=0.0)
>>> amounts(list(FullEmploymentContract(strength=1.0)(now, year())))
{'hoarding_drive': 0.03, 'effort_drive': -0.03, 'technique_brake': 0.02}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class FullEmploymentContract(Mechanism):
    """No dismissal: less effort, slower renewal."""

    canon = ("full-employment-contract",)
    source = "Granick 1987; Ticktin 1992; slot labour"
    signs = (
        Sign("nationalised_share", "hoarding_drive", +1),
        Sign("job_guarantee", "effort_drive", -1, {"nationalised_share": 1.0, "unemployment": 0.0}),
        Sign("labour_hoarding", "technique_brake", +1, {"nationalised_share": 1.0}),
    )

    strength: float = strength("labour")
    kept: float = fixed(0.03, "share of workforce", "assumption")
    effort: float = fixed(0.03, "share", "assumption")
    brake: float = fixed(0.4, "share per unit of hoarding", "assumption")
    usual: float = fixed(0.08, "share", "unemployment at which the sack is feared")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return hoarding, effort and technique lost."""
        bound = year.lever.job_guarantee * now.nationalised_share
        safe = jnp.clip(1 - now.unemployment / self.usual, 0.0, 1.0)
        yield Add("hoarding_drive", self.strength * self.kept * bound)
        yield Add("effort_drive", -self.strength * self.effort * bound * safe)
        yield Add("technique_brake", self.strength * self.brake * bound * now.labour_hoarding)
