"""What the disagreements measure: of runs, and of the record where it has other data than runs."""

import numpy as np

from .measures import break_year, elasticity, response
from .view import View

LASTED = 2000.0  # a regime still there when the runs end is counted as ended then
CAPITAL = 0.4  # weight of capital in output; the rest is labour's


def repression_fell(v: View) -> np.ndarray:
    """Return political arrests 1956-60 over those of 1946-52, log."""
    return np.log(v["repression"].mean(1956, 1960) / v["repression"].mean(1946, 1952))


def sentences_fell(v: View) -> np.ndarray:
    """Return the same of sentences for crimes against the state, by every pair of readings."""
    later = v.table("sentences_after_1953")[["low", "high"]].to_numpy(float).ravel()
    return (np.log(later)[:, None] - np.log(v["repression"].mean(1946, 1952))[None, :]).ravel()


def useful_growth(v: View) -> np.ndarray:
    """Return growth 1928-70 of income per head net of waste, arms and apparatus, per cent a year."""
    head = [v["useful_income"].at(y) / v["population"].at(y) for y in (1928, 1970)]
    return 100 * np.log(head[1] / head[0]) / 42


def useful_bounds(v: View) -> np.ndarray:
    """Return growth of income per head, gross, and net of arms and of all waste of the 1960s."""
    gross = v.series("gdp-per-head-ussr").growth(1928, 1970)
    arms = v.series("military-share-cow")
    kept = np.log((1 - arms.at(1970)) / (1 - arms.at(1934)))
    waste = np.log(1 - v.series("wastage-estimate").at(1966))
    return np.concatenate([gross, gross + 100 * kept / 42, gross + 100 * (kept + waste) / 42])


def surplus_of(v: View) -> np.ndarray:
    """Return surplus over consumption from the share of consumption in national product, low and high."""
    rows = v.table("consumption_share")
    rows = rows[rows["year"] >= 1950]
    share = rows[["low", "high"]].to_numpy(float).ravel()
    return (1 - share) / share


def end(v: View) -> np.ndarray:
    """Return the year in which the regime ends, LASTED if it is still there when the runs end."""
    years = v["ended"].first_above(0.5, 1930)
    return np.where(np.isfinite(years), years, LASTED)


def statified(v: View) -> np.ndarray:
    """Return state ownership in the dependent states, mean 1946-49."""
    return v["satellite_statified"].mean(1946, 1949)


def statified_recorded(v: View) -> np.ndarray:
    """Return the mean socialised share of industry in the dependent states 1946-49, low and high."""
    return v.table("statified_industry")[["low", "high"]].to_numpy(float).mean(axis=0)


def answer_to_rivals(before: View, after: View) -> np.ndarray:
    """Return the elasticity of the investment share to rivals' arms."""
    rivals = before["rival_military"], after["rival_military"]
    shares = before["investment_share"], after["investment_share"]
    return elasticity(rivals[0], rivals[1], shares[0], shares[1], 1955, 1985)


def mobility(v: View) -> np.ndarray:
    """Return departures at will, log, mean of the years of the first plan and of the 1970s."""
    spans = [v["labour_mobility"].mean(first, last) for first, last in ((1929, 1932), (1970, 1979))]
    return np.log(spans).mean(axis=0)


def mobility_recorded(v: View) -> np.ndarray:
    """Return the same; of early departures all, or the part that was at will in the 1970s, count."""
    rows = v.table("separations")
    late = rows[["quits_low", "quits_high"]].to_numpy(float).ravel()
    left = v.series("turnover-1929-32").mean(1929, 1932)
    early = np.concatenate([left, left * late[0] / rows["all_departures"].iloc[0]])
    return (np.log(early)[:, None] + np.log(late)[None, :]).ravel() / 2


def subsidy(v: View) -> np.ndarray:
    """Return the net transfer from the dependent states, negative for a subsidy, by each estimate."""
    return -v.table("bloc_subsidy")[["low", "high"]].to_numpy(float).ravel()


def degenerated(v: View) -> np.ndarray:
    """Return the mean of the years in which the levels of soviet and of party democracy break."""
    soviet, party = (break_year(v[n], 1914, 1934)[:, 1] for n in ("soviet_democracy", "party_democracy"))
    return (soviet + party) / 2


def food_and_goods(v: View) -> np.ndarray:
    """Return consumption 1937 over 1928: per head in the land, and of town wages in food."""
    land = v.series("consumption-per-head-allen").at(1937)
    return np.concatenate([land[:1], v.series("food-wage-1913-40").ratio(1937, 1928)])


def after_end(v: View) -> np.ndarray:
    """Return income five years after the end over that of the year before it; NaN without an end by 1993."""
    income, ends = v["national_income"], v["ended"].first_above(0.5, 1930)
    ratios = {y: income.ratio(int(y) + 5, int(y) - 1) for y in np.unique(ends[ends <= 1993])}
    return np.array([ratios[y][row] if y in ratios else np.nan for row, y in enumerate(ends)])


def residual(v: View) -> np.ndarray:
    """Return growth 1950-59 that capital and workers do not explain, per cent a year."""
    grown = [v[n].growth(1950, 1959) for n in ("national_income", "capital_stock", "worker_number")]
    return grown[0] - CAPITAL * grown[1] - (1 - CAPITAL) * grown[2]


def wave_ratio(v: View) -> np.ndarray:
    """Return revolutionary situations abroad 1946-51 over those of 1918-20."""
    return v["revolution_wave"].mean(1946, 1951) / np.maximum(v["revolution_wave"].mean(1918, 1920), 1e-3)


def organised(v: View) -> np.ndarray:
    """Return independent organisation 1954-85 over that of 1913-17."""
    return v["worker_self_organisation"].mean(1954, 1985) / v["worker_self_organisation"].mean(1913, 1917)


def tension_ratio(v: View) -> np.ndarray:
    """Return American-Soviet tension 1970-79 over that of 1950-69."""
    return v["us_ussr_tension"].mean(1970, 1979) / v["us_ussr_tension"].mean(1950, 1969)


def renewal(before: View, after: View) -> np.ndarray:
    """Return the change of the renewal of plant 1960-85, as a share."""
    return response(before["innovation_rate"], after["innovation_rate"], 1960, 1985)


def residual_recorded(v: View) -> np.ndarray:
    """Return published residuals, low and high, % a year."""
    return v.table("residual_growth")[["low", "high"]].to_numpy(float).ravel()
