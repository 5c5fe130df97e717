r"""A small upper layer sells much of the grain, the more so the freer it can grow.

.. math:: G = 0.25 + 0.5 K, \quad \alpha = (1 + 1/G)/2, \quad s = p^{\,1 - 1/\alpha}

Pareto holding of the surplus: :math:`p` = 6 per cent of households, :math:`K` weight of the upper stratum,
:math:`G` the Gini index. At :math:`K` = .3 the share is .30; contemporaries put it between one fifth and
three fifths in 1927.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(KulakGrain()(state(kulak_weight=0.3), year())))
{'kulak_share_marketed': 0.299468}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class KulakGrain(Mechanism):
    """The share of marketed grain held by the top of the village."""

    canon = ("kulak-grain-concentration",)
    source = "Pareto share; net_grain_sales_share_of_top_10_11pct_households 1927: 56 per cent"
    signs = (Sign("kulak_weight", "kulak_share_marketed", +1),)

    top: float = fixed(0.06, "share of households", "kulaks in the village of 1913, frame/people.py")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the upper stratum's share of what is sold."""
        gini = 0.25 + 0.5 * now.kulak_weight
        index = (1.0 + 1.0 / gini) / 2.0
        share = self.top ** (1.0 - 1.0 / index)
        yield Set("kulak_share_marketed", share * (1.0 - now.collectivised_share))
