"""Claims on the officials of the young state: where they came from, how many, how paid, under whom."""

import numpy as np
import pandas as pd

from .claim import Claim, Documentary, Measured
from .measures import correlation, first_known
from .series import Series
from .view import View


def _pay_of_old_specialists(v: View) -> np.ndarray:
    """Return the specialists' maximum over a manual worker's income if upper staff were of the old regime."""
    rows = v.table("old_regime_staff_1918").set_index("what")["share"]
    old = rows.filter(like="upper officials").min()
    return np.where(old > 0.7, v.series("specialist-pay-1926").at(1926), 0.0)


def _commissar_over_skilled(v: View) -> np.ndarray:
    rows = v.table("commissar_pay")
    return np.concatenate([rows["cap_low"] / rows["skilled_high"], rows["cap_high"] / rows["skilled_low"]])


def _officials(v: View) -> pd.Series:
    return v.table("officials_1917_21").set_index("what")["persons"].astype(float)


def _growth_1917_21(v: View) -> np.ndarray:
    persons = _officials(v)
    return np.array([persons["government employees, 1921"] / persons["government employees, 1917"]])


def _officials_per_worker(v: View) -> np.ndarray:
    persons = _officials(v)[["government employees, 1921", "all state employees, end of 1920"]].to_numpy()
    return persons / v.series("soviet.labour.industrial_workers.RSFSR").at(1921)


def _communists_per_official(v: View) -> np.ndarray:
    rows = v.table("communists_and_officials_1922")
    fewest = rows["communists_low"] / rows["officials_high"]
    return np.concatenate([fewest, rows["communists_high"] / rows["officials_low"]])


def _rise_together(v: View) -> np.ndarray:
    """Return the correlation of cohesion and elite consumption 1920-28, minus one unless both rise."""
    pair = v["bureaucracy_cohesion"], v["elite_consumption_share"]
    rising = np.minimum(*(one.change(1928, 1920) for one in pair)) > 0
    return np.where(rising, correlation(*pair, 1920, 1928), -1.0)


def _under_inspectorate(power: Series) -> np.ndarray:
    """Return the part of the growth of a power from 1919 to 1927 that had come by 1922."""
    whole = power.change(1927, 1919)
    return np.where(whole > 0, power.change(1922, 1919) / np.where(whole > 0, whole, 1.0), np.nan)


def _not_at_bench(v: View) -> np.ndarray:
    """Return the part of the party's growth 1924-27 that is not workers at the bench, least and most."""
    rows = v.table("party_composition_1924_27").set_index("what")
    start, end = rows.loc["January 1924"], rows.loc["January 1927"]
    grown = end["members"] - start["members"]
    least = end["members"] * (1 - end["at_bench_high"]) - start["members"] * (1 - start["at_bench_low"])
    most = end["members"] * (1 - end["at_bench_low"]) - start["members"] * (1 - start["at_bench_high"])
    return np.array([least, most], float) / grown if grown > 0 else np.full(2, np.nan)


def _not_at_bench_modelled(v: View) -> np.ndarray:
    size, bench = v["party_size"], v["party_worker_share"]
    others = [size.at(year) * (1 - bench.at(year)) for year in (1923, 1926)]
    grown = size.change(1926, 1923)
    return np.where(grown > 0, (others[1] - others[0]) / np.where(grown > 0, grown, 1.0), np.nan)


def _newcomers_per_veteran(v: View) -> np.ndarray:
    rows = v.table("party_composition_1924_27").set_index("what")
    grown = rows.loc["January 1927", "members"] - rows.loc["January 1924", "members"]
    return grown / rows["from_before_1917"].to_numpy(float)


