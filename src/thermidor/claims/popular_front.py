"""Claims on the International as an instrument: lines, leaderships, Spain and other lost openings."""

from math import comb

import numpy as np

from ..frame.axes import COUNTRIES
from .claim import Claim, Measured, Moved
from .counterparts import OPEN_OUTCOMES
from .dated import years_between
from .measures import chance, chance_moved
from .view import View

MONTHS = 1921 + np.arange(12 * 27) / 12  # the years in which there was a line to change
CASES = ("China", "Germany", "Spain", "Cuba")


def _won(v: View, country: str, by: int) -> np.ndarray:
    """Return, per run, whether a country has come under workers' power by a year."""
    return (v.sector("won", COUNTRIES.index(country)).peak(1921, by) > 0.5).astype(float)


def _gains(before: View, after: View) -> list[np.ndarray]:
    return [chance_moved(_won(before, name, 1960), _won(after, name, 1960)) for name in CASES]


def _chance_of_coincidence(v: View) -> np.ndarray:
    """Return the odds that so many changes of line follow a major treaty by chance, dated early and late."""
    changes, treaties = v.table("comintern_line_changes"), v.table("soviet_treaties")
    dates = treaties[treaties["major"] == 1]["when"].to_numpy(float)
    since = MONTHS[:, None] - dates
    covered = ((since >= 0) & (since <= 1)).any(axis=1).mean()
    follow = [((changes[gap] >= 0) & (changes[gap] <= 1)).sum() for gap in ("gap_early", "gap_late")]
    return np.array([_tail(count, len(changes), covered) for count in follow])


def _tail(least: int, count: int, chance: float) -> float:
    """Return the odds of at least so many successes."""
    return sum(comb(count, k) * chance**k * (1 - chance) ** (count - k) for k in range(least, count + 1))


def _imposed(v: View) -> np.ndarray:
    rows = v.table("party_leaderships_1928_30")
    return np.array([rows[(rows["since"] >= "1928") & (rows["since"] < "1931")]["imposed"].sum()], float)


def _part_on_germany(v: View) -> np.ndarray:
    rows = v.table("left_wing_communism_chapters")
    return np.array([rows["germany_low"].mean(), rows["germany_high"].mean()])


POPULAR_FRONT: tuple[Claim, ...] = (
    Claim(
        "c001-left-wing-communism-letter",
        Measured("part of the chapters of the pamphlet that deal with Germany", _part_on_germany, low=0.5),
        refuted_by="less than half of the chapters on the German party",
        correction="addressed to the whole International; one chapter of ten is on Germany, written in "
        "April and May 1920 (Lenin, Collected Works, vol. 31)",
    ),
    Claim(
        "c001-poum-liquidated",
        Measured(
            "years from the election of the people's front to the ban of the POUM: within its three years",
            years_between("popular-front-elected-spain", "poum-banned"),
            low=0,
            high=3.1,
            unit="years",
        ),
        refuted_by="a ban under another government, or none",
    ),
    Claim(
        "c001-comintern-destroyed-spain",
        Moved(
            "probability of workers' power in Spain by 1940 with parties free of directives",
            lambda before, after: chance(_won(after, "Spain", 1940)),
            by="independent-parties",
            low=0.5,
        ),
        refuted_by="workers' power in Spain in less than half of the runs without directives",
    ),
    Claim(
        "c001-movements-as-small-change",
        Measured(
            "odds that so many changes of line come within a year after a major treaty by mere chance",
            _chance_of_coincidence,
            high=0.1,
        ),
        refuted_by="odds above one in ten",
    ),
    Claim(
        "c004-cps-foreign-policy-tools",
        Measured(
            "leaderships of parties abroad replaced by Moscow in 1928-30", _imposed, low=6, unit="parties"
        ),
        refuted_by="five or fewer leaderships of parties abroad replaced by Moscow in 1928-30",
    ),
    Claim(
        "c004-cps-betrayed-revolutions",
        Moved(
            "least gain in the chance of workers' power by 1960 in China, Germany, Spain and Cuba with free "
            "parties: a tenth in each",
            lambda before, after: min(_gains(before, after), key=np.mean),
            by="independent-parties",
            against=OPEN_OUTCOMES,
            low=0.1,
        ),
        refuted_by="one of the four countries in which free parties change nothing",
        weaker=Moved(
            "mean gain in the chance of workers' power over the four countries: a tenth",
            lambda before, after: np.mean(_gains(before, after), axis=0),
            by="independent-parties",
            against=OPEN_OUTCOMES,
            low=0.1,
        ),
    ),
)
