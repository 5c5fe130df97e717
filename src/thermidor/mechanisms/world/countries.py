"""The twenty countries: what the table says of each, as arrays over the country axis.

>>> OUTPUT.shape, round(float(OUTPUT.sum()), 2)
((20,), 0.97)
>>> [name for name, one in zip(COUNTRIES, ADVANCED) if one][:3]
['Germany', 'Austria', 'Hungary']
"""

import csv
from importlib.resources import files

import numpy as np

from ...frame.axes import COUNTRIES

TABLE = "data/countries.csv"


def column(quantity: str, bound: str = "value") -> np.ndarray:
    """Return a quantity of the country table; ``bound`` is value, low or high. Shape (country,)."""
    lines = files("thermidor").joinpath(TABLE).read_text(encoding="utf-8").splitlines()
    rows = {row["country"]: row for row in csv.DictReader(lines) if row["quantity"] == quantity}
    return np.array([float(rows[country][bound]) for country in COUNTRIES])


OUTPUT = column("output_weight")
FIRST_WAR = column("first_war_loss")
SECOND_WAR = column("second_war_loss")
SLUMP = column("slump")
AGRARIAN = column("agrarian")
CENTRAL_EUROPE = column("central_europe")
ADVANCED = (AGRARIAN <= 0.5).astype(float)
GERMANY = COUNTRIES.index("Germany")
