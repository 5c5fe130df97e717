"""By what rules a plan is carried out: what work earns, who bears stores, who is served first."""

from dataclasses import dataclass

from ..enterprise.bonus import MONTHLY_BONUS, PAID_BY_PIECE, Scheme
from ..enterprise.cover import CHOICE, QUEUE, Stakes


@dataclass(frozen=True, slots=True)
class Technology:
    """Hold what no rule changes.

    ``punctual``: the chance that goods under way arrive in a decade; ``fits``: the chance that all inputs in
    an enterprise's store are of the kinds that its assortment needs; ``breakdown``: the chance a decade that
    an enterprise loses half its capacity; ``wants``: relative deviation of consumers' purchases between
    decades.
    """

    punctual: float = 0.85
    fits: float = 0.5
    breakdown: float = 0.03
    wants: float = 0.2


@dataclass(frozen=True, slots=True)
class Regime:
    """Hold the rules.

    ``to_order``: make what is bought and missing in store, instead of a month's plan; ``consumers_wait``:
    enterprises are served before consumers, instead of all alike.
    """

    name: str
    scheme: Scheme
    stakes: Stakes
    to_order: bool
    consumers_wait: bool


RATIONING = Regime("rationing", MONTHLY_BONUS, QUEUE, to_order=False, consumers_wait=True)
FEEDBACK = Regime("consumer feedback", PAID_BY_PIECE, CHOICE, to_order=True, consumers_wait=True)
