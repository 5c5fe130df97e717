r"""Workers may side with an opposition and still not act: action falls with the square of morale.

.. math:: \Delta O = -a\,l\,O\,(1 - M), \qquad \Delta \Omega = -b\,l\,\Omega\,(1 - M^2)

:math:`l` is the number of struggles lost abroad this year, :math:`M` workers' morale, :math:`O` their
organisation, :math:`\Omega` the organised opposition: what counts is strength times morale squared.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(losses_abroad=1.0, worker_morale=0.4, opposition_strength=0.4)
>>> amounts(list(DemoralisationByDefeat()(now, year())))
{'worker_self_organisation': -0.0117, 'opposition_strength': -0.0168}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class DemoralisationByDefeat(Mechanism):
    """Defeats abroad weaken organisation where morale is low."""

    canon = ("demoralisation-by-defeat",)
    source = "Canon: demoralisation-by-defeat; coefficients are assumptions"
    signs = (
        Sign("losses_abroad", "opposition_strength", -1),
        Sign("losses_abroad", "worker_self_organisation", -1),
    )

    quiet: float = parameter(LogNormal(0.03, 0.4), "1 per defeat", "assumption")
    left: float = parameter(LogNormal(0.05, 0.4), "1 per defeat", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what defeat takes away."""
        lost = jnp.clip(now.losses_abroad, 0.0, 3.0)
        quiet = self.quiet * lost * now.worker_self_organisation * (1 - now.worker_morale)
        yield Add("worker_self_organisation", -quiet)
        yield Add(
            "opposition_strength", -self.left * lost * now.opposition_strength * (1 - now.worker_morale**2)
        )
