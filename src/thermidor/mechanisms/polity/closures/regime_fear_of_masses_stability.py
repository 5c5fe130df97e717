r"""The regime lasts while backwardness, encirclement, rivals at odds and quiet abroad act together.

.. math:: \Delta \varphi = a\,(\tfrac14(\iota + v + b + (1 - w)) - 0.5), \quad \Delta \omega = 0.5\,w

:math:`\iota` is isolation, :math:`v` rivalry among the powers, :math:`b` the official layer less
culture, :math:`w` the wave of revolutions. The hazard is an exponential of the sum: the conditions work
together and fall together.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(isolation=0.9, inter_imperialist_rivalry=0.2, bureaucracy_size=12.0, population=280.0,
...     revolution_wave=0.1)
>>> amounts(list(RegimeFearOfMassesStability(strength=1.0)(now, year())))
{'revolt_fear': 0.073661, 'revolt_weight': 0.05}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class RegimeFearOfMassesStability(Mechanism):
    """Conditions abroad and at home that together hold a movement back, or let it go."""

    canon = ("regime-fear-of-masses-stability",)
    source = "Pablo 1945; slots end and crisis"
    signs = (
        Sign("isolation", "revolt_fear", +1),
        Sign("revolution_wave", "revolt_fear", -1),
        Sign("inter_imperialist_rivalry", "revolt_fear", +1),
        Sign("culture_level", "revolt_fear", -1),
    )

    strength: float = strength("end")
    weight: float = fixed(0.5, "1", "polity trial run (assumption)")
    wave: float = fixed(0.5, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what holds the masses back."""
        layer = jnp.clip(now.bureaucracy_size / (0.06 * jnp.maximum(now.population, 1.0)), 0.0, 1.0)
        quiet = 1 - now.revolution_wave
        held = 0.25 * (
            now.isolation + now.inter_imperialist_rivalry + layer * (1 - 0.5 * now.culture_level) + quiet
        )
        yield Add("revolt_fear", self.strength * self.weight * (held - 0.5))
        yield Add("revolt_weight", self.strength * self.wave * now.revolution_wave)
