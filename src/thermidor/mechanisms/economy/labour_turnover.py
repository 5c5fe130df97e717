r"""Weeks are lost with every change of job; bound labour loses fewer of them.

.. math:: e \mathrel{-}= l\,(\mu - \mu_0)

:math:`\mu` turnover at will, :math:`\mu_0` that of free movement. Surveys of the post-war decades put the
break between two jobs at about a month, with a slow start at the next.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(LabourTurnover()(state(labour_mobility=0.1), year())))
{'effort_drive': 0.012}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class LabourTurnover(Mechanism):
    """Turnover costs working time; what binds workers to the plant saves it."""

    canon = ("state-slavery", "clientelism")
    source = "Granick 1987; Filtzer 1992 on turnover; size an assumption"
    signs = (Sign("labour_mobility", "effort_drive", -1),)

    lost: float = fixed(
        0.03, "share of work per unit of turnover", "a month a change, most of it made good (assumption)"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return working time gained or lost against free movement."""
        yield Add("effort_drive", -self.lost * (now.labour_mobility - at_start("labour_mobility")))