OFFICIALS: tuple[Claim, ...] = (
    Claim(
        "c001-specialists-old-regime",
        Measured("top specialist income over average wage 1921-26; 0 if under seven tenths of upper "
                 "officials in 1918 had served the old regime",
                 first_known(_pay_of_old_specialists, lambda v: v["wage_spread"].mean(1921, 1926)), low=3.0),
        refuted_by="specialists mostly new, or paid less than three times an average wage",
    ),
    Claim(
        "c001-party-maximum",
        Measured("a commissar's pay, 1917-18, over a skilled worker's wage; goods in kind not counted",
                 _commissar_over_skilled, high=1.0),
        refuted_by="a commissar's lawful pay above a skilled worker's wage",
    ),
    Claim(
        "c001-5-88-million-officials",
        Measured("government employees 1921 over 1917, four years for the one year stated: 59, give or take "
                 "a fifth", _growth_1917_21, 47, 71),
        refuted_by="less growth in four years than is said of one",
        weaker=Measured("officials over industrial workers early in 1921: more",
                        first_known(_officials_per_worker,
                                    lambda v: v["bureaucracy_size"].over(v["worker_number"]).at(1920)),
                        low=1.0),
        correction="government employees grew from 576,000 in 1917 to 2.4 million in 1921, two for each "
                   "worker (Figes, A People's Tragedy, 1996); 5.88 million counts all state employees",
    ),
    Claim(
        "c001-50000-tsarist-officers",
        Measured("former officers enlisted in the Red Army to August 1920",
                 lambda v: v.table("officers_of_the_old_army_1920")[["low", "high"]].to_numpy(float).ravel(),
                 45000, 50000, "persons"),
        refuted_by="fewer than 45,000 or more than 50,000",
    ),
    Claim(
        "c001-old-machine-taken-over",
        Measured("responsible communists per state official in 1922, Moscow and republic",
                 _communists_per_official, high=0.02),
        refuted_by="a communist in charge for every fifty officials",
        correction="the speech stands in Lenin, Collected Works, vol. 33, pp. 428-9",
    ),
    Claim(
        "c001-bureaucracy-acts-as-group",
        Measured("correlation of the apparatus' cohesion and its share of income 1920-28; -1 if either falls",
                 _rise_together, low=0.5),
        refuted_by="cohesion or the share of income falling, or each going its own way",
        record=Measured("specialists' maximum of 1926-27 over a manual worker's income, to the widest range "
                        "of wages of 1921: only the half on privilege; cohesion is not recorded",
                        lambda v: v.series("specialist-pay-1926").at(1926)
                        / v.series("worker-wage-range-1917-21").at(1921), low=1.5),
    ),
    Claim(
        "c001-rabkrin-base",
        Measured("part of the growth of one centre's power over appointments 1919-27 that had come by 1922, "
                 "while Stalin headed the inspectorate; on the record, of one leader's power",
                 first_known(lambda v: _under_inspectorate(v.series("coded.leader_concentration")),
                             lambda v: _under_inspectorate(v["patronage_network"])), low=0.5),
        refuted_by="most of the growth after he had left it for the Secretariat",
        correction="head of the inspectorate 1919-22, but appointments were the Orgburo's and, from April "
                   "1922, the Secretariat's (Carr, Socialism in One Country, vol. 2, ch. 19)",
    ),
    Claim(
        "c001-4700-communists",
        Documentary("Lenin, Political Report of the Central Committee to the Eleventh Congress, 27 March "
                    "1922, Collected Works, vol. 33, pp. 288-9",
                    "names 4,700 communists in responsible posts in Moscow and says they are led"),
        refuted_by="another number or sense in the verbatim report",
    ),
    Claim(
        "c001-intake-of-careerists",
        Measured("part of the party's growth 1924-27 that is not workers at the bench",
                 first_known(_not_at_bench, _not_at_bench_modelled), low=0.5),
        refuted_by="most of the growth from workers who stayed at the bench",
        weaker=Measured("new members 1924-26 per member from before 1917", _newcomers_per_veteran, low=1.0),
    ),
)  # fmt: skip
