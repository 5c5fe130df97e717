"""Claims on 1917, on what isolation did to soviet power, and on when the degeneration began."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import break_year, difference, year_below
from .view import View

FAILED = -1.0  # put in place of a gain where private capitalism came back: a chance that cost power is none


def _alone_and_rural(v: View) -> np.ndarray:
    """Return late soviet democracy where the village is the country; no upheaval abroad wins in history."""
    return np.where(v["peasant_share"].at(1922) > 0.7, v["soviet_democracy"].mean(1935, 1938), np.nan)


def _both_swell(before: View, after: View) -> np.ndarray:
    """Return the lesser of two answers to markets kept abolished: officials and waste, as shares."""
    spans = [
        (v["bureaucracy_size"].mean(1923, 1927), v["waste_share"].mean(1923, 1927)) for v in (before, after)
    ]
    return np.minimum(*(new / np.maximum(old, 1e-6) - 1 for old, new in zip(*spans, strict=True)))


def _voice_without_loss(before: View, after: View) -> np.ndarray:
    lost = after["restored"].peak(1921, 1930) > 0.5
    return np.where(
        lost, FAILED, difference(before["soviet_democracy"], after["soviet_democracy"], 1925, 1925)
    )


def _village_part(v: View) -> np.ndarray:
    """Return the part of recorded rural cases in all recorded actions of 1917, from March to September."""
    months = ("Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep")
    cases = [v.series(f"soviet.labour.peasant_offences_1917_total_{m}.Russia").at(1917) for m in months]
    rural = np.sum(cases, axis=0)
    strikes = v.table("actions_1917")[["strikes_low", "strikes_high"]].to_numpy(float).ravel()
    return rural[:, None] / (rural[:, None] + strikes[None, :])


def _surge(v: View) -> np.ndarray:
    """Return the mean wave of 1918-20 over the greatest mean of any other three years between the wars."""
    wave = v["revolution_wave"]
    rest = [wave.mean(first, first + 2) for first in (*range(1913, 1916), *range(1921, 1938))]
    return wave.mean(1918, 1920) / np.maximum(np.max(rest, axis=0), 1e-6)


def _after(later: str, earlier: str):
    """Return what measures the years between two dated events."""
    return lambda v: v.event(later) - v.event(earlier)


def _soviet_majority(v: View) -> np.ndarray:
    rows = v.table("second_congress_of_soviets")
    return np.array([rows["for_soviet_power"].min(), rows["for_soviet_power"].max()])


DEGENERATION: tuple[Claim, ...] = (
    Claim(
        "c002-peasant-uprising",
        Measured("part of rural cases in recorded rural cases and strikes, March-September 1917; the half of "
                 "the sentence on absolutism, gone by March, is not measured", _village_part, low=0.5),
        refuted_by="more strikes than rural cases in 1917",
    ),
    Claim(
        "c002-sioc-impossible",
        Measured("soviet democracy 1935-38 where the country stayed isolated and agrarian: none above 0.7",
                 _alone_and_rural, high=0.7),
        refuted_by="an isolated agrarian run that keeps soviet democracy above 0.7",
        weaker=Moved("gain in soviet democracy 1935-38 if the country is rich from the start",
                     lambda a, b: difference(a["soviet_democracy"], b["soviet_democracy"], 1935, 1938),
                     "rich-country-revolution", low=0.01),
    ),
    Claim(
        "c002-early-abolition-bureaucracy",
        Moved("officials and waste 1923-27 when requisition and the ban on trade go on, both above NEP's",
              _both_swell, "war-communism-continued", low=0.01),
        refuted_by="fewer officials or less waste when markets stay abolished",
    ),
    Claim(
        "c002-isolated-proletarian-rule-unstable",
        Measured("first year from 1918 in which soviet democracy is below 0.3",
                 lambda v: year_below(v["soviet_democracy"], 0.3, 1918), high=1927),
        refuted_by="soviet democracy above 0.3 for more than ten years in isolation",
    ),
    Claim(
        "c002-internationalism-material",
        Moved("gain in soviet democracy 1925-35 if the revolution wins in Europe in 1919",
              lambda a, b: difference(a["soviet_democracy"], b["soviet_democracy"], 1925, 1935),
              "europe-revolution-1919", low=0.01),
        refuted_by="no more soviet democracy after a victory in Europe",
    ),
    Claim(
        "c002-real-transfer-1917",
        Measured("part of the delegates at the Second Congress of Soviets for all power to the soviets",
                 _soviet_majority, low=0.5),
        refuted_by="a minority for soviet power at the congress that took it",
    ),
    Claim(
        "c002-revolution-sparked-wave",
        Measured("revolutionary episodes abroad 1918-20 over the greatest other three years 1913-39; that "
                 "October and not the war set them off is not separable here", _surge, low=1.0),
        refuted_by="another three years between the wars with more episodes",
    ),
    Claim(
        "c002-bolsheviks-open-debate",
        Measured("years from the leader's theses of April 1917 to a public reply against them in the party's "
                 "own paper: at most two weeks", _after("april-theses-answered", "april-theses-printed"),
                 low=0.0, high=0.04),
        refuted_by="no public contradiction of the leader in the party press",
    ),
    Claim(
        "c002-left-sr-alliance",
        Measured("years from the rising to a coalition government: within a week, as stated",
                 _after("left-srs-enter-government", "october-rising"), high=0.02),
        refuted_by="a first government of one party",
        weaker=Measured("years from the coalition to the Constituent Assembly: before it met",
                        _after("constituent-assembly-opens", "left-srs-enter-government"), low=0.0),
        correction="Left SRs joined the rising, stayed out of the first government, entered it on 22 "
                   "December 1917 and left in March 1918 (Carr, The Bolshevik Revolution, vol. 1, ch. 5)",
    ),
    Claim(
        "c002-brest-kronstadt-bans",
        Measured("year of the break in the level of soviet democracy 1913-32: among the turning points named",
                 lambda v: break_year(v["soviet_democracy"], 1914, 1932), 1918, 1922),
        refuted_by="a break before 1918 or after 1922",
    ),
    Claim(
        "c002-degeneration-before-stalin",
        Measured("year of the break in the level of soviet democracy: by 1921",
                 lambda v: break_year(v["soviet_democracy"], 1914, 1932), high=1921),
        refuted_by="a break after the civil war",
        weaker=Measured("first year of the new level: by 1922, Lenin's last at work",
                        lambda v: break_year(v["soviet_democracy"], 1914, 1932), high=1922),
    ),
    Claim(
        "c002-emergency-not-reversed",
        Measured("emergency rule 1922 over that of 1920",
                 lambda v: v["emergency_rule"].ratio(1922, 1920), low=0.5),
        refuted_by="emergency rule halved within two years of the war",
    ),
    Claim(
        "c002-militarised-labour-considered",
        Measured("date of the theses on militarising labour",
                 lambda v: v.event("labour-militarisation-theses"), 1919.9, 1920.5),
        refuted_by="no such proposal by the spring of 1920",
    ),
    Claim(
        "c002-fear-of-peasant-vote",
        Measured("years from the opening of rural elections, which cost the party seats, to the narrowing "
                 "of the franchise: within two",
                 _after("franchise-narrowed-1926", "rural-elections-opened-1925"), low=0.0, high=2.0),
        refuted_by="no narrowing after peasants had used freer elections",
    ),
    Claim(
        "c002-missed-chance-participation",
        Moved("gain in soviet democracy 1925 if soviets are kept free from 1921; minus one where "
              "capitalism is restored by 1930", _voice_without_loss, "free-soviets-1921", low=0.05),
        refuted_by="no gain, or a restoration",
    ),
    Claim(
        "c002-industry-state-owned-military",
        Measured("state ownership of the economy in 1913, coded by experts 0-1, taken for the state's part "
                 "of industry", lambda v: v.series("coded.nationalised_share").at(1913), low=0.5),
        refuted_by="less than half of industry owned by the state",
        correction="state plants were a small minority before 1914, about a tenth of output or less; private "
                   "firms had most war orders (Gatrell, Government, Industry and Rearmament, 1994)",
    ),
)  # fmt: skip
