"""Claims on intervention, civil war and famine, and on what they did to workers."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import difference, first_known
from .view import View


def _armies(v: View) -> np.ndarray:
    """Return every count of states with troops in Russia, from the narrowest definition to the widest."""
    ends = v.table("intervening_states_1918_22")[["narrow", "wide"]].sum()
    return np.arange(ends.min(), ends.max() + 1, dtype=float)


def _morale_where_hunger_grew(before: View, after: View) -> np.ndarray:
    hungrier = after["starved"].total(1922, 1925) > before["starved"].total(1922, 1925) + 0.05
    moved = difference(before["worker_morale"], after["worker_morale"], 1922, 1925)
    return np.where(hungrier, moved, np.nan)


def _exhaustion(v: View) -> np.ndarray:
    """Return how far exhaustion leads the next cause of the fall in output per worker 1917-20."""
    part = v.table("fall_of_output_per_worker_1917_20").set_index("what")["percent"]
    return np.array([part["exhaustion of workers"] - part.drop("exhaustion of workers").max()], float)


def _harvest_part(before: View, after: View) -> np.ndarray:
    """Return the part of the fall of the harvest 1917-21 that does not come without intervention."""
    fall = before["grain_output"].at(1917) - before["grain_output"].at(1921)
    return (after["grain_output"].at(1921) - before["grain_output"].at(1921)) / np.maximum(fall, 1e-6)


def _factory_workers_kept(v: View) -> np.ndarray:
    place = "soviet.labour.industrial_workers.{}".format
    return v.series(place("RSFSR")).at(1921) / v.series(place("Russia")).at(1917)


def _famine_dead(v: View) -> np.ndarray:
    return v.series("famine-1921-22").at(1922)


def _years_of_war(v: View) -> np.ndarray:
    years = v.event("civil-war-ends") - v.event("civil-war-begins")
    return np.where(_famine_dead(v) > 1.0, years, 0.0)


CIVIL_WAR: tuple[Claim, ...] = (
    Claim(
        "c001-21-armies",
        Measured("states with troops in Russia 1918-22, give or take one: every count from allied "
                 "expeditions alone to dominions, Central Powers and seceded neighbours", _armies,
                 20, 22, "states"),
        refuted_by="another number by every way of counting",
    ),
    Claim(
        "c001-famine-sapped-morale",
        Moved("change of workers' morale 1922-25 where requisition goes on and hunger grows by it",
              _morale_where_hunger_grew, "war-communism-continued", high=-0.01,
              natural=Measured("fall in output per worker 1917-20 as Strumilin divides it: exhaustion less "
                               "the next cause; exhaustion is taken for the work of hunger",
                               _exhaustion, low=1e-9, unit="%")),
        refuted_by="morale that does not fall when hunger grows",
    ),
    Claim(
        "c001-intervention-cause-of-famine",
        Moved("part of the fall of the harvest 1917-21 that intervention explains", _harvest_part,
              "no-foreign-intervention", low=0.5),
        refuted_by="more than half of the fall without foreign intervention",
    ),
    Claim(
        "c001-working-class-disintegrated",
        Measured("industrial workers 1921 over 1917",
                 first_known(_factory_workers_kept, lambda v: v["worker_index"].ratio(1921, 1917)),
                 high=0.55),
        refuted_by="more than 55 of every 100 industrial workers of 1917 still at work in 1921",
    ),
    Claim(
        "c001-four-years-civil-war",
        Measured("years of civil war, by its wide and narrow limits; 0 if the famine of 1921-22 took under a "
                 "million lives", _years_of_war, 3.5, 4.5),
        refuted_by="a war shorter than three and a half years or longer than four and a half",
        weaker=Measured("famine deaths 1921-22, million",
                        first_known(_famine_dead, lambda v: v["famine_deaths"].total(1921, 1922)),
                        low=1.0, unit="million"),
        correction="large-scale war from May 1918 to November 1920, two and a half years; 5 million dead of "
                   "famine (Mawdsley, The Russian Civil War, 1987)",
    ),
)  # fmt: skip
