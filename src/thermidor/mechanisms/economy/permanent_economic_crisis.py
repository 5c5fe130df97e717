r"""Police regulation wastes the more, the more there is to regulate, and has no phase of recovery.

.. math:: w \mathrel{+}= w_1\,c\,(1 + i)\,\ln(Y / 100)

:math:`c` command, :math:`i` distortion of information, :math:`Y` income, 100 in the first year.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, gdp=500.0)
>>> amounts(list(PermanentEconomicCrisis(strength=1.0)(now, year())))
{'waste_drive': 0.045628}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PermanentEconomicCrisis(Mechanism):
    """Waste grows with command and complexity."""

    canon = ("permanent-economic-crisis",)
    source = "Shachtman 1951, 1962; slots slowdown and crisis"
    signs = (
        Sign("regulator_command", "waste_drive", +1, {"gdp": 500.0}),
        Sign("info_distortion", "waste_drive", +1, {"gdp": 500.0, "regulator_command": 0.9}),
    )

    strength: float = strength("slowdown")
    complexity: float = fixed(0.03, "share per log income", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return waste beyond the body's."""
        complexity = jnp.log(jnp.maximum(now.gdp, 100.0) / 100)
        command = now.regulator_command * (1 + now.info_distortion)
        yield Add("waste_drive", self.strength * self.complexity * command * complexity)
