r"""Supply and use: industries make products and use products; a table of products follows by an assumption.

By the industry technology assumption (Eurostat Manual of Supply, Use and Input-Output Tables, 2008, model
B) an industry uses the same inputs whatever it makes, and each product comes from industries by their
shares of its market: :math:`A = U \hat g^{-1} V \hat q^{-1}`, with use U (product x industry), supply V
(industry x product), industry output g and product output q. Both files have products as rows and
industries as columns; the use table has columns ``final: NAME`` and rows ``resource: NAME`` too.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from thermidor.errors import ThermidorError

from ..table import Table
from .cells import numbers
from .flows import FINAL, OUTPUT, RESOURCE, from_flows


def from_supply_and_use(supply: pd.DataFrame, use: pd.DataFrame, path: Path) -> Table:
    """Return the table of products by the industry technology assumption.

    Raises ThermidorError if products or industries of the two differ.
    """
    finals = [head for head in use.columns if head.startswith(FINAL)]
    resources = [label for label in use.index if label.startswith(RESOURCE)]
    industries = [head for head in use.columns if head not in finals]
    products = [label for label in use.index if label not in resources]
    _same(products, list(supply.index), "products", path)
    _same(industries, list(supply.columns), "industries", path)
    made = numbers(supply, products, industries, path)
    spent = numbers(use, [*products, *resources], industries, path)
    activity, total = made.sum(axis=0), made.sum(axis=1)
    share = np.divide(made.T, activity[:, None], out=np.zeros(made.T.shape), where=activity[:, None] > 0)
    # An industry's inputs go to its products in proportion to what it makes of each.
    flows = pd.DataFrame(spent @ share, index=[*products, *resources], columns=products, dtype=object)
    flows[finals] = np.vstack([use.loc[products, finals], np.zeros((len(resources), len(finals)))]).astype(
        object
    )
    flows.loc[OUTPUT] = [*total, *np.zeros(len(finals))]
    return from_flows(flows, path)


def _same(one: list[str], other: list[str], what: str, path: Path) -> None:
    apart = sorted(set(one) ^ set(other))
    if apart or len(one) != len(other):
        shown = ", ".join(apart[:5])
        raise ThermidorError(f"supply and use have different {what}", str(path), shown, "Give both the same.")
