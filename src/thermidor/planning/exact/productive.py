"""Whether an economy with a choice of techniques can reproduce itself at all."""

from ..chain import NotProductive, not_productive
from ..table import Table
from .choice import cheapest, recipes


def chain_of(known: Table) -> NotProductive | None:
    """Return the fault of a chain that the cheapest techniques do not let reproduce itself, or None.

    Of products without a technique nothing can be said; they count as made of nothing.
    """
    fault = not_productive(recipes(known, cheapest(known)))
    return fault.named(known.products) if fault else None
