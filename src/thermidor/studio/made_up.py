"""A made-up economy with capacities, as the text of a table that the command line reads too."""

from functools import cache

import numpy as np

from ..planning.generator import Features, draw
from .record import write_csv

NAME = "made-up-economy"
FEATURES = Features(products=12, inputs=4, resources=2, binding=0.3)
SEED = 1
DIGITS = 9
REMARK = (
    f"# A made-up economy of one year: {FEATURES.products} products, with capacities. "
    f"Drawn by chance (seed {SEED}); it shows no country.\r\n"
)


@cache
def text() -> str:
    """Return the table as CSV: last year's flows, what there is of resources, capacities; units are bare."""
    made = draw(FEATURES, SEED).economy.truth
    levels = made.achieved
    flows = made.inputs.toarray() * levels
    final = made.outputs(levels) - flows.sum(axis=1)
    needs = made.resources.needs * levels
    held = made.resources
    rows = [
        *([p, *_written([*f, y]), ""] for p, f, y in zip(made.products, flows, final, strict=True)),
        *([f"resource: {r}", *_written(n), "", there]
          for r, n, there in zip(held.names, needs, _written(held.endowments), strict=True)),
        ["capacity", *_written(np.maximum(made.capacities, levels)), "", ""],
    ]  # fmt: skip
    return REMARK + write_csv(["product", *made.products, "final: use", "endowment"], rows)


def _written(numbers: np.ndarray | list[float]) -> list[float]:
    return [float(f"{one:.{DIGITS}g}") for one in numbers]
