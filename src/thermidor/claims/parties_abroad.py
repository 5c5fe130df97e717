"""Claims on communist parties abroad: who they rest on, whom they obey, what they hold back."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import chance_moved, correlation, first_known
from .model_states import OUTCOMES_OPEN
from .property import ends
from .series import Series
from .view import View


def _votes(v: View, moment: str, column: str) -> np.ndarray:
    """Return a column of the votes at a moment, countries in the order of their names."""
    table = v.table("communist_votes")
    return table[table["what"] == moment].sort_values("note")[column].to_numpy(float)


def _least_rise(v: View) -> np.ndarray:
    return np.array([(_votes(v, "after", "share") / _votes(v, "before", "share")).min()])


def _votes_ten_years_on(v: View) -> np.ndarray:
    return np.array([_votes(v, "later", "votes").sum() / _votes(v, "first", "votes").sum()])


def _mostly_workers(v: View) -> np.ndarray:
    """Return the part of the parties half of whose members are workers."""
    return (ends(v.table("communist_members")) >= 0.5).mean(axis=1)


def _more_workers_than_people(v: View) -> np.ndarray:
    """Return the part of the parties with a greater part of workers than their people, against both ends."""
    table = v.table("communist_members")
    people = table[["people_high", "people_low"]].to_numpy(float).T
    return (ends(table) > people).mean(axis=1)


def _dissent_by_bourgeoisie(v: View) -> np.ndarray:
    """Return dissent in 1968 among parties of rich countries less that among the others."""
    table = v.table("communist_loyalty_1968")
    strong = ends(table[table["strong_bourgeoisie"] == 1]).mean(axis=1)
    weak = ends(table[table["strong_bourgeoisie"] == 0]).mean(axis=1)
    return strong - weak[::-1]  # each low end against the other's high end: the widest range


def _deputies_lost(v: View) -> np.ndarray:
    """Return the part of the French deputies who broke; nought if the pact was not of August 1939."""
    broke, all_of_them = v.table("communist_deputies_1939")[["low", "high"]].to_numpy(float)
    pact = v.event("pact-with-germany-august")[0]
    return broke / all_of_them[::-1] * float(1939.58 < pact < 1939.67)


def _support_before_and_after(v: View) -> np.ndarray:
    """Return mean support for upheavals 1933-41 less that of 1919-32."""
    table = v.table("support_for_upheavals")
    early, late = (ends(table[table["what"] == period]).mean(axis=1) for period in ("1919-32", "1933-41"))
    return late - early


def _held_back(v: View) -> Series:
    error, drive = v["directive_error"], v["wave_drive"]
    return Series(error.values - drive.values, error.first)


def _risen_and_held(v: View) -> np.ndarray:
    """Return the part of the entered countries where movements rose and were held back within a year."""
    table = v.table("army_and_movements")
    rose = table[["rise_low", "rise_high"]].to_numpy(float).T
    fell = table[["fall_low", "fall_high"]].to_numpy(float).T
    return (rose * fell).mean(axis=1)


def _strikes_out_of_office(v: View) -> np.ndarray:
    """Return days lost in France, 1947-48 over 1946: the ministers were dismissed in May 1947."""
    days = v.series("macro.unrest.days_lost_in_labour_disputes.FRA")
    return days.mean(1947, 1948) / days.at(1946)


def _won(v: View) -> np.ndarray:
    return (v["wins_abroad"].total(1944, 1950) > 0).astype(float)


PARTIES_ABROAD: tuple[Claim, ...] = (
    Claim(
        "c000-working-class-base",
        Measured(
            "part of twelve parties 1928-50 with workers for half of their members or more",
            _mostly_workers,
            0.8,
        ),
        refuted_by="two in ten parties resting mainly on other classes",
        weaker=Measured(
            "part of the same parties with more workers than their people has", _more_workers_than_people, 0.8
        ),
    ),
    Claim(
        "c003-third-period-dates",
        Measured(
            "opening of the third period", lambda v: v.event("third-period-opened"), 1929, 1929.999, "year"
        ),
        refuted_by="an opening in another year than 1929",
        correction="1928 to 1934-35 (Carr, Twilight of the Comintern, 1982; McDermott and Agnew, 1996)",
    ),
    Claim(
        "c003-cps-depend-on-own-bourgeoisie",
        Measured(
            "correlation over 1935-80 of obedience to Moscow with ties to the own bourgeoisie",
            lambda v: correlation(v["cp_subordination"], v["cp_national_ties"], 1935, 1980),
            high=-0.3,
        ),
        refuted_by="parties of strong bourgeoisies as obedient as others",
        record=Measured(
            "part of parties in rich countries that opposed the entry into Czechoslovakia in 1968"
            " less that part among the others",
            _dissent_by_bourgeoisie,
            0.2,
        ),
    ),
    Claim(
        "c003-browder",
        Measured(
            "date of the answer to the McNaboe committee",
            lambda v: v.event("browder-would-bear-arms"),
            high=1939.67,
            unit="year",
        ),
        refuted_by="no such answer before the war in Europe",
    ),
    Claim(
        "c003-pact-august-1939-splits",
        Measured(
            "part of French communist deputies who broke with the party, the pact being of August 1939",
            _deputies_lost,
            0.1,
        ),
        refuted_by="a pact of another date, or fewer than a tenth of the deputies leaving",
    ),
    Claim(
        "c003-fear-of-war-sacrifice",
        Measured(
            "correlation over 1929-41 of threat with what is done against movements abroad (harm by orders"
            " and stimulus withheld); no lever moves the threat",
            lambda v: correlation(_held_back(v), v["military_threat"], 1929, 1941),
            0.3,
        ),
        refuted_by="as much support under a greater threat",
        record=Measured(
            "mean support for upheavals 1933-41 less that of 1919-32, on a scale 0-1",
            _support_before_and_after,
            high=-0.2,
        ),
    ),
    Claim(
        "c003-no-left-turn",
        Measured(
            "date of the founding of the Cominform, the break with coalitions",
            lambda v: v.event("cominform-founded"),
            1949,
            unit="year",
        ),
        refuted_by="a break with the policy of coalitions before the end of 1948",
    ),
    Claim(
        "c003-main-support-of-bourgeoisie",
        Moved(
            "chance that an upheaval wins in 1944-50, outcomes left to chance, with parties independent of"
            " Moscow less that with the parties as they were",
            lambda before, after: chance_moved(_won(before), _won(after)),
            "independent-parties",
            0.05,
            against=OUTCOMES_OPEN,
            natural=Measured(
                "days lost in strikes in France 1947-48 over 1946: ministers dismissed in May 1947",
                _strikes_out_of_office,
                2.0,
            ),
        ),
        refuted_by="no better chance of revolution without the parties' restraint",
    ),
    Claim(
        "c003-masses-first-to-cps",
        Measured(
            "least rise of the communist vote 1945-46 over the last before the war, nine countries",
            first_known(_least_rise, lambda v: v["foreign_cp_strength"].ratio(1946, 1938)),
            1.0,
            unit="ratio",
        ),
        refuted_by="a country where the vote was lower after the war",
    ),
    Claim(
        "c003-masses-will-hate-stalinism",
        Measured(
            "communist votes in ten western countries 1953-57 over 1944-46",
            first_known(_votes_ten_years_on, lambda v: v["foreign_cp_strength"].ratio(1956, 1946)),
            high=0.95,
            unit="ratio",
        ),
        refuted_by="as many votes ten years on",
    ),
    Claim(
        "c003-fi-principal-factor",
        Measured(
            "part of eight revolutions 1945-79 led by the Fourth International or its sections",
            lambda v: ends(v.table("revolutions_led")).mean(axis=1),
            0.5,
        ),
        refuted_by="most revolutions decided without it",
    ),
    Claim(
        "c003-army-holds-back-revolution",
        Measured(
            "part of seven countries where councils and strikes rose as the army came and were held back in"
            " the year",
            _risen_and_held,
            0.66,
        ),
        refuted_by="a third of the countries where nothing rose or nothing was held back",
    ),
)
