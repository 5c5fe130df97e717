"""Claims of the third essay on the model abroad: fronts, parties, and states that took it over."""

import numpy as np

from .claim import Change, Claim, Documentary, Measured, Moved
from .measures import difference, hazard_ratio
from .view import View

OUTCOMES_OPEN = Change("outcomes-left-open", {"open_outcomes": True})
SPAN = range(1951, 1990)


def _adopted_when_ahead(v: View) -> np.ndarray:
    """Return the rate of new regimes in years after Soviet growth led over that in other years, 1951-89."""
    count, income, west = v.series("communist-regimes"), v["national_income"], v["capitalist_growth"]
    new = np.stack([count.at(year) > count.at(year - 1) for year in SPAN], axis=1)
    ahead = np.stack([income.growth(y - 5, y) > west.mean(y - 4, y) for y in SPAN], axis=1)
    return hazard_ratio(new.astype(float), ahead.astype(float))


def _turned_capitalist(v: View) -> np.ndarray:
    """Return the part of the three states with lawful private firms within 40 years, by either dating."""
    rows = v.table("national_revolutions")
    waits = [rows["private_firms"] - rows[start] for start in ("first_start", "last_start")]
    return np.array([(wait <= 40).mean() for wait in waits])


def _line_follows_treaty(v: View) -> np.ndarray:
    """Return the lesser wait, years: from wish for allies to line, from line to suppression."""
    line = v.event("popular-front-line")
    return np.minimum(line - v.event("alliances-sought"), v.event("poum-banned") - line)


MODEL_STATES: tuple[Claim, ...] = (
    Claim(
        "c002-popular-front-sold-out",
        Measured("lesser wait, years: from the decision to seek allies to the new line, and from the line "
                 "to the ban of the left opposition party in Spain; the order says nothing of motives",
                 _line_follows_treaty, 0.0, 4.0),
        refuted_by="a line that changed before the diplomacy, or a ban before the line",
    ),
    Claim(
        "c002-no-strikes-wwii",
        Documentary("Browder, Victory and After (1942), ch. on labour; resolutions of the communist-led "
                    "unions on the "
                    "no-strike pledge, 1941-44; British party, conference reports 1942-43 on production",
                    "strikes are opposed for the length of the war"),
        refuted_by="party documents of 1941-45 that call for strikes in Allied countries",
    ),
    Claim(
        "c002-cps-obstacles",
        Moved("upheavals won abroad 1944-48 if parties do not depend on Moscow, outcomes left to chance: "
              "more",
              lambda a, b: b["wins_abroad"].total(1944, 1948) - a["wins_abroad"].total(1944, 1948),
              "independent-parties", low=0.5, against=OUTCOMES_OPEN, unit="upheavals"),
        refuted_by="no more victories with independent parties",
        weaker=Moved("intensity of revolutionary situations abroad 1944-48 in the same runs: higher",
                     lambda a, b: difference(a["revolution_wave"], b["revolution_wave"], 1944, 1948),
                     "independent-parties", low=0.01, against=OUTCOMES_OPEN),
    ),
    Claim(
        "c002-model-attracts-nationalists",
        Moved("attraction of the model in agrarian countries 1950-75 without military rivalry: less",
              lambda a, b: difference(a["diffusion_drive"], b["diffusion_drive"], 1950, 1975),
              "no-military-rivalry", high=-0.001,
              natural=Measured("rate of new regimes in years after Soviet growth led over that in others, "
                               "1951-89",
                               _adopted_when_ahead, low=1.0)),
        refuted_by="as many followers when the lead and the rivalry are gone",
    ),
    Claim(
        "c002-bourgeois-revolutions",
        Measured("part of the three states with lawful private firms within 40 years of the revolution: all",
                 _turned_capitalist, low=1.0),
        refuted_by="one of the three without a capitalist turn in 40 years",
        weaker=Measured("the same: most of them", _turned_capitalist, low=0.5),
    ),
)  # fmt: skip
