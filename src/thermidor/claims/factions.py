"""Claims on Lenin's end and on the oppositions of 1925-27."""

import numpy as np

from .claim import Claim, Measured
from .view import View


def _days_between(v: View) -> np.ndarray:
    """Return the days from the reception to the march."""
    return v.table("opposition_in_leningrad_1927")["day_of_year"].diff().to_numpy(float)[1:]


FACTIONS: tuple[Claim, ...] = (
    Claim(
        "c001-third-stroke-1923",
        Measured("date of the third stroke", lambda v: v.event("lenin-third-stroke"), 1923, 1923.999),
        refuted_by="a stroke in another year",
    ),
    Claim(
        "c001-testament-suppressed",
        Measured("years from the letter's dictation to its first printing for the public at home",
                 lambda v: v.event("testament-published") - v.event("testament-dictated"), low=10.0,
                 unit="years"),
        refuted_by="publication in the USSR within ten years",
    ),
    Claim(
        "c001-united-opposition-1925",
        Measured("date of the bloc of Trotsky with Zinoviev and Kamenev",
                 lambda v: v.event("united-opposition-formed"), 1925, 1925.999),
        refuted_by="a bloc formed in another year",
        weaker=Measured("date of Zinoviev's and Kamenev's break with the majority",
                        lambda v: v.event("new-opposition-breaks"), 1925, 1925.999),
        correction="the New Opposition broke in 1925; the bloc was formed in April 1926 and declared in July "
                   "(Encyclopedia of Russian History, article United Opposition)",
    ),
    Claim(
        "c001-opposition-programme",
        Measured("of four demands named, those found in the platform of September 1927",
                 lambda v: v.table("platform_1927")[["found"]].sum().to_numpy(float), low=4),
        refuted_by="one of the four missing from the platform",
    ),
    Claim(
        "c001-nov-7-leningrad",
        Measured("days from the warm reception in Leningrad to the march of 7 November 1927: the same day, "
                 "give or take three", _days_between, -3.0, 3.0, "days"),
        refuted_by="reception and march on different days",
        weaker=Measured("date of an opposition march in Leningrad",
                        lambda v: v.event("opposition-march-leningrad"), 1927.83, 1927.86),
        correction="the warm crowd was at the session of mid-October 1927; the groups of 7 November in "
                   "Moscow and Leningrad were broken up (Deutscher, The Prophet Unarmed, ch. 5)",
    ),
)  # fmt: skip
