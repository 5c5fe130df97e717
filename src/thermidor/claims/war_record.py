"""Claims on the two world wars and on what came of the second."""

import numpy as np

from .claim import Claim, Measured, Moved, Unsettled
from .counterparts import OPEN_OUTCOMES
from .dated import estimates_of, years_between
from .measures import difference
from .view import View

STATES_BEFORE = 2  # the USSR and Mongolia


def _means_of_war(before: View, after: View) -> np.ndarray:
    """Return the change in arms and army of 1941-44 where industry grew slowly, as a share."""
    means = [v["military"].total(1941, 1944) for v in (before, after)]
    return means[1] / means[0] - 1


def _stronger_and_alive(v: View) -> np.ndarray:
    """Return the gain in acceptance from 1940 to 1946, or -1 where the regime fell by 1953."""
    fell = v["ended"].peak(1945, 1953) > 0.5
    return np.where(fell, -1.0, v["legitimacy"].change(1946, 1940))


def _stronger_abroad(v: View) -> np.ndarray:
    """Return two ratios: of the share in material power, and of the number of states under such rule."""
    power = v.series("macro.capabilities.nmc_cinc.RUS_STATE")
    states = v.series("communist-regimes").mean(1946, 1950)
    return np.concatenate([power.mean(1946, 1950) / power.mean(1936, 1940), states / STATES_BEFORE])


def _plants(v: View) -> np.ndarray:
    return v.table("evacuated_plants")["number"].to_numpy(float)


def _both_reached(v: View) -> np.ndarray:
    return np.maximum(v.event("leningrad-encircled"), v.event("stalingrad-reached"))


WAR_RECORD: tuple[Claim, ...] = (
    Claim(
        "c001-two-cities-under-siege-1942",
        Measured(
            "date by which both cities are reached: the start of 1942", _both_reached, high=1942, unit="year"
        ),
        refuted_by="one of the two cities reached only in the course of 1942",
        weaker=Measured("the same: in the course of 1942", _both_reached, high=1942.999, unit="year"),
        correction="Leningrad was cut off in September 1941, Stalingrad was fought for from August 1942; "
        "the surrounded army there was German (Glantz)",
    ),
    Claim(
        "c001-industry-won-war",
        Moved(
            "change in arms and army of 1941-44 with slow industry and no collective farms: a third less (no "
            "run doubts victory itself)",
            _means_of_war,
            by="slow-industry-then-war",
            high=-0.33,
        ),
        refuted_by="more than two thirds of the means of war without the plans",
        weaker=Moved(
            "change in arms and army of 1941-44: a tenth less",
            _means_of_war,
            by="slow-industry-then-war",
            high=-0.1,
        ),
    ),
    Claim(
        "c001-evacuation",
        Measured(
            "plants moved east in 1941: over 1,500, by what is counted", _plants, low=1500, unit="plants"
        ),
        refuted_by="1,500 plants or fewer by every count",
    ),
    Claim(
        "c001-victory-within-year",
        Measured(
            "years from the counter-attack at Stalingrad to the surrender",
            years_between("stalingrad-counter-attack", "germany-surrenders"),
            high=1,
            unit="years",
        ),
        refuted_by="more than a year from counter-attack to surrender",
        correction="two and a half years, November 1942 to May 1945 (Erickson)",
    ),
    Claim(
        "c001-stalinism-stronger-after-war",
        Measured(
            "acceptance of the regime in 1946 over 1940, the regime in place to 1953",
            _stronger_and_alive,
            low=0,
        ),
        refuted_by="a weaker state in 1946 than in 1938, or its fall by 1953",
        record=Measured(
            "share in material power, and number of states under such rule: 1946-50 over 1936-40",
            _stronger_abroad,
            low=1,
        ),
    ),
    Claim(
        "c001-labour-governments-boom",
        Moved(
            "how much stronger upheaval abroad is in 1946-55 without the boom and reform: 0.05 of its scale",
            lambda before, after: difference(before["revolution_wave"], after["revolution_wave"], 1946, 1955),
            by="western-stagnation-after-1945",
            against=OPEN_OUTCOMES,
            low=0.05,
        ),
        refuted_by="no more upheaval where boom and reform are taken away",
        correction="Bevan was a minister; labour parties governed alone in Britain and Scandinavia, in "
        "coalitions elsewhere (Sassoon, One Hundred Years of Socialism, ch. 5)",
    ),
    Claim(
        "c001-stalin-poisoned",
        Unsettled(
            "the papers of the autopsy allow a stroke of itself as well as one brought on by poison",
            "analysis of tissue, or the full medical log of 1-5 March 1953",
        ),
        refuted_by="tissue free of poison and physicians called at once",
        weaker=Measured(
            "hours without a physician after he was found: six and more",
            estimates_of("stalin_untreated", "hours from being found to the physicians"),
            low=6,
            unit="hours",
        ),
    ),
    Claim(
        "c004-ended-war-east",
        Measured(
            "years by which peace in the East came before the armistice in the West",
            years_between("brest-litovsk-signed", "western-front-armistice"),
            low=0,
            unit="years",
        ),
        refuted_by="no peace in the East before the general armistice",
    ),
)
