"""Claims on the end of the system, what came after it, and what is possible since."""

import numpy as np
from scipy.special import ndtri

from .claim import Change, Claim, Measured, Moved
from .measures import first_known
from .series import Series
from .view import View

OUTPUT, LIFE = 0.3, 3.0  # the falls that the canon names: three tenths of output, three years of life
BREAK = 0.2  # a change by a fifth is a break
MARKET = Change("market-regulation-from-1929", {"planning_mode": "market"})


def _both_fell(v: View) -> np.ndarray:
    """Return the lesser of the falls of output and life from 1989 to 1998, 1 at the size named."""
    gdp, life = v.series("macro.output.gdp_total.RUS_FED"), v.series("life-expectancy")
    return np.minimum((1 - gdp.ratio(1998, 1989)) / OUTPUT, -life.change(1998, 1989) / LIFE)


def _both_fell_at_worst(v: View) -> np.ndarray:
    gdp, life = v.series("macro.output.gdp_total.RUS_FED"), v.series("life-expectancy")
    output = 1 - gdp.trough(1990, 1999) / gdp.at(1989)
    return np.minimum(output / OUTPUT, (life.at(1989) - life.trough(1990, 1999)) / LIFE)


def _after_the_end(v: View, years: range) -> np.ndarray:
    """Return output some years after the end over that two years before it, NaN without an end."""
    gdp, end = v["gdp"], v["ended"].first_above(0.5, 1953)
    known = np.isfinite(end) & (end + years[-1] < 2000)
    start = np.where(known, end - 2 - gdp.first, 0).astype(int)
    rows = np.arange(len(end))
    ratios = np.stack([gdp.values[rows, start + 2 + y] / gdp.values[rows, start] for y in years], axis=1)
    return np.where(known[:, None], ratios, np.nan)


def _output_fell(v: View) -> np.ndarray:
    return (1 - _after_the_end(v, range(7, 8))[:, 0]) / OUTPUT


def _output_fell_at_worst(v: View) -> np.ndarray:
    return (1 - _after_the_end(v, range(8)).min(axis=1)) / OUTPUT


def _premium(v: View, last: str) -> np.ndarray:
    """Return growth owed to planning, per cent a year, in all countries: the central 90 %, one row."""
    rows = v.table("growth_panel")
    rows = rows[rows["span"].str.endswith(last) & (rows[["first", "last"]] > 0).all(axis=1)]
    if len(rows) < 9:
        return np.full((1, 19), np.nan)
    years = rows["span"].map(lambda span: int(span[5:]) - int(span[:4])).to_numpy(float)
    growth = 100 * np.log((rows["last"] / rows["first"]).to_numpy(float)) / years
    causes = np.stack([np.ones(len(rows)), np.log(rows["first"]), rows["planned"]], axis=1)
    found, *_ = np.linalg.lstsq(causes, growth, rcond=None)
    spread = ((growth - causes @ found) ** 2).sum() / (len(rows) - 3)
    error = np.sqrt(spread * np.linalg.pinv(causes.T @ causes)[2, 2])
    return (found[2] + error * ndtri(np.linspace(0.05, 0.95, 19)))[None]


def _growth_owed_to_plan(before: View, after: View, last: int) -> np.ndarray:
    plan, market = (v["income_per_head"].growth(1928, last) for v in (before, after))
    return plan - market


def _for_socialism(v: View) -> np.ndarray:
    rows = v.table("east_german_surveys")
    return rows.loc[rows["when"] < "1990", "share"].to_numpy(float)


def _for_socialism_next_year(v: View) -> np.ndarray:
    rows = v.table("east_german_surveys")
    return rows.loc[rows["when"] >= "1990", "share"].to_numpy(float)


def _from_the_apparatus(v: View) -> np.ndarray:
    return v.table("russian_business_elite")["from_nomenklatura"].to_numpy(float)


def _income(v: View, place: str) -> np.ndarray:
    """Return the low and high estimate of income per head of a place."""
    rows = v.table("gdp_per_head_poorest").set_index("place")
    return rows.loc[place, ["low", "high"]].to_numpy(float)


def _world_growth(v: View) -> np.ndarray:
    first, last = _income(v, "Total World 1990"), _income(v, "Total World 2010")
    return 100 * np.log(last / first) / 20


def _poorest_over_russia(v: View) -> np.ndarray:
    rows = v.table("gdp_per_head_poorest")
    return rows.loc[rows["group"] == "poorest countries", "low"].min() / _income(v, "Russian Empire")


def _faster_spread(v: View) -> np.ndarray:
    """Return how many times faster the second ruler fell in 2011 than after February 1917."""
    then = v.event("next-monarchy-falls-1918") - v.event("tsar-abdicates")
    return then / (v.event("mubarak-resigns") - v.event("ben-ali-flees"))


def _breaks_in_runs(v: View) -> np.ndarray:
    """Return how many of three things break by 1998 where the regime ended by 1995: invest, work, own."""
    ended = v["ended"].peak(1985, 1995) > 0.5
    shifts = [
        np.abs(v["investment_share"].ratio(1998, 1985) - 1) > BREAK,
        v["unemployment"].change(1998, 1985) > 0.05,
        v["nationalised_share"].change(1998, 1985) < -BREAK,
    ]
    return np.where(ended, np.sum(shifts, axis=0), np.nan)


