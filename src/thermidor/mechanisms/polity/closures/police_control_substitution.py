r"""Where neither market nor democracy regulates, police must.

.. math:: \Delta x^{*} = (1 - r_m - 1.6\,r_d)\,(0.35 + 0.65\,B)

:math:`r_m, r_d` are the weights of market and democratic regulation, :math:`B` the autonomy of the
apparatus. Coercion follows the missing regulators and takes no notice of plenty or want. Numbers of the
trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_market=0.1, regulator_democratic=0.0, bureaucracy_autonomy=0.9)
>>> amounts(list(PoliceControlSubstitution(strength=1.0)(now, year())))
{'coercion_drive': 0.8415}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class PoliceControlSubstitution(Mechanism):
    """Coercion fills the room that market and democracy leave unregulated."""

    canon = ("police-control-substitution",)
    source = "Shachtman 1962, The Bureaucratic Revolution; slot coercion"
    signs = (
        Sign("regulator_market", "coercion_drive", -1),
        Sign("bureaucracy_autonomy", "coercion_drive", +1, {"regulator_market": 0.1}),
    )

    strength: float = strength("coercion")
    democratic: float = fixed(1.6, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the coercion that missing regulators call for."""
        missing = jnp.clip(1 - now.regulator_market - self.democratic * now.regulator_democratic, 0.0, 1.0)
        need = missing * (0.35 + 0.65 * now.bureaucracy_autonomy)
        yield Add("coercion_drive", self.strength * need)
