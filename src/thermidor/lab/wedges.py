r"""Wedges: what would have to stand between a two-sector economy and its own efficient conditions.

.. math:: A_i = \frac{Y_i}{K_i^{\alpha_i} L_i^{1-\alpha_i}}, \quad
   \tau_L = \ln\frac{p_n(1-\alpha_n)Y_n/L_n}{p_a(1-\alpha_a)Y_a/L_a}, \quad
   \tau_K = \ln\frac{p_n\alpha_n Y_n/K_n}{p_a\alpha_a Y_a/K_a}, \quad
   \tau_I = \ln\frac{c_{t+1}}{\beta c_t (1 + \alpha_n p_n Y_n/K_n - d)}

Mobility (:math:`\tau_L`) is the log gap between the value of labour's margin outside and inside farming,
capital (:math:`\tau_K`) the same for plant, investment (:math:`\tau_I`) the residual of the Euler equation
with log utility; with a wage, labour outside farming has its own wedge, :math:`\ln(1-\alpha_n)p_nY_n/(wL_n)`.
Nought is no wedge. After Cheremukhin, Golosov, Guriev and Tsyvinski 2013, 2017: the form is the textbook one,
their calibration was not read, so that levels depend on the shares given and only changes are compared.

>>> rows = pd.DataFrame({"year": [1928, 1928], "sector": ["nonfarm", "farm"], "output": [50.0, 50.0],
...                      "capital": [100.0, 100.0], "labour": [10.0, 60.0]})
>>> wedges(rows).loc[1928, ["mobility", "capital"]].round(3).tolist()  # ln 6 + ln(.7/.6), ln(.3/.4)
[1.946, -0.288]
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

FARM, NONFARM = "farm", "nonfarm"


@dataclass(frozen=True, slots=True)
class Shares:
    """What the filter assumes: capital shares, patience a year, depreciation a year (all assumptions)."""

    nonfarm: float = 0.3
    farm: float = 0.4
    patience: float = 0.96
    worn: float = 0.05


def wedges(table: pd.DataFrame, shares: Shares | None = None) -> pd.DataFrame:
    """Return wedges by year from a table of output, capital and labour by sector.

    ``table``: columns year, sector (farm or nonfarm), output, capital, labour; optional price (of output, 1
    if absent), wage (per unit of labour, in the unit of output) and consumption (per head, the same in both
    rows of a year). The result: tfp farm, tfp nonfarm, mobility, capital, and where their data are given
    labour and investment; logs but for tfp. Raises ValueError if a sector or a column is missing.
    """
    missing = {"year", "sector", "output", "capital", "labour"} - set(table.columns)
    if missing or set(table["sector"]) != {FARM, NONFARM}:
        raise ValueError(f"needs farm and nonfarm rows with all columns; missing {sorted(missing)}")
    chosen = shares or Shares()
    by = table.set_index(["year", "sector"]).unstack("sector").sort_index()
    price = by["price"] if "price" in table else pd.DataFrame(1.0, by.index, [FARM, NONFARM])
    share = pd.Series({FARM: chosen.farm, NONFARM: chosen.nonfarm})
    value = by["output"] * price
    tfp = by["output"] / (by["capital"] ** share * by["labour"] ** (1 - share))
    hands, plant = (1 - share) * value / by["labour"], share * value / by["capital"]
    found = {f"tfp {sector}": tfp[sector] for sector in (FARM, NONFARM)}
    found |= {"mobility": _gap(hands), "capital": _gap(plant)}
    if "wage" in table:
        found["labour"] = np.log(hands[NONFARM] / by["wage"][NONFARM])
    if "consumption" in table:
        found["investment"] = _euler(by["consumption"][NONFARM], plant[NONFARM], chosen)
    return pd.DataFrame(found)


def _gap(margin: pd.DataFrame) -> pd.Series:
    return np.log(margin[NONFARM] / margin[FARM])


def _euler(consumption: pd.Series, plant: pd.Series, chosen: Shares) -> pd.Series:
    """Return the residual between each year and the next; the last has none."""
    return np.log(
        consumption.shift(-1) / (chosen.patience * consumption * (1 + plant.shift(-1) - chosen.worn))
    )