def _breaks_on_record(v: View) -> np.ndarray:
    """Return how many of four things broke: output, work, ownership and who is rich, per estimate."""
    output = (1 - v.series("macro.output.gdp_total.RUS_FED").ratio(1998, 1989) > BREAK)[:, None]
    owned = (v["nationalised_share"].change(1998, 1985) < -BREAK)[:, None]
    jobs = v.table("unemployment_after_plan")
    idle = jobs.loc[jobs["country"] == "Russia", "low"].min() > 0.05
    others = _from_the_apparatus(v)[None, :] < 0.5
    return output.astype(float) + owned + idle + others


def _parties_that_lost(v: View) -> np.ndarray:
    """Return the part of parties that lost votes after 1956 and after 1989."""
    rows = v.table("communist_votes_at_shocks")
    lost = rows["after"] < rows["before"]
    return np.array([lost[rows["shock"] == shock].mean() for shock in ("after 1956", "after 1989")])


def _support_lost(v: View) -> np.ndarray:
    strength: Series = v["foreign_cp_strength"]
    return np.stack([strength.change(1958, 1955), strength.change(1995, 1985)], axis=1)


COLLAPSE: tuple[Claim, ...] = (
    Claim(
        "c001-collapse-step-back",
        Measured(
            "lesser of the falls of output and length of life in Russia, 1989 to 1998, 1 at three tenths and "
            "three years; in runs output from two years before the end to seven after",
            first_known(_both_fell, _output_fell),
            low=1,
        ),
        refuted_by="output down by less than three tenths or life by less than three years by 1998",
        weaker=Measured(
            "the same at the worst year", first_known(_both_fell_at_worst, _output_fell_at_worst), low=1
        ),
    ),
    Claim(
        "c001-planned-superior",
        Moved(
            "growth of income per head 1928-89 with planning less that under market regulation",
            lambda before, after: _growth_owed_to_plan(before, after, 1989),
            by=MARKET,
            low=0,
            unit="per cent a year",
            natural=Measured(
                "growth owed to years planned, 57 countries 1928-90, the level at the start held fixed",
                lambda v: _premium(v, "1990"),
                low=0,
                unit="per cent a year",
            ),
        ),
        refuted_by="no more growth with planning than without",
        weaker=Moved(
            "the same to 1973",
            lambda before, after: _growth_owed_to_plan(before, after, 1973),
            by=MARKET,
            low=0,
            unit="per cent a year",
            natural=Measured(
                "the same to 1973", lambda v: _premium(v, "1973"), low=0, unit="per cent a year"
            ),
        ),
    ),
    Claim(
        "c001-1989-not-for-capitalism",
        Measured(
            "part of East Germans for a reformed socialism or a state of their own, late 1989: half",
            _for_socialism,
            low=0.5,
        ),
        refuted_by="less than half by every survey of that autumn",
        weaker=Measured("the same in early 1990, by survey and vote", _for_socialism_next_year, low=0.5),
    ),
    Claim(
        "c001-bureaucrats-became-oligarchs",
        Measured(
            "part of the business elite of the nineties from the apparatus, four groups: half",
            _from_the_apparatus,
            low=0.5,
        ),
        refuted_by="less than half in every group",
    ),
    Claim(
        "c001-capitalism-no-longer-develops",
        Measured("growth of world income per head 1990-2010", _world_growth, high=0, unit="per cent a year"),
        refuted_by="any growth of income per head",
        weaker=Measured(
            "growth of advanced countries 1974-91 less that of 1950-73: slower",
            lambda v: v["capitalist_growth"].mean(1974, 1991) - v["capitalist_growth"].mean(1950, 1973),
            high=0,
            unit="per cent a year",
        ),
    ),
    Claim(
        "c001-poorest-above-tsarist-russia",
        Measured(
            "income per head of the poorest country in 2010 over Russia in 1913", _poorest_over_russia, low=1
        ),
        refuted_by="one country below Russia's income of 1913",
        weaker=Measured(
            "the same of Africa as a whole",
            lambda v: _income(v, "Africa") / _income(v, "Russian Empire"),
            low=1,
        ),
        correction="Congo-Kinshasa, Niger, Madagascar and others stood below (Maddison Project 2013)",
    ),
    Claim(
        "c001-isolation-over",
        Measured(
            "how many times faster the second ruler fell in 2011 than after February 1917",
            _faster_spread,
            low=1,
        ),
        refuted_by="a slower spread than in 1917-18",
    ),
    Claim(
        "c004-capitalism-continues",
        Measured(
            "how many of investment, work and ownership break where the regime ends: at most one",
            _breaks_in_runs,
            high=1,
        ),
        refuted_by="two breaks and more",
        record=Measured(
            "how many of output, work, ownership and the origin of the rich broke: at most one",
            _breaks_on_record,
            high=1,
        ),
    ),
    Claim(
        "c004-association-harm",
        Measured(
            "change in the strength of parties abroad, 1955-58 and 1985-95: lower",
            _support_lost,
            high=0,
        ),
        refuted_by="most parties gaining votes after 1956 and after 1989",
        record=Measured(
            "part of communist parties that lost votes after 1956, and after 1989: half",
            _parties_that_lost,
            low=0.5,
        ),
    ),
)
