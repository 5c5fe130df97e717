"""Claims on state property: where it comes from, where it is kept, and what its end does."""

import numpy as np
import pandas as pd

from .claim import Claim, Measured, Moved
from .history import Measure
from .measures import first_known, year_above
from .view import View

SIX = ("Poland", "Czechoslovakia", "Hungary", "Romania", "Bulgaria", "Finland")
RUSSIA_1990 = 148.0  # million persons, for the two million deaths of the claim as a share of a population


def ends(table: pd.DataFrame) -> np.ndarray:
    """Return the low and high columns of a table as two rows: the readings of a coded list."""
    return table[["low", "high"]].to_numpy(float).T


def _after_five_years(v: View) -> np.ndarray:
    """Return the least state share in industry among states five to nine years under one party."""
    table = v.table("ownership_of_industry")
    return ends(table[table["note"].str.startswith("five to nine")]).min(axis=1)


def _in_the_end(v: View) -> np.ndarray:
    """Return the least, among the same states, of the highest state share each reached."""
    table = v.table("ownership_of_industry")
    ruled = table[table["what"] != "Finland"]
    return ends(ruled.groupby("what")[["low", "high"]].max()).min(axis=1)


def _own_and_dependent(v: View) -> np.ndarray:
    return np.minimum(v["nationalised_share"].at(1933), v["satellite_statified"].at(1953))


def _own_and_dependent_late(v: View) -> np.ndarray:
    return np.minimum(v["nationalised_share"].at(1940), v["satellite_statified"].at(1965))


def _kept_capitalist(year: int) -> Measure:
    """Return a measure: the part of six entered countries with less than half of industry the state's."""

    def measure(v: View) -> np.ndarray:
        table = v.table("ownership_of_industry")
        table = table[(table["note"] == f"in {year}") & table["what"].isin(SIX)]
        return (ends(table) < 0.5).mean(axis=1)

    return first_known(measure, lambda v: (v["satellite_statified"].at(year) < 0.5).astype(float))


def _socialised(v: View) -> np.ndarray:
    return v.table("socialised_share_ussr").set_index("what").loc[[1937], "income"].to_numpy(float)


def _rights_left(v: View) -> np.ndarray:
    """Return the greater of private means and union independence, ten years after full power."""
    owned = first_known(_socialised, lambda w: w["nationalised_share"].at(1938))(v)
    return np.maximum(1 - owned, v["union_independence"].at(1938))


def _entry(v: View) -> np.ndarray:
    """Return the date of the first of the three entries, as the essay puts all of them in one year."""
    dates = [v.event(f"{where}-entered") for where in ("east-poland", "baltic", "bessarabia")]
    return np.minimum.reduce(dates)


def _delay(v: View) -> np.ndarray:
    """Return the longest time from entry to nationalisation, in years."""
    waits = [
        v.event(f"{where}-nationalised") - v.event(f"{where}-entered")
        for where in ("east-poland", "baltic", "bessarabia")
    ]
    return np.maximum.reduce(waits)


def _revolutions(v: View) -> np.ndarray:
    return ends(v.table("statified_states")).mean(axis=1)


def _own_revolutions(v: View) -> np.ndarray:
    table = v.table("statified_states")
    return ends(table[~table["note"].str.startswith("State set up under")]).mean(axis=1)


def _most_in_undisputed(v: View) -> np.ndarray:
    table = v.table("state_share_capitalist")
    return ends(table[table["note"] == "undisputed"]).max(axis=1)


def _most_stated_capitalist(v: View) -> np.ndarray:
    """Return the greatest state share: without and with countries whose order is disputed, low and high."""
    table = v.table("state_share_capitalist")
    sure = table[table["note"] == "undisputed"]
    return np.concatenate([ends(sure).max(axis=1), ends(table).max(axis=1)])


def _return_year(v: View) -> np.ndarray:
    """Return when private property came back, by a new class or as another form of the old one's rule."""
    years = np.minimum(year_above(v["restored"], 0.5, 1985), year_above(v["form_changed"], 0.5, 1985))
    return np.where(years <= 1994, years, np.nan)  # five years at least must follow within the run


def taken(v: View, name: str, offset: int) -> np.ndarray:
    """Return a quantity so many years after the return of private property, 1999 at the latest."""
    years = _return_year(v)
    values = v[name].values
    column = np.clip(np.nan_to_num(years, nan=1999.0) + offset, 1913, 1999).astype(int) - 1913
    return np.where(np.isfinite(years), values[np.arange(len(values)), column], np.nan)


def _private_in_russia(v: View) -> np.ndarray:
    table = v.table("private_sector_1999").set_index("country")
    return 1 - table.loc[["Russia"], "share"].to_numpy(float)


def _losses_in_russia(v: View) -> np.ndarray:
    """Return output 1998 over 1989 in both estimates, one where fewer than two million died in excess."""
    output, deaths = (
        v.table("russia_1990s").sort_values("what", ascending=False)[["low", "high"]].to_numpy(float)
    )
    return np.where(deaths.min() >= 2, output, np.maximum(output, 1.0))


def _output_in_russia(v: View) -> np.ndarray:
    table = v.table("russia_1990s").set_index("what")
    return table.loc["output 1998 over 1989", ["low", "high"]].to_numpy(float)


