r"""People able to take part in administration: schooling, and whatever training adds.

.. math:: c = s + c_0 + \tau_m\, m (1 - s)

:math:`s` adults with schooling (forcing), :math:`c_0` a richer start, :math:`m` mass training. A poor
country lacks administrators; in a rich one the dependence on officials would not arise.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Culture()(state(), year(schooling=0.35, initial_culture=0.55))))
{'culture_level': 0.9}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Culture(Mechanism):
    """Schooling gives people able to administer; training in administration adds to them."""

    canon = ("backwardness-scarcity",)
    source = "Trotsky 1936, chs 3 and 5; schooling from the record's education tables"
    signs = (Sign("schooling", "culture_level", +1), Sign("mass_training", "culture_level", +1))

    training: float = fixed(0.4, "share", "assumption: reach of a training campaign")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the share of adults able to take part."""
        schooled = year.forcing.schooling + year.lever.initial_culture
        yield Set("culture_level", schooled + self.training * year.lever.mass_training * (1.0 - schooled))
