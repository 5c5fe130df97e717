r"""A party that has left the bench no longer asks for debate.

.. math:: \Delta Q = -a\,(w_0 - w)\,Q

:math:`w` members at the bench, :math:`w_0` their share in the first year, :math:`Q` freedom of debate:
members who owe their post to an appointment vote for who appoints.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PartyRecomposition()(state(party_worker_share=0.2, party_democracy=0.5), year())))
{'party_democracy': -0.008}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import METAS, State
from ...frame.year import Year


@mechanism
class PartyRecomposition(Mechanism):
    """Fewer members at the bench, less debate."""

    canon = ("party-social-recomposition",)
    source = "canon: party-social-recomposition; size an assumption"
    signs = (Sign("party_worker_share", "party_democracy", +1),)

    silence: float = fixed(0.04, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return debate lost as the party changes its members."""
        left = jnp.asarray(METAS["party_worker_share"].start) - now.party_worker_share
        yield Add("party_democracy", -self.silence * left * now.party_democracy)
