"""Claims on deportation, forced labour, the purges and the fate of the old leaders."""

import numpy as np
import pandas as pd

from .claim import Claim, Measured
from .view import View

BY_THE_REGIME = ("executed", "suicide", "killed in prison", "killed abroad")
IN_THE_COUNTRY = ("executed", "suicide")


def _deaths_in_runs(v: View) -> np.ndarray:
    return v["executions"].total(1936, 1939) + v["camp_deaths"].total(1936, 1939)


def _deaths_on_record(v: View) -> np.ndarray:
    return v.table("purge_deaths_1936_39")[["low", "high"]].to_numpy(float).ravel()


def _part_killed(members: pd.DataFrame) -> list[float]:
    """Return the part killed by 1940: by execution or suicide; with killings in prison and abroad."""
    early = members["died"] <= 1940
    return [float((early & members["how"].isin(ways)).mean()) for ways in (IN_THE_COUNTRY, BY_THE_REGIME)]


def _half_of_committee(v: View) -> np.ndarray:
    """Return the part killed, of the full members and of members with candidates."""
    rows = v.table("central_committee_1917")
    return np.array(_part_killed(rows[rows["seat"] == "member"]) + _part_killed(rows))


def _half_of_survivors(v: View) -> np.ndarray:
    rows = v.table("central_committee_1917")
    return np.array(_part_killed(rows[(rows["seat"] == "member") & (rows["died"] > 1927)]))


def _high_command_lost(v: View) -> np.ndarray:
    rows = v.table("high_command_1937")
    top = rows[rows["rank"].isin(["marshal", "army commander"])]
    return np.array([top["lost"].sum() / top["before"].sum()])


def _at_magnitogorsk(what: str):
    """Return what measures the low and high end of a figure for the site, thousands."""

    def read(v: View) -> np.ndarray:
        rows = v.table("magnitogorsk").set_index("what")["thousands"]
        return rows[[f"{what}, low", f"{what}, high"]].to_numpy(float)

    return read


TERROR: tuple[Claim, ...] = (
    Claim(
        "c001-purges-over-a-million",
        Measured(
            "executions and deaths in camps 1936-39: over a million",
            _deaths_in_runs,
            low=1.0,
            unit="million persons",
        ),
        refuted_by="less than a million deaths by any estimate",
        record=Measured(
            "deaths by repression 1936-39, by what is counted",
            _deaths_on_record,
            low=1.0,
            unit="million persons",
        ),
    ),
    Claim(
        "c001-half-of-1917-cc",
        Measured(
            "part of the committee of August 1917 killed by 1940, without and with killings in prison and "
            "abroad, members and members with candidates",
            _half_of_committee,
            low=0.5,
        ),
        refuted_by="less than half of the committee by any count",
        weaker=Measured("the same of those members still alive in 1928", _half_of_survivors, low=0.5),
    ),
    Claim(
        "c001-tukhachevsky-purged",
        Measured(
            "part of experienced commanders lost by purge and not replaced, 1937-41: a tenth",
            lambda v: v["officer_loss"].peak(1937, 1941),
            low=0.1,
        ),
        refuted_by="most marshals and army commanders of 1936 still in post",
        record=Measured("part of the marshals and army commanders lost", _high_command_lost, low=0.5),
    ),
    Claim(
        "c004-magnitogorsk-30000",
        Measured(
            "deported peasants at the site with their families: 30,000 within a fifth",
            _at_magnitogorsk("deported peasants at the site"),
            low=24,
            high=36,
            unit="thousand persons",
        ),
        refuted_by="every estimate outside a fifth of 30,000",
        weaker=Measured(
            "deaths in the first winter: three thousand within a half",
            _at_magnitogorsk("deaths in the first winter"),
            low=1.5,
            high=4.5,
            unit="thousand persons",
        ),
        correction="mostly deported peasants with their families, 30,000 to 40,000, not convicts (Kotkin, "
        "Magnetic Mountain); no count of the first winter is published",
    ),
    Claim(
        "c004-bolshevik-leaders-eliminated",
        Measured(
            "part of the party generation of the revolution in place: at most half of 1927 left by 1939",
            lambda v: v["old_cadres"].ratio(1939, 1927),
            high=0.5,
        ),
        refuted_by="most leaders of 1917 who lived in 1928 left alone",
        record=Measured(
            "part of the committee of 1917, of those alive in 1928, killed by 1940",
            _half_of_survivors,
            low=0.5,
        ),
    ),
    Claim(
        "c004-peasants-to-camps",
        Measured(
            "persons deported in 1930-31: 1.5 to 2.5 million",
            lambda v: v["exiled"].total(1930, 1931),
            low=1.5,
            high=2.5,
            unit="million persons",
        ),
        refuted_by="fewer than a million and a half deported",
    ),
)
