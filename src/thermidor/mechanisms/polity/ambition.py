r"""How much the leadership wants to build: the drive a theory names, and the line of the leaders.

.. math:: a' = a + 0.5 (k_{am} A\, r + 0.15 \ell_l - 0.15 \ell_r - a), \quad
          r = \mathrm{clip}\frac{Y/Y_0 - 0.5}{0.5}

:math:`A` sum of accumulation closures, :math:`\ell` weight of the left and right programmes, :math:`r` how
far the old plant is at work again: while output :math:`Y` can be restored by restarting what stands,
nobody has to build, and the will to accumulate becomes a claim only as restoration is completed.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Ambition()(state(ambition_drive=0.7, gdp=100.0), year())))
{'ambition': 0.25}
>>> amounts(list(Ambition()(state(ambition_drive=0.7, gdp=75.0), year())))
{'ambition': 0.075}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import above, within
from .scales import RUINED


@mechanism
class Ambition(Mechanism):
    """Ambition follows its driver with a lag of about a year."""

    canon = ("surplus-to-state-needs", "left-right-balancing")
    source = "canon: slot accumulation; trial run of the polity block; Carr and Davies 1969 on restoration"
    signs = (
        Sign("ambition_drive", "ambition", +1),
        Sign("gdp", "ambition", +1, {"ambition_drive": 0.7, "gdp": 75.0}),
        Sign("line_left", "ambition", +1),
        Sign("line_right", "ambition", -1, {"ambition_drive": 0.6}),
    )

    scale: float = parameter(Uniform(0.6, 1.4), "1", "equal width for every theory (k_am)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return accumulation ambition, about 0 to 1.3."""
        restored = within((now.gdp / RUINED.value - 1.0) / (100.0 / RUINED.value - 1.0))
        aim = self.scale * now.ambition_drive * restored + 0.15 * (now.line_left - now.line_right)
        yield Add("ambition", 0.5 * (above(aim) * (1.0 - now.restored) - now.ambition))
