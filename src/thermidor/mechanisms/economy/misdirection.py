r"""Orders that rest on false figures, or are not carried out as meant, are wasted.

.. math:: w \mathrel{+}= c\,(a\,(i - i_0)^{+} + b\,(\kappa - \kappa_0)^{+})

:math:`c` command, :math:`i` distortion of reports, :math:`\kappa` orders not executed as intended, both
over what the first year knew. Nothing else tells the product of what the centre does not know.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, info_distortion=0.35, control_loss=0.3)
>>> amounts(list(Misdirection()(now, year())))
{'waste_drive': 0.0108}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class Misdirection(Mechanism):
    """False reports and lost orders end as waste."""

    canon = (
        "success-indicator-distortion",
        "principal-agent-loss-of-control",
        "party-democracy-error-correction",
        "repression-information-tradeoff",
        "cadre-stability-ageing",
    )
    source = "Nove 1977; Gregory and Harrison 2005; sizes an assumption"
    signs = (
        Sign("info_distortion", "waste_drive", +1, {"regulator_command": 0.9, "info_distortion": 0.3}),
        Sign("control_loss", "waste_drive", +1, {"regulator_command": 0.9, "control_loss": 0.3}),
    )

    untrue: float = fixed(0.03, "share per unit of distortion", "assumption")
    undone: float = fixed(0.03, "share per unit of control lost", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return waste by ignorance and by disobedience."""
        untrue = jnp.maximum(now.info_distortion - at_start("info_distortion"), 0.0)
        undone = jnp.maximum(now.control_loss - at_start("control_loss"), 0.0)
        yield Add("waste_drive", now.regulator_command * (self.untrue * untrue + self.undone * undone))
