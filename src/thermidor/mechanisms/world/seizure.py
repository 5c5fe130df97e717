r"""Power is taken where the old state is weakest: the start of every run, not its result.

.. math:: s_t = \max(s_{t-1}, \; \mathrm{seizure}_t)

A backward country, a sudden end of the war and a stimulus to movements abroad are given with it; the
state of that year (peasants four fifths, little industry, wide soviet democracy) is declared in the frame.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Seizure(stimulus=0.2)(state(revolution_wave=0.3), year())))
{'revolution_wave': 0.2, 'soviet_power': 1.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Seizure(Mechanism):
    """The new state exists from the year of the seizure of power; movements abroad take heart."""

    canon = ("weakest-link-seizure",)
    source = "canon: weakest-link-seizure; initial condition of every run"
    signs = (
        Sign("soviet_power", "soviet_power", +1),
        Sign("soviet_power", "revolution_wave", +1, {"revolution_wave": 0.3}),
    )

    stimulus: float = fixed(0.1, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        new = jnp.maximum(year.forcing.soviet_power - now.soviet_power, 0.0)
        yield Add("revolution_wave", self.stimulus * new)
        yield Set("soviet_power", jnp.maximum(now.soviet_power, year.forcing.soviet_power))
