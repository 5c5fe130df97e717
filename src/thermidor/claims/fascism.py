"""Claims on the line of the Comintern, the German elections, the seizure of power and the pact."""

import numpy as np

from .claim import Claim, Measured, Moved
from .counterparts import OPEN_OUTCOMES
from .dated import date_of, years_between
from .measures import chance_moved
from .view import View

IN_POWER = 0.8  # fascism in a great power stands at 1 once it rules; a movement stays well below
SINCE_1932 = ("1932-07", "1932-11")  # the elections to which the essay's two figures belong


def _lead_of_labour(v: View) -> np.ndarray:
    """Return the lead of both workers' parties over the NSDAP, million votes, in each election of 1932."""
    rows = v.table("reichstag_votes")
    rows = rows[rows["election"].isin(SINCE_1932)]
    return ((rows["communists"] + rows["social_democrats"] - rows["nazi"]) / 1e6).to_numpy(float)


def _best_share(v: View) -> np.ndarray:
    """Return the greatest share of the NSDAP at an election before the appointment."""
    rows = v.table("reichstag_votes")
    rows = rows[rows["election"] < "1933"]
    return np.array([(rows["nazi"] / rows["valid"]).max()])


def _part_of_decade(v: View) -> np.ndarray:
    """Return the part of the years 1930-39 in which the line was in force."""
    return (np.minimum(v.event("third-period-closed"), 1940) - 1930) / 10


def _in_power(v: View) -> np.ndarray:
    """Return, per run, whether fascism rules a great power at some time in 1933-38."""
    return (v["fascism"].peak(1933, 1938) > IN_POWER).astype(float)


FASCISM: tuple[Claim, ...] = (
    Claim(
        "c001-third-period-1930s",
        Measured("part of the years 1930-39 under the line of the third period", _part_of_decade, low=0.9),
        refuted_by="another line for more than a year of the decade",
        weaker=Measured(
            "end of the third period: after the first three years of the decade",
            date_of("third-period-closed"),
            low=1933,
            unit="year",
        ),
        correction="the third period lasted from 1928 to 1934, then came the people's front (Carr, Twilight)",
    ),
    Claim(
        "c001-kpd-6m-spd-8m",
        Measured(
            "votes of KPD and SPD less those of the NSDAP, at each Reichstag election of 1932",
            _lead_of_labour,
            low=0,
            unit="million votes",
        ),
        refuted_by="more votes for the NSDAP than for both workers' parties at both elections",
        correction="votes, not members, of two elections: 5.28 and 7.96 against 13.75 million in July 1932, "
        "5.98 and 7.25 against 11.74 million in November (official results)",
    ),
    Claim(
        "c001-hitler-electoral-victory",
        Measured("greatest share of the NSDAP at a Reichstag election before 1933", _best_share, low=0.5),
        refuted_by="no majority at any election before the appointment",
        correction="37.3 per cent at most; appointed by the president on 30 January 1933 (official results)",
    ),
    Claim(
        "c001-no-nazis-without-stalin",
        Moved(
            "probability of fascism in power in 1933-38 with communist and social-democratic unity",
            lambda before, after: _in_power(after).mean(keepdims=True),
            by="united-front-germany",
            high=0.1,
        ),
        refuted_by="fascism in power in more than one of ten runs with unity",
        weaker=Moved(
            "by how much unity lowers the probability of fascism in power: at least a fifth",
            lambda before, after: chance_moved(_in_power(after), _in_power(before)),
            by="united-front-germany",
            against=OPEN_OUTCOMES,
            low=0.2,
        ),
    ),
    Claim(
        "c001-pact-1938",
        Measured(
            "date of the German-Soviet pact", date_of("pact-with-germany-august"), 1938, 1938.999, "year"
        ),
        refuted_by="a signature in another year",
        correction="23 August 1939 (Degras, Soviet Documents, vol. 3)",
    ),
    Claim(
        "c001-trotsky-foresaw-pact",
        Measured(
            "years by which the text quoted came before the pact: five and more for one of 1933",
            years_between("trotsky-text-on-deals-with-hitler", "pact-with-germany-august"),
            low=5,
            unit="years",
        ),
        refuted_by="a text written less than five years before the pact",
        weaker=Measured(
            "years by which the text quoted came before the pact: it came first",
            years_between("trotsky-text-on-deals-with-hitler", "pact-with-germany-august"),
            low=0,
            unit="years",
        ),
        correction="the text names the people's front in France and the war in China: it is of 1938-39 "
        "(Writings 1938-39)",
    ),
)
