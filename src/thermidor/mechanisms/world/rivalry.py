r"""The capitalist powers fight each other too, more so where capitalism decays.

.. math:: r = r_t + d\,(\sigma - \bar\sigma)\,(1 - r_t)

:math:`r_t` the recorded rivalry, :math:`\sigma` capitalist stagnation.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PowersRivalry()(state(capitalist_stagnation=0.3), year(rivalry=0.35))))
{'inter_imperialist_rivalry': 0.35}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PowersRivalry(Mechanism):
    """Stagnation turns the powers to garrison states and against each other."""

    canon = ("capitalist-decay-militarisation",)
    source = "canon: capitalist-decay-militarisation; Burnham-Shachtman debate; size is an assumption"
    signs = (Sign("capitalist_stagnation", "inter_imperialist_rivalry", +1, {"rivalry": 0.4}),)

    decay: float = fixed(0.2, "share", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        decay = self.decay * (now.capitalist_stagnation - 0.3) * (1 - year.forcing.rivalry)
        yield Set("inter_imperialist_rivalry", year.forcing.rivalry + decay)
