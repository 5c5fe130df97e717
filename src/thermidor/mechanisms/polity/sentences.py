r"""Camps fill by sentence and empty by release, amnesty and death.

.. math:: a = c\,1.6\,X^{1.3}\frac{N}{180}\,\tau + 0.6\,A, \quad u = r + 0.25\,e\,(1 - L) + 0.1\,w
   + \beta\,e\,d

million persons a year: :math:`X` coercion, :math:`N` people, :math:`\tau` opens with the turn,
:math:`A` political arrests less executions; releases at rate :math:`u` with the excess :math:`e = (1 -
x^{*}/X)^{+}` of camps over what rulers still need, without a strong leader :math:`L`, in war :math:`w`,
and on the death :math:`d` of a leader. With 0.4 million in and a fifth out a year the stock is two
million (Miller and Smith 2015, no-shirking condition with a camp spell, steady state).

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(turn=1.0, coercion=0.8, population=180.0, prisoners=2.0, repression=1.0,
...     leader_concentration=0.7, coercion_drive=0.8)
>>> amounts(list(Sentences(sentences=0.45, release=0.2)(now, year())))
{'arrested': 0.08898, 'released': 0.4, 'camp_deaths': 0.035777}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Sentences(Mechanism):
    """Coercion fills the camps; needlessness, war and successions empty them."""

    canon = ("forced-labour-accumulation",)
    source = "Miller and Smith 2015; Zemskov 1991; trial run of the polity block"
    signs = (
        Sign("coercion", "arrested", +1, {"turn": 1.0}),
        Sign("coercion_drive", "released", -1, {"coercion": 0.6}),
        Sign("leader_fell", "released", +1, {"coercion": 0.6}),
        Sign("hunger", "camp_deaths", +1),
    )

    sentences: float = parameter(
        Uniform(0.3, 0.6), "million per year", "polity trial run; inflow 0.4 million (Miller and Smith 2015)"
    )
    release: float = parameter(
        Uniform(0.15, 0.25), "1/year", "polity trial run; release 0.2 (Miller and Smith 2015)"
    )
    thaw: float = parameter(Uniform(0.3, 0.7), "share", "polity trial run")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return sentences, releases and deaths in camps."""
        opened = jnp.clip(now.turn_years / 6, 0.0, 1.0)
        law = 1.6 * now.coercion**1.3 * opened + 0.1 * now.coercion
        political = jnp.maximum(now.repression * now.ages[1] / 1000 - now.executions, 0.0)
        yield Set("arrested", self.sentences * law * now.population / 180 + 0.6 * political)
        excess = jnp.clip(1 - now.coercion_drive / jnp.maximum(now.coercion, 0.02), 0.0, 1.0)
        out = self.release + 0.25 * excess * (1 - now.leader_concentration) + 0.1 * now.war
        out = out + self.thaw * excess * now.leader_fell
        yield Set("released", jnp.clip(out, 0.0, 0.9) * now.prisoners)
        hard = jnp.clip(0.02 + 0.5 * now.hunger + 0.08 * now.war + 0.05 * now.terror, 0.0, 0.3)
        yield Set("camp_deaths", hard * jnp.sqrt(jnp.clip(now.coercion, 0.0, 1.0)) * now.prisoners)
