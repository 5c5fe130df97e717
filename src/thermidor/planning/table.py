"""What a table of an economy holds, the same shape for truth and report.

A technique makes one unit of one product per unit of its level, out of inputs and resources. A product may
have several techniques. With one technique for each product the table is Leontief's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from .aim import Aim, Proportional
from .check import check

Numbers = NDArray[np.floating[Any]]
Indices = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Numbered(Sequence[str]):
    """Name things by number, without holding a name for each of many millions."""

    word: str
    size: int

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [f"{self.word} {i}" for i in range(*index.indices(self.size))]
        if not -self.size <= index < self.size:
            raise IndexError(index)
        return f"{self.word} {index % self.size}"


@dataclass(frozen=True, slots=True)
class Resources:
    """Hold what is not made: labour, land, equipment that several techniques share.

    ``needs`` (resource x technique) is the use per unit of level; ``endowments`` (resource) what there is
    of each.
    """

    names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    needs: Numbers = field(default_factory=lambda: np.zeros((0, 0)))
    endowments: Numbers = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, slots=True)
class Pollution:
    """Hold what techniques emit.

    ``emissions`` (pollutant x technique) are per unit of level; ``limits`` (pollutant) may be infinite.
    """

    names: tuple[str, ...] = ()
    emissions: Numbers = field(default_factory=lambda: np.zeros((0, 0)))
    limits: Numbers = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, slots=True)
class Priorities:
    """Hold the classes of final use, the most urgent first.

    ``parts`` (class x product) are shares of the demand for each product, one in all.
    """

    names: tuple[str, ...]
    parts: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Hold one year of an economy, n products and m techniques, each quantity in its product's own unit.

    ``inputs`` (n x m, by columns: a column is a recipe) is used per unit of level; technique ``j`` makes
    product ``makes[j]`` and belongs to branch ``branches[j]``; ``capacities`` (m) bound the levels (inf: no
    bound); ``stocks`` (n) are at hand; ``demand`` (n) is the final demand asked for, and ``aim`` says what
    is worth more when not all can be had; ``achieved`` (m) are last year's levels, zeros if unknown;
    ``imports`` (n) is the most that can be bought abroad and ``priorities`` who goes first in final use,
    both none if nothing is said of them. Made by :func:`table`.

    Raises ThermidorError if the shapes do not fit, or a number is negative or missing.
    """

    products: Sequence[str]
    units: Sequence[str]
    techniques: Sequence[str]
    makes: Indices
    inputs: csc_array
    resources: Resources
    capacities: Numbers
    stocks: Numbers
    demand: Numbers
    aim: Aim
    branches: Indices
    branch_names: Sequence[str]
    pollution: Pollution
    achieved: Numbers
    imports: Numbers | None
    priorities: Priorities | None

    def __post_init__(self) -> None:
        check(self)

    @property
    def one_technique(self) -> bool:
        """Say whether technique j is the only one for product j, so that ``inputs`` is Leontief's matrix."""
        size = len(self.products)
        return len(self.makes) == size and bool(np.array_equal(self.makes, np.arange(size)))

    def outputs(self, levels: Numbers) -> Numbers:
        """Return the gross output (n) of each product at these levels (m) of the techniques."""
        return np.bincount(self.makes, levels, len(self.products)).astype(float)

    def final(self, levels: Numbers) -> Numbers:
        """Return what remains for final use (n) after inputs, without stocks; negative is a deficit."""
        return self.outputs(levels) - self.inputs @ levels

    def with_(self, **changes: Any) -> "Table":
        """Return the table with some fields replaced, checked anew."""
        return replace(self, **changes)


def table(
    products: Sequence[str],
    inputs: Any,
    demand: Any,
    *,
    units: Sequence[str] | None = None,
    techniques: Sequence[str] | None = None,
    makes: Any = None,
    resources: Resources | None = None,
    capacities: Any = None,
    stocks: Any = None,
    aim: Aim | None = None,
    branches: Any = None,
    branch_names: Sequence[str] | None = None,
    pollution: Pollution | None = None,
    achieved: Any = None,
    imports: Any = None,
    priorities: Priorities | None = None,
) -> Table:
    """Return a checked table; what is not given is absent: no resource, bound, stock, pollutant, import.

    ``inputs`` may be dense or sparse; 32-bit floats stay so, for tables of many millions. Without ``makes``
    technique j makes product j; without ``branches`` each product is a branch of its own.
    """
    recipes = inputs if isinstance(inputs, csc_array) else csc_array(inputs)
    size, many = recipes.shape
    made = np.arange(many) if makes is None else np.asarray(makes)
    return Table(
        products=products,
        units=("unit",) * size if units is None else units,
        techniques=(products if makes is None else Numbered("technique", many))
        if techniques is None
        else techniques,
        makes=made,
        inputs=recipes,
        resources=Resources(needs=np.zeros((0, many))) if resources is None else resources,
        capacities=_vector(capacities, many, np.inf),
        stocks=_vector(stocks, size, 0.0),
        demand=_vector(demand, size, 0.0),
        aim=Proportional() if aim is None else aim,
        branches=made if branches is None else np.asarray(branches),
        branch_names=products if branch_names is None else branch_names,
        pollution=Pollution(emissions=np.zeros((0, many))) if pollution is None else pollution,
        achieved=_vector(achieved, many, 0.0),
        imports=None if imports is None else _vector(imports, size, 0.0),
        priorities=priorities,
    )


def _vector(values: Any, size: int, default: float) -> Numbers:
    return np.full(size, default) if values is None else np.asarray(values, dtype=float)
