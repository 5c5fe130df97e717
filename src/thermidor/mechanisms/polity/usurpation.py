r"""The pull of power from soviets to apparatus: the origin a theory names, damped by development.

.. math:: u = k_{or}\, o\, (1.2 - 0.57 c)

:math:`o` sum of origin closures, :math:`c` culture (the factor is 1 at the culture of the first year).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Usurpation(origin=0.5)(state(origin_drive=0.6), year())))
{'usurpation': 0.30015}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import above


@mechanism
class Usurpation(Mechanism):
    """Whatever the origin, an educated society resists it better."""

    canon = ("development-lowers-degeneration-risk",)
    source = "canon: slot origin; trial run of the polity block"
    signs = (
        Sign("origin_drive", "usurpation", +1),
        Sign("culture_level", "usurpation", -1, {"origin_drive": 0.5}),
    )

    origin: float = parameter(Uniform(0.25, 0.75), "1/year", "equal width for every theory (k_or)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pull per year."""
        resistance = jnp.clip(1.2 - 0.57 * now.culture_level, 0.4, 1.2)
        yield Set("usurpation", self.origin * above(now.origin_drive) * resistance)
