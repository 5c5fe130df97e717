r"""A Marxian rate of profit with every imputation in the open: r = (Y - wL) / K.

.. math:: r = \frac{Y - D - wL}{K}, \qquad Y = Y_n + f\,Y_a, \quad wL = w_p L_p + o\,w_o L_o + f\,c_a N_a

No series of it for the Soviet Union was found in print. Each choice that the idea leaves open is a field:
whether farming counts, whether officials' pay is a cost or comes out of surplus, whether wear is deducted,
whether plant not yet at work counts. `choices` gives all sixteen, so that a fall under one that is a rise
under another is seen at once.

>>> values = (80.0, 40.0, 30.0, 25.0, 5.0, 6.0, 150.0, 30.0, 20.0)
>>> rows = pd.DataFrame([dict(zip(COLUMNS, values))])
>>> profit_rate(rows, Imputation()).round(4).tolist()  # (80 - 6 - 30) / 150
[0.2933]
>>> profit_rate(rows, Imputation(farming=True, officials_a_cost=True)).round(4).tolist()  # (120-6-60)/180
[0.3]
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import product

import numpy as np
import pandas as pd

from ..frame.axes import A
from ..outside import YEARS
from .ensemble import Frames
from .runs import find, frames
from .setting import closed

COLUMNS = (
    "output", "farm", "worker_income", "village_income", "officials_pay", "depreciation", "plant",
    "farm_plant", "unfinished",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imputation:
    """What is counted: farming and its people; officials' pay as a cost; wear; plant not yet at work."""

    farming: bool = False
    officials_a_cost: bool = False
    wear_deducted: bool = True
    unfinished_counted: bool = False


def profit_rate(accounts: pd.DataFrame, imputed: Imputation) -> pd.Series:
    """Return the rate by row, share a year; all columns of ``COLUMNS`` in one unit of value."""
    made = accounts["output"] + imputed.farming * accounts["farm"]
    wages = accounts["worker_income"] + imputed.farming * accounts["village_income"]
    wages = wages + imputed.officials_a_cost * accounts["officials_pay"]
    wear = imputed.wear_deducted * accounts["depreciation"]
    plant = accounts["plant"] + imputed.farming * accounts["farm_plant"]
    return (made - wear - wages) / (plant + imputed.unfinished_counted * accounts["unfinished"])


def choices() -> Iterator[Imputation]:
    """Yield all sixteen imputations."""
    for picked in product((False, True), repeat=len(astuple(Imputation()))):
        yield Imputation(*picked)


def accounts(fields: Frames) -> pd.DataFrame:
    """Return the accounts of a run, median over draws, one row a year, GDP of 1913 = 100.

    Incomes are consumption: of the town less officials at the mean of the town and what the elite has beside,
    of the village by head. Nonfarm is every sector but agriculture.
    """
    town = fields["town_consumption"] * (fields["town_people"] - fields["officials"])
    rows = {
        "output": fields["value_added"].sum(axis=2) - fields["value_added"][..., A],
        "farm": fields["value_added"][..., A],
        "worker_income": town,
        "village_income": fields["village_consumption"] * fields["village_people"],
        "officials_pay": fields["town_consumption"] * fields["officials"] + fields["elite_consumption"],
        "depreciation": fields["depreciated"].sum(axis=2),
        "plant": fields["plant_capital"].sum(axis=2) - fields["plant_capital"][..., A],
        "farm_plant": fields["plant_capital"][..., A],
        "unfinished": fields["unfinished"].reshape(*town.shape, -1).sum(axis=2),
    }
    return pd.DataFrame({name: np.median(values, axis=0) for name, values in rows.items()})[list(COLUMNS)]


def of_theory(theory: str, draws: int, seed: int = 1) -> list[tuple[Imputation, pd.Series]]:
    """Return the rate by year under each imputation, from runs of a theory on history.

    Raises ThermidorError for an unknown theory.
    """
    chosen = find(theory)
    table = accounts(frames(chosen, closed(), draws, seed)[chosen[0].id]).set_axis(list(YEARS))
    return [(how, profit_rate(table, how)) for how in choices()]
