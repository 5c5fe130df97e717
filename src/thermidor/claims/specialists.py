"""Claims on specialists, privilege and the divisions of labour that outlived private property."""

import numpy as np

from .claim import Change, Claim, Measured, Moved
from .measures import response, year_below
from .view import View

MORE_SCHOOLED = Change("more-schooled-start", {"initial_culture": 0.7})


def _pay_gaps(v: View) -> np.ndarray:
    """Return late over early inequality by each series that has both ends: top share and earnings deciles."""
    top = v.series("top-one-percent-share").ratio(1985, 1928)
    deciles = v.series("decile-ratio").ratio(1981, 1964)
    ends = v.series("decile-ratio~average_earnings_top10_to_bottom10").ratio(1970, 1956)
    return np.concatenate([top, deciles, ends])


def _inherited(v: View) -> np.ndarray:
    """Return the greatest inherited part of elite posts over the least of great fortunes."""
    rows = v.table("inheritance")
    return (rows["posts_high"] / rows["fortunes_low"]).to_numpy(float)


def _gap_left(v: View) -> np.ndarray:
    """Return, by division and end of the range, the gap of 1985 over that of 1928."""
    rows = v.table("divisions")
    return np.concatenate([rows["late_low"] / rows["early_high"], rows["late_high"] / rows["early_low"]])


def _village_gap(v: View) -> np.ndarray:
    gap = [1 - v["village_consumption"].at(y) / v["town_consumption"].at(y) for y in (1985, 1928)]
    return gap[0] / np.maximum(gap[1], 1e-6)


SPECIALISTS: tuple[Claim, ...] = (
    Claim(
        "c002-specialists-hostile-class",
        Moved("pay of specialists over the average 1922-35 if twice as many adults are schooled from the "
              "start, "
              "as a change: pay follows scarcity; the hostile interest itself is not measured",
              lambda a, b: response(a["wage_spread"], b["wage_spread"], 1922, 1935), MORE_SCHOOLED,
              high=-0.01,
              natural=Measured("earnings of the top over the bottom tenth 1970 against 1956, while secondary "
                               "schooling spread", lambda v: v.series(
                                   "decile-ratio~average_earnings_top10_to_bottom10").ratio(1970, 1956) - 1,
                               high=-0.01)),
        refuted_by="pay of specialists that does not fall as skill spreads",
    ),
    Claim(
        "c002-stratification-reinforced",
        Measured("pay of top officials over the average, 1985 against 1928",
                 lambda v: v["wage_spread"].ratio(1985, 1928), low=1.0),
        refuted_by="smaller differences of pay at the end than in 1928",
        record=Measured("top share 1985 against 1928 and earnings deciles 1981 against 1964, 1970 against "
                        "1956",
                        _pay_gaps, low=1.0),
    ),
    Claim(
        "c002-party-represents-specialists",
        Measured("first year from 1918 with less than a quarter of party members at the bench: by 1922",
                 lambda v: year_below(v["party_worker_share"], 0.25, 1918), high=1922),
        refuted_by="more than a quarter of members at the bench in 1922",
        record=Measured("first year with less than a quarter of members working in factories",
                        lambda v: year_below(v.series("party-factory-share-1919"), 0.25, 1918), high=1922),
    ),
    Claim(
        "c002-caste-not-class",
        Measured("inherited part of the highest posts over the inherited part of great fortunes in "
                 "capitalism",
                 _inherited, high=0.5),
        refuted_by="posts that pass to children at half the rate of fortunes or more",
    ),
    Claim(
        "c002-other-divisions-remained",
        Measured("gap between village and town consumption, 1985 over 1928: not halved", _village_gap,
                 low=0.5),
        refuted_by="every gap halved by 1985",
        record=Measured("gaps of pay by skill and sex, of town and country and of women in office, 1985 "
                        "over 1928",
                        _gap_left, low=0.5),
    ),
)  # fmt: skip
