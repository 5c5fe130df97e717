"""By what rules a plan is carried out: what work earns, who bears stores, who is served first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..enterprise.bonus import MONTHLY_BONUS, PAID_BY_PIECE, Scheme
from ..enterprise.cover import CHOICE, QUEUE, Stakes


@dataclass(frozen=True, slots=True)
class Technology:
    """Hold what no rule changes.

    ``punctual``: the chance that goods under way arrive in a decade; ``fits``: the chance that all inputs in
    an enterprise's store are of the kinds that its assortment needs; ``breakdown``: the chance a decade that
    an enterprise loses half its capacity; ``wants``: relative deviation of consumers' purchases between
    decades. None is measured; that the last third of a month makes more than half of it hangs on ``fits``
    being a half or less.
    """

    punctual: float = 0.85
    fits: float = 0.5
    breakdown: float = 0.03
    wants: float = 0.2


@dataclass(frozen=True, slots=True)
class Regime:
    """Hold the rules.

    ``stakes``: what going short, a buyer lost and holding cost those who decide. That buyers queue and the
    budget is soft is what rationing means (Kornai 1980); under feedback the one who is refused turns away. A
    hard budget there is not in the word: it, and what going short costs, are put in. The page on plans
    carried out changes each alone.

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


def changed(one: Regime, other: Regime, rules: Iterable[str]) -> Regime:
    """Return a regime with some rules, its own fields or those of its stakes, taken from another."""
    own = {rule: getattr(other, rule) for rule in rules if hasattr(other, rule)}
    stakes = {rule: getattr(other.stakes, rule) for rule in rules if not hasattr(other, rule)}
    return replace(one, **own, stakes=replace(one.stakes, **stakes))
