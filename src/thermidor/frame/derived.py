"""Quantities that are sums of fields, under the canon's names: never set, always computed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

Fields = Mapping[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Derived:
    """A quantity computed from the fields of a run (arrays of shape (draw, year, ...))."""

    unit: str
    meaning: str
    compute: Callable[[Fields], np.ndarray]


DERIVED: dict[str, Derived] = {
    "national_income": Derived(
        "GDP of 1913 = 100 per year",
        "national income at constant 1913 prices, borders of 1946",
        lambda f: f["gdp"],
    ),
    "capital_stock": Derived(
        "GDP of 1913 = 100", "fixed capital in use, all sectors and vintages", lambda f: f["capital"].sum(-1)
    ),
    "forced_labour": Derived(
        "million persons", "prisoners and special settlers", lambda f: f["prisoners"] + f["exiles"]
    ),
    "famine_deaths": Derived("million persons per year", "excess deaths from famine", lambda f: f["starved"]),
}
