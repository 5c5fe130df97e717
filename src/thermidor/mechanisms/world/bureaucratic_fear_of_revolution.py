r"""The apparatus fears a revolution it does not command, and withholds help.

.. math:: e \mathrel{+}= 0.4\,c\,(0.3 + 0.7B), \qquad w \mathrel{-}= 0.015\,B

:math:`e` error by directive, :math:`c` subordination of foreign parties, :math:`B` autonomy, :math:`w`
wave.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(cp_subordination=0.5, bureaucracy_autonomy=1.0)
>>> amounts(list(BureaucraticFearOfRevolution(strength=1.0)(now, year())))
{'directive_error': 0.2, 'wave_drive': -0.015}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class BureaucraticFearOfRevolution(Mechanism):
    """Aid to revolution abroad falls as the apparatus frees itself from control."""

    canon = ("bureaucratic-fear-of-revolution", "missed-opportunity-by-directive")
    source = "canon: bureaucratic-fear-of-revolution; polity and world trial run (error x 1.4)"
    signs = (
        Sign("bureaucracy_autonomy", "directive_error", +1),
        Sign("bureaucracy_autonomy", "wave_drive", -1),
    )

    strength: float = strength("foreign")
    harm: float = fixed(0.4, "index", "polity and world trial run (assumption)")
    withheld: float = fixed(0.015, "index per year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        obeyed = now.cp_subordination * (0.3 + 0.7 * now.bureaucracy_autonomy)
        yield Add("directive_error", self.strength * self.harm * obeyed)
        yield Add("wave_drive", -self.strength * self.withheld * now.bureaucracy_autonomy)
