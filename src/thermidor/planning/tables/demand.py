"""Another final demand than the table's own, by product: an amount, or a change in per cent."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from thermidor.errors import ThermidorError, unknown

from ..table import Numbers, Table
from .cells import plain, tell, twice
from .sheet import sheet

WHERE = "--demand"


def changed_demand(known: Table, settings: Sequence[str]) -> Table:
    """Return the table with its demand changed, one setting after another.

    A setting is ``PRODUCT=AMOUNT``, ``PRODUCT=+20%``, or a file whose first column is the product and whose
    second the amount. Raises ThermidorError if a product is unknown or an amount is none.
    """
    demand = known.demand.astype(float)
    places = {product: place for place, product in enumerate(known.products)} if settings else {}
    for setting in settings:
        if Path(setting).suffix and Path(setting).is_file():
            wanted = sheet(Path(setting)).iloc[:, 0]
            tell([*twice(wanted.index, "product", Path(setting))], Path(setting))
            for product, cell in wanted.items():
                _set(places, demand, str(product), str(cell))
        else:
            product, equals, amount = setting.rpartition("=")
            if not equals:
                raise ThermidorError("is no setting of demand and no file", WHERE, setting, _HOW)
            _set(places, demand, product, amount)
    return known.with_(demand=demand)


_HOW = "Write PRODUCT=AMOUNT, PRODUCT=+20%, or the name of a file."


def _set(places: Mapping[str, int], demand: Numbers, product: str, amount: str) -> None:
    """Change the demand for one product, in place."""
    if product not in places:
        raise unknown("product", WHERE, product, tuple(places))
    place, text = places[product], amount.strip()
    value = float(plain([text.removesuffix("%")])[0])
    new = float(demand[place]) * (1 + value / 100) if text.endswith("%") else value
    if not 0 <= new < np.inf:
        raise ThermidorError(f"demand for {product!r} is no amount", WHERE, amount, _HOW)
    demand[place] = new
