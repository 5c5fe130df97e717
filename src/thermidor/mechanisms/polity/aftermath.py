r"""A political revolution keeps property and returns power; a sale of property opens the vote in part.

.. math:: \Delta D = 0.5\,(0.8 - D)\,R + 0.15\,(0.35 - D)^{+}\,P, \quad \Delta B = 0.5\,(0.2
   - B)\,R, \quad \Delta n = -0.03\,t\,n

:math:`R` marks a political revolution and :math:`P` a return of private property or a change of form,
each in its first six years; :math:`D` soviet democracy, :math:`B` autonomy of the apparatus, :math:`n`
the nationalised share, which falls where title is made heritable (:math:`t`). Canon: democracy to 0.8,
autonomy to 0.2, state property unchanged. What a sale of property does to the state share is said where
property is.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(revolution_won=1.0, ended=1.0, ended_years=1.0, soviet_democracy=0.1,
...     bureaucracy_autonomy=0.9)
>>> after = amounts(list(Aftermath()(now, year())))
>>> after["soviet_democracy"], after["bureaucracy_autonomy"]
(0.35, -0.35)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Aftermath(Mechanism):
    """Who wins decides over democracy, apparatus and title."""

    canon = ("political-revolution", "nomenklatura-appropriation")
    source = "Trotsky 1936, chapter 11; canon: political-revolution; paces are assumptions"
    signs = (
        Sign("revolution_won", "soviet_democracy", +1, {"soviet_democracy": 0.1}),
        Sign("revolution_won", "bureaucracy_autonomy", -1, {"bureaucracy_autonomy": 0.9}),
        Sign("restored", "ended", +1),
        Sign("title_transferable", "nationalised_share", -1, {"nationalised_share": 0.9, "turn": 1.0}),
    )

    title: float = parameter(LogNormal(0.03, 0.4), "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return democracy, autonomy, property, and the years since."""
        sold = jnp.maximum(now.restored, now.form_changed)
        ended = jnp.maximum(now.revolution_won, sold)
        fresh = jnp.clip(6 - now.ended_years, 0.0, 1.0)
        free, autonomy = now.soviet_democracy, now.bureaucracy_autonomy
        power = 0.5 * fresh * now.revolution_won
        vote = 0.15 * fresh * sold * jnp.maximum(0.35 - free, 0.0)
        yield Add("soviet_democracy", power * jnp.maximum(0.8 - free, 0.0) + vote)
        yield Add("bureaucracy_autonomy", -power * jnp.maximum(autonomy - 0.2, 0.0))
        yield Add(
            "nationalised_share",
            -self.title * year.lever.title_transferable * now.turn * now.nationalised_share,
        )
        yield Set("ended_years", jnp.where(ended > 0, now.ended_years + 1, 0.0))
        yield Set("ended", ended)
