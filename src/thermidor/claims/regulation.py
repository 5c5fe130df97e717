"""Claims of the third essay on what regulated production: world market, money, plan, technique and waste."""

import numpy as np

from .claim import Change, Claim, Documentary, Measured, Moved
from .measures import correlation, response
from .series import Series
from .view import View

PLANTS_RUN_BY_WORKERS = Change(
    "plants-run-by-workers-1956", {"management_mode": {"value": "self-management", "from": 1956}}
)


def _growth(series: Series) -> Series:
    """Return yearly growth, per cent, from the second year on."""
    values = series.values
    return Series(100 * np.diff(np.log(np.where(values > 0, values, np.nan)), axis=1), series.first + 1)


def _with_the_world(v: View) -> np.ndarray:
    return correlation(_growth(v["national_income"]), v["capitalist_growth"], 1929, 1985)


def _adopted(v: View) -> np.ndarray:
    """Return, by technique and for retirement of plant, the Soviet part over the least capitalist one."""
    rows = v.table("diffusion_1980")
    west = rows[["USA", "Japan", "West Germany"]].min(axis=1)
    names = [f"retirement-rate~fixed_capital_retirement_rate_manufacturing_{end}" for end in ("high", "low")]
    others = np.array([v.series(name).at(1985)[0] for name in names])
    own = v.series("retirement-rate").at(1985)
    return np.concatenate([(rows["USSR"] / west).to_numpy(float), (own[:, None] / others[None, :]).ravel()])


def _spread_over(table: str):
    """Return what reads the low and the high end of every row of a table."""
    return lambda v: v.table(table)[["low", "high"]].to_numpy(float).ravel()


REGULATION: tuple[Claim, ...] = (
    Claim(
        "c002-nationalisation-insulates",
        Moved("income 1950-85 if capitalism abroad stagnates after the war, as a change: within 5 %",
              lambda a, b: response(a["national_income"], b["national_income"], 1950, 1985),
              "western-stagnation-after-1945", -0.05, 0.05,
              natural=Measured("correlation of Soviet growth with that of five great capitalist economies "
                               "1929-85: below 0.3", _with_the_world, -0.3, 0.3)),
        refuted_by="Soviet growth that moves with the world market",
    ),
    Claim(
        "c002-lenin-stalin-on-value",
        Documentary("Lenin, 'Left-Wing' Childishness and the Petty-Bourgeois Mentality, May 1918 "
                    "(Collected Works, "
                    "vol. 27); Stalin, Economic Problems of Socialism in the USSR, 1952, part 3",
                    "the first calls state capitalism a step forward for Russia, the second says that the "
                    "law of "
                    "value still acts under socialism"),
        refuted_by="texts that say the opposite",
    ),
    Claim(
        "c002-use-value-waste",
        Moved("waste in output 1960-85 if workers run the plants from 1956, as a change: lower",
              lambda a, b: response(a["waste_share"], b["waste_share"], 1960, 1985), PLANTS_RUN_BY_WORKERS,
              high=-0.01,
              natural=Measured("wastage of production 1966-67: above a tenth, several times what capitalist "
                               "industry rejects", lambda v: v.series("wastage-estimate").at(1966), low=0.1)),
        refuted_by="as much waste where producers have a say",
    ),
    Claim(
        "c002-money-accounting-tool",
        Measured("degree to which money moves labour and means of production 1935-85: below a half",
                 lambda v: v["money_role"].mean(1935, 1985), high=0.5),
        refuted_by="money that decides where labour and goods go",
        record=Measured("part allotted by order and not bought: producer goods, labour, consumer goods; each "
                        "above a half", _spread_over("allotment"), low=0.5),
    ),
    Claim(
        "c002-no-systematic-innovation",
        Moved("renewal of plant with new technique 1970-85 if the reform of 1965 makes plants compete, as "
              "a change",
              lambda a, b: response(a["innovation_rate"], b["innovation_rate"], 1970, 1985),
              "full-market-reform-1965", low=0.01,
              natural=Measured("spread of new civil techniques by 1980 and retirement of plant, over the "
                               "least of "
                               "the capitalist ones", _adopted, high=0.99)),
        refuted_by="technique that spreads as fast as among competing firms",
    ),
    Claim(
        "c002-hoarding",
        Measured("workforce held beyond need 1935-85: between 5 and 20 %",
                 lambda v: v["labour_hoarding"].mean(1935, 1985), 0.05, 0.2),
        refuted_by="no hoarding beyond what firms hold elsewhere",
        record=Measured("estimates of overmanning 1967-87", _spread_over("overmanning"), 0.05, 0.2),
    ),
    Claim(
        "c002-ip-exclusion",
        Moved("productivity of labour 1960-85 without the embargo, as a change: at least 1 % higher",
              lambda a, b: response(a["labour_productivity"], b["labour_productivity"], 1960, 1985),
              "no-embargo", low=0.01),
        refuted_by="no gain in productivity when technology is not denied",
    ),
)  # fmt: skip