def _losses(v: View) -> np.ndarray:
    """Return income seven years after the return over two before; one where few died in excess."""
    ratio = taken(v, "national_income", 7) / taken(v, "national_income", -2)
    rate = v["died"].values / v["population"].values
    years = np.nan_to_num(_return_year(v), nan=1994.0).astype(int)
    excess = [row[y - 1913 : y - 1905].sum() - 8 * row[y - 1918 : y - 1915].mean()
              for row, y in zip(rate, years, strict=True)]  # fmt: skip
    return np.where(np.array(excess) >= 2 / RUSSIA_1990, ratio, np.maximum(ratio, 1.0))


def _kept_by_revolution(_: View, after: View) -> np.ndarray:
    won = after["revolution_won"].at(1994) > 0.5
    return np.where(won, after["nationalised_share"].mean(1993, 1997), np.nan)


def _left_to_the_state(v: View) -> np.ndarray:
    return v.table("occupied_ukraine")[["low", "high"]].to_numpy(float).ravel()


PROPERTY: tuple[Claim, ...] = (
    Claim(
        "c000-expropriation-tracks-rule",
        Measured(
            "least state share in industry among thirteen states, five to nine years under one party; in runs"
            " the lesser of the USSR in 1933 and its dependent states in 1953",
            first_known(_after_five_years, _own_and_dependent),
            0.9,
        ),
        refuted_by="one state five years under such rule with a tenth of industry in private hands",
        weaker=Measured(
            "the same for the highest share each of them reached: sooner or later",
            first_known(_in_the_end, _own_and_dependent_late),
            0.9,
        ),
    ),
    Claim(
        "c000-crushes-both-classes",
        Measured(
            "greater of private means of production and union independence, 1938: ten years after full power",
            _rights_left,
            high=0.1,
        ),
        refuted_by="more than a tenth of means private or of union independence left in 1938",
    ),
    Claim(
        "c003-statification-needs-proletarian-revolution",
        Measured(
            "part of fourteen states with nine tenths of industry the state's that had a workers' revolution"
            " (a peasant army's victory in the high reading only); in runs one where dependent states without"
            " one stay less than half nationalised to 1960",
            first_known(_revolutions, lambda v: (v["satellite_statified"].peak(1945, 1960) < 0.5) * 1.0),
            1.0,
        ),
        refuted_by="a state that took over its industry without a workers' revolution",
        weaker=Measured(
            "the same among the states not set up under a foreign army: most", _own_revolutions, 0.5
        ),
    ),
    Claim(
        "c003-cannot-be-incorporated",
        Measured(
            "state share ten years after private property came back (1999 at the latest); on the record"
            " Russia 1999, one less the private sector's share of output",
            first_known(_private_in_russia, lambda v: taken(v, "nationalised_share", 10)),
            high=0.5,
        ),
        refuted_by="most property still the state's ten years after the return of capitalism",
    ),
    Claim(
        "c003-restoration-destroys-forces",
        Measured(
            "output 1998 over 1989 (in runs seven years after the return over two before it); taken as one"
            " where fewer than two million of 148 died in excess",
            first_known(_losses_in_russia, _losses),
            high=0.65,
        ),
        refuted_by="two thirds of output kept, or fewer than two million early deaths",
        weaker=Moved(
            "output 1998 over 1989 under a sudden return of private property: the loss of output alone",
            lambda _, after: after["national_income"].ratio(1998, 1989),
            "shock-restoration-1991",
            high=0.65,
            natural=Measured("output of Russia 1998 over 1989, two estimates", _output_in_russia, high=0.65),
        ),
    ),
    Claim(
        "c003-ukraine-destatified",
        Measured(
            "private part of farm land and of industry under occupation, each low and high",
            _left_to_the_state,
            0.5,
        ),
        refuted_by="most farms and plants left in public or common hands by the occupier",
    ),
    Claim(
        "c003-capitalism-cannot-statify",
        Measured(
            "greatest state share in means of production outside farming among capitalist states, without and"
            " with states whose order is disputed",
            _most_stated_capitalist,
            high=0.6,
        ),
        refuted_by="a capitalist state with three fifths of its means of production nationalised",
        weaker=Measured("the same without the disputed states", _most_in_undisputed, high=0.6),
    ),
    Claim(
        "c003-1940-statification",
        Measured(
            "date of the first of the entries that the essay puts in 1940", _entry, 1940, 1940.999, "year"
        ),
        refuted_by="one of the lands entered in another year",
        weaker=Measured("longest time from entry to nationalisation", _delay, 0, 1, "years"),
        correction="Eastern Poland was entered on 17 September 1939 (Gross, Revolution from Abroad, 1988)",
    ),
    Claim(
        "c003-occupied-stay-capitalist",
        Measured(
            "part of six entered countries with less than half of industry the state's, 1949",
            _kept_capitalist(1949),
            1.0,
        ),
        refuted_by="industry nationalised in one of the six by 1949",
        weaker=Measured("the same for 1946: in most of the six", _kept_capitalist(1946), 0.6),
    ),
    Claim(
        "c003-political-revolution-keeps-economy",
        Moved(
            "state share in means of production 1993-97 where a movement from below has won",
            _kept_by_revolution,
            "political-revolution-1989",
            0.7,
            natural=Measured(
                "part of seven movements 1953-81 whose demands kept state or social property",
                lambda v: ends(v.table("programmes_of_movements")).mean(axis=1),
                0.7,
            ),
        ),
        refuted_by="movements from below that ask for, or bring, private property",
    ),
)
