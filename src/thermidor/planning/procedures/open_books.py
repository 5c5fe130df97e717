"""Open books: reports held against last year's public results, and put right where both cannot be true.

More of a product cannot have been used than was made or in stock, nor of a resource than there was: norms by
which it was are cut to what makes it add up. A capacity cannot be below what was made with it. Honest
reports stay as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csc_array

from ..exact.productive import chain_of
from ..table import Numbers, Resources, Table

TOLD = 3  # corrections of a kind told by name; of more the number is told
ROUNDING = 1e-9  # relative: corrections as small as this are none


@dataclass(frozen=True, slots=True, eq=False)
class Books:
    """Hold what stands of reports: shares of the norms of products (n) and of resources (r), levels (m)."""

    products: Numbers
    resources: Numbers
    capacities: Numbers


def held_against_results(known: Table) -> Books:
    """Return what stands of the reports beside last year's public results."""
    last, resources = known.achieved, known.resources
    return Books(
        _there_over(known.outputs(last) + known.stocks, known.inputs @ last),
        _there_over(resources.endowments, resources.needs @ last),
        np.maximum(known.capacities, last),
    )


def opened(known: Table) -> Table:
    """Return the reports corrected by what last year's public results show; honest ones stay as they are.

    >>> import numpy as np
    >>> from ..table import table
    >>> hidden = table(("coal",), np.array([[0.1]]), [1.0], capacities=[3.0], achieved=[4.0])
    >>> opened(hidden).capacities
    array([4.])
    """
    books, resources = held_against_results(known), known.resources
    data = known.inputs.data * books.products[known.inputs.indices]
    inputs = csc_array((data, known.inputs.indices, known.inputs.indptr), shape=known.inputs.shape)
    needs = resources.needs * books.resources[:, None]
    mended = Resources(resources.names, resources.units, needs, resources.endowments)
    return known.with_(inputs=inputs, resources=mended, capacities=books.capacities)


def corrections(known: Table) -> tuple[str, ...]:
    """Return a sentence for each kind of correction, and one if the reports alone gave no plan at all."""
    books = held_against_results(known)
    used, spent = known.inputs @ known.achieved, known.resources.needs @ known.achieved
    said = [*_cut(books.products, used, known.products, known.units)]
    if said:
        fault = chain_of(known)
        if fault:
            said.append(f"As reported, {fault.what}; the plan stands on the norms as cut.")
    said += _cut(books.resources, spent, known.resources.names, known.resources.units)
    return (*said, *_raised(known, books.capacities))


def _there_over(there: Numbers, used: Numbers) -> Numbers:
    """Return what there was over what was used, one where that was enough."""
    return np.where(used > there, there / np.where(used > 0, used, 1.0), 1.0)


def _cut(shares: Numbers, used: Numbers, names: Sequence[str], units: Sequence[str]) -> Iterator[str]:
    """Yield the sentence on norms of things of which more was used than there was."""
    where = np.flatnonzero(shares < 1 - ROUNDING)
    if len(where):
        worst = where[np.argsort(shares[where], kind="stable")][:TOLD]
        told = [
            f"{names[i]} to {shares[i]:.3g} of what is reported "
            f"(by report {used[i]:.6g} {units[i]} were used last year; there were {used[i] * shares[i]:.6g})"
            for i in worst
        ]
        yield f"Open books cut the norms of {_listed(told, len(where))}."


def _raised(known: Table, capacities: Numbers) -> Iterator[str]:
    """Yield the sentence on capacities below what was made."""
    where = np.flatnonzero(capacities > known.capacities * (1 + ROUNDING))
    if len(where):
        told = [
            f"{known.techniques[i]} to {capacities[i]:.6g} (reported: {known.capacities[i]:.6g})"
            for i in where[:TOLD]
        ]
        yield f"Open books raise to last year's output the capacities of {_listed(told, len(where))}."


def _listed(told: Sequence[str], many: int) -> str:
    rest = f", and {many - len(told)} more" if many > len(told) else ""
    return ", ".join(told) + rest
