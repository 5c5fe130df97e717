"""Claims on how the Left Opposition was driven out, and on its later international."""

import numpy as np

from .claim import Claim, Documentary, Measured
from .dated import years_between
from .view import View


def _days_to_loss(v: View) -> np.ndarray:
    """Return the days from the demonstrations of 7 November to the loss of the seat, for each of the six."""
    return v.table("opposition_leaders_1927")["days"].to_numpy(float)


OPPOSITION: tuple[Claim, ...] = (
    Claim(
        "c001-expelled-within-week",
        Measured(
            "days from 7 November 1927 to the loss of the seat, for each of the six: within a week",
            _days_to_loss,
            low=0,
            high=7,
            unit="days",
        ),
        refuted_by="a seat lost before the demonstrations or more than a week after",
        weaker=Measured(
            "years from the demonstrations to the exclusion of the opposition from the party by the congress",
            years_between("opposition-street-demonstrations", "opposition-excluded-by-congress"),
            low=0,
            high=55 / 365,
            unit="years",
        ),
        correction="Trotsky and Zinoviev lost their seats on 23 October 1927, the other four on 14 "
        "November; the name is Smilga (Carr, Foundations of a Planned Economy, vol. 2, ch. 42)",
    ),
    Claim(
        "c001-alma-ata-turkey",
        Measured(
            "years from the exile to Alma-Ata to the deportation to Turkey: about thirteen months",
            years_between("trotsky-sent-to-alma-ata", "trotsky-deported-to-turkey"),
            low=1.0,
            high=1.2,
            unit="years",
        ),
        refuted_by="a deportation before the exile, or in another winter",
    ),
    Claim(
        "c001-ilo-founded-mexico",
        Measured(
            "years from the landing in Mexico to the founding of the International Left Opposition",
            years_between("trotsky-arrives-in-mexico", "international-left-opposition-founded"),
            low=0,
            unit="years",
        ),
        refuted_by="a founding before Trotsky came to Mexico",
        correction="founded in Paris in April 1930, Trotsky being in Turkey; in Mexico he worked for the "
        "Fourth International of 1938 (Trotsky, A Big Step Forward)",
    ),
    Claim(
        "c001-trotskyism-invented",
        Documentary(
            "Trotsky, letter to the Bureau of Party History (1927), with the statements of Preobrazhensky, "
            "Pyatakov, Rakovsky and Eltsin, in The Stalin School of Falsification",
            "the witnesses, all of the Opposition, report Zinoviev as saying in 1926 that old disputes had "
            "been tied to new ones on purpose; there is no record from the other side",
        ),
        refuted_by="a record of 1923-1926 in which its authors hold to the doctrine after the break",
    ),
    Claim(
        "c001-mercader-1940",
        Measured(
            "date of the murder of Trotsky", lambda v: v.event("trotsky-killed"), 1940, 1940.999, "year"
        ),
        refuted_by="a death in another year",
    ),
)
