r"""Offices are filled from employees and workers; schools turn employees into specialists.

.. math:: O' = S, \qquad X' = X + 0.1\,(N_a(0.02 + x\,q^4) - X)

:math:`S` size of the apparatus as the polity has it, :math:`N_a` town adults, :math:`q` adults with
schooling. Promotion from the bench is one of the ways in which the old working class is spent.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(OfficialsAndSpecialists()(state(bureaucracy_size=1.0, officials=0.8), year())))
>>> round(got["employees > officials"] + got["workers > officials"], 3)
0.2
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class OfficialsAndSpecialists(Mechanism):
    """The apparatus and the educated grow out of employees and workers."""

    canon = ("war-attrition-of-working-class", "bureaucratic-expansion")
    source = "Fitzpatrick 1979 on promotion; specialists 1913-80: Narodnoe khozyaistvo"
    signs = (
        Sign("bureaucracy_size", "officials", +1, {"bureaucracy_size": 1.2}),
        Sign("schooling", "specialists", +1, {"schooling": 0.6}),
    )

    bench: float = fixed(0.4, "share", "assumption: new officials who come from the bench")
    trained: float = parameter(
        LogNormal(0.16, 0.2), "share of town adults", "specialists of 1980: about 28 million"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return promotions and removals."""
        more = jnp.maximum(now.bureaucracy_size - now.officials, 0.0)
        fewer = jnp.maximum(now.officials - now.bureaucracy_size, 0.0)
        yield Move("employees", "officials", (1.0 - self.bench) * more)
        yield Move("workers", "officials", self.bench * more)
        yield Move("officials", "employees", fewer)
        adults = now.town_people * now.ages[1] / jnp.maximum(now.ages.sum(), 1.0)
        aim = adults * (0.02 + self.trained * jnp.clip(year.forcing.schooling, 0.0, 1.0) ** 4)
        step = 0.1 * (aim - now.specialists)
        yield Move("employees", "specialists", jnp.maximum(step, 0.0))
        yield Move("specialists", "employees", jnp.maximum(-step, 0.0))
