"""Claims of the third essay on workers under the plan: strikes, control, mobility and the right to a job."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import response, trend
from .view import View


def _longest(v: View) -> np.ndarray:
    """Return the days of the longest known strike of 1934-88, at the low and the high reading."""
    rows = v.table("strikes_under_plan")
    return np.array([rows["days_low"].max(), rows["days_high"].max()], float)


def _left_at_will(v: View) -> np.ndarray:
    """Return yearly departures at will per worker in the spans that are recorded."""
    early = np.concatenate([v.series("turnover-1929-32").at(year) for year in (1929, 1930, 1931, 1932)])
    return np.concatenate(
        [early, v.table("separations")[["quits_low", "quits_high"]].to_numpy(float).ravel()]
    )


def _transferred(v: View) -> np.ndarray:
    """Return the part of departures from a plant that workers did not choose, low and high."""
    rows = v.table("separations")
    return np.concatenate([1 - rows[f"quits_{end}"] / rows["all_departures"] for end in ("low", "high")])


def _for_its_capital(v: View) -> np.ndarray:
    """Return output per worker over that of the USA, for equal capital per worker (weight 0.4)."""
    rows = v.table("relative_productivity")
    low = rows["output_low"] / rows["capital_high"] ** 0.4
    return np.concatenate([low, rows["output_high"] / rows["capital_low"] ** 0.4])


def _freed_plant(v: View) -> np.ndarray:
    """Return productivity growth of the plant with dismissal rights less that of industry, % a year."""
    plant = v.table("dismissal_trial")[["growth_low", "growth_high"]].to_numpy(float).ravel()
    usual = v.series("productivity-growth-1956-76").at(1968)
    return (plant[:, None] - usual[None, :]).ravel()


LABOUR: tuple[Claim, ...] = (
    Claim(
        "c002-ivanovo-strikes",
        Measured("date of the strikes in the Ivanovo region: April 1932",
                 lambda v: v.event("ivanovo-strikes-1932"), 1932.246, 1932.331),
        refuted_by="no strikes there in that month",
    ),
    Claim(
        "c002-atomised-working-class",
        Measured("greatest density of independent organisation 1934-84: below 0.1",
                 lambda v: v["worker_self_organisation"].peak(1934, 1984), high=0.1),
        refuted_by="lasting organisation, or a strike of more than a week, before 1989",
        record=Measured("days of the longest known strike of free workers 1934-88: a week at most",
                        _longest, high=7, unit="days"),
    ),
    Claim(
        "c002-no-self-organisation-tendency",
        Measured("trend of independent organisation 1934-85: less than a thousandth a year",
                 lambda v: trend(v["worker_self_organisation"], 1934, 1985), high=0.001, unit="per year"),
        refuted_by="independent organisation that grows with industry",
    ),
    Claim(
        "c002-militarised-artisans",
        Measured("departures at will per worker and year 1931-85: at most a fifth",
                 lambda v: v["labour_mobility"].mean(1931, 1985), high=0.2, unit="share per year"),
        refuted_by="workers who change jobs as freely as wage workers elsewhere",
        record=Measured("the same in 1929-32 and the 1970s", _left_at_will, high=0.2, unit="share per year"),
    ),
    Claim(
        "c002-no-labour-market",
        Measured("part of departures from plants in the 1970s that workers did not choose: more than half",
                 _transferred, low=0.5),
        refuted_by="more workers leaving of their own will than by order, draft, retirement or death",
    ),
    Claim(
        "c002-less-control-than-capitalists",
        Measured("effective intensity of work 1950-85 over that of capitalist Russia in 1913: lower",
                 lambda v: v["labour_effort"].mean(1950, 1985), high=1.0),
        refuted_by="as much output from labour as under capitalist rivals",
        record=Measured("output per worker over that of the USA in 1975, for equal capital per worker",
                        _for_its_capital, high=1.0),
    ),
    Claim(
        "c002-full-employment-brake",
        Moved("renewal of plant with new technique 1935-85 without the guarantee of a job, as a change",
              lambda a, b: response(a["innovation_rate"], b["innovation_rate"], 1935, 1985),
              "no-job-guarantee", low=0.01,
              natural=Measured("productivity growth of the Shchekino works, allowed to dismiss, less that of "
                               "industry", _freed_plant, low=0.0, unit="% per year")),
        refuted_by="no faster renewal where workers can be dismissed",
    ),
)  # fmt: skip
