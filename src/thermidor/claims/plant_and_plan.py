"""Claims on the old owners, the plant of the twenties and the turn of the first plan."""

import numpy as np

from .claim import Claim, Documentary, Measured
from .dated import date_of, years_between
from .measures import break_year, year_above
from .view import View

SMALL = 0.1  # a share of income that leaves nine tenths to others


def _last_title_ended(v: View) -> np.ndarray:
    decrees = ("land-decree", "large-industry-nationalised", "small-industry-nationalised")
    return np.max([v.event(name) for name in decrees], axis=0)


def _bread_from_the_state(v: View) -> np.ndarray:
    place = "soviet.labour.share_of_Petrograd_workers_buying_bread_on_black_market.Petrograd"
    return 1 - v.series(place).at(1919) / 100


def _drive_without_luxury(v: View) -> np.ndarray:
    """Return investment of 1930-37 over that of 1924-27, nought where the rulers take more than a tenth."""
    rise = v["investment_share"].mean(1930, 1937) / v["investment_share"].mean(1924, 1927)
    return np.where(v["elite_consumption_share"].mean(1930, 1937) <= SMALL, rise, 0.0)


def _capital_grows_faster(v: View) -> np.ndarray:
    after, before = v.series("fixed-capital-1928-37"), v.series("fixed-capital-1921-28")
    rise = after.growth(1928, 1937) / before.growth(1921, 1928)
    return np.where(v.series("top-one-percent-share").at(1934) <= SMALL, rise, 0.0)


def _three_breaks(v: View) -> np.ndarray:
    """Return the dates at which investment, town consumption and control of the plant break, 1921-40."""
    names = ("investment_share", "town_consumption", "worker_control")
    return np.stack([break_year(v[name], 1921, 1940)[:, 1] for name in names], axis=1)


def _capital_up_wage_down(v: View) -> np.ndarray:
    """Return the lesser of two signs, 1 where met: growth of capital doubled, the wage a fifth less."""
    after, before = v.series("fixed-capital-1928-37"), v.series("fixed-capital-1921-28")
    faster = after.growth(1928, 1932) / before.growth(1921, 1928) / 2
    return np.minimum(faster, 0.8 / v.series("real-wage-1932").at(1932))


def _without_trade(v: View) -> np.ndarray:
    """Return the part of 1920-24 shut off: by the blockade, and without treaties of trade with the powers."""
    blockade = (v.event("blockade-lifted") - 1920) / 5
    rows = v.table("soviet_trade_agreements")
    shut = (np.minimum(rows["agreed"].to_numpy(float), 1925) - 1920) / 5
    return np.concatenate([blockade, [shut.mean()]])


def _rule_in_years(v: View) -> np.ndarray:
    return year_above(v["ended"], 0.5, 1925) - year_above(v["turn"], 0.5, 1925)


PLANT_AND_PLAN: tuple[Claim, ...] = (
    Claim(
        "c004-old-elite-defeated",
        Measured(
            "last of the decrees that end title to land, large and small industry: by the end of 1920",
            _last_title_ended,
            high=1921,
            unit="year",
        ),
        refuted_by="private title to land or large industry in law after 1920",
    ),
    Claim(
        "c004-soviets-recall",
        Measured(
            "decree on the right of recall: in the first year of soviet power",
            date_of("right-of-recall-decreed"),
            1917.85,
            1918.85,
            "year",
        ),
        refuted_by="no right of recall in the first year",
    ),
    Claim(
        "c004-production-for-need",
        Measured(
            "weight of democratic decision on need in the regulation of production 1918-20: half",
            lambda v: v["regulator_democratic"].mean(1918, 1920),
            low=0.5,
        ),
        refuted_by="less than half of supply by need",
        record=Measured(
            "part of Petrograd workers whose bread came without the black market, spring 1919: half",
            _bread_from_the_state,
            low=0.5,
        ),
    ),
    Claim(
        "c004-compete-for-profit-globally",
        Measured(
            "foreign trade in income, mean of 1928-70: a tenth",
            lambda v: v["trade_exposure"].mean(1928, 1970),
            low=0.1,
        ),
        refuted_by="imports and exports together below a tenth of income",
    ),
    Claim(
        "c004-new-capitalist-class",
        Measured(
            "investment in income 1930-37 over 1924-27, if the rulers take under a tenth: a third more",
            _drive_without_luxury,
            low=1.3,
        ),
        refuted_by="no rise of accumulation, or a rise eaten by the rulers",
        record=Measured(
            "growth of fixed capital 1928-37 over that of 1921-28, if the top hundredth has under a tenth",
            _capital_grows_faster,
            low=1.3,
        ),
    ),
    Claim(
        "c004-1928-break",
        Measured(
            "dates at which investment, town consumption and control of the plant break: 1928 to 1930",
            _three_breaks,
            1928,
            1930.999,
            "year",
        ),
        refuted_by="breaks before 1928 or after 1930",
        record=Measured(
            "lesser of two signs of a break: growth of capital 1928-32 against twice that of 1921-28, and "
            "four fifths of the wage of 1928 against that of 1932",
            _capital_up_wage_down,
            low=1,
        ),
        correction="adopted in April and May 1929, counted from October 1928 (Carr and Davies)",
    ),
    Claim(
        "c004-strike-ban",
        Measured(
            "independence of unions 1930-39 less 1922-27: lower",
            lambda v: v["union_independence"].mean(1930, 1939) - v["union_independence"].mean(1922, 1927),
            high=-0.001,
        ),
        refuted_by="unions as free in the thirties as in the twenties",
        weaker=Measured(
            "years from the start of the plan to the removal of the union leaders",
            years_between("first-plan-begins", "tomsky-removed"),
            low=-0.2,
            high=1,
            unit="years",
        ),
    ),
    Claim(
        "c004-sanctions-early-1920s",
        Measured(
            "part of 1920-24 shut off: by blockade, and on the mean of six powers without a trade treaty",
            _without_trade,
            low=0.5,
        ),
        refuted_by="trade open with most powers for most of the time",
    ),
    Claim(
        "c004-union-independence-1920s",
        Measured(
            "independence of unions 1921-25: half of full independence",
            lambda v: v["union_independence"].mean(1921, 1925),
            low=0.5,
        ),
        refuted_by="unions led by the party throughout the twenties",
        weaker=Documentary(
            "Lenin, The Role and Functions of the Trade Unions under the New Economic Policy, decision of "
            "the Central Committee of 12 January 1922 (Collected Works, vol. 33)",
            "unions are to defend workers against state managers and may strike, and are led by the party",
        ),
    ),
    Claim(
        "c004-troika",
        Measured(
            "say of workers in the plant, 1922-28 over 1930-37: half as much again",
            lambda v: v["worker_control"].mean(1922, 1928) / v["worker_control"].mean(1930, 1937),
            low=1.5,
        ),
        refuted_by="no shared direction of plants in the twenties",
        record=Measured(
            "years from the triangle as settled practice to one-man management: three and more",
            years_between("troika-named-in-congress-reports", "one-man-management-ordered"),
            low=3,
            unit="years",
        ),
    ),
    Claim(
        "c004-manager-alone",
        Measured(
            "say of workers in the plant, 1935 over 1927: at most half",
            lambda v: v["worker_control"].ratio(1935, 1927),
            high=0.5,
        ),
        refuted_by="shared direction of plants under the plan",
        record=Measured(
            "order for one-man management: in the years of the first plan",
            date_of("one-man-management-ordered"),
            1928.75,
            1932.999,
            "year",
        ),
    ),
    Claim(
        "c004-60-years",
        Measured(
            "years from the turn to the end of the regime: sixty, five more or less",
            _rule_in_years,
            low=55,
            high=65,
            unit="years",
        ),
        refuted_by="less than 55 or more than 65 years",
        record=Measured(
            "years from the first plan to the end of the union",
            years_between("first-plan-begins", "ussr-dissolved"),
            low=55,
            high=65,
            unit="years",
        ),
    ),
)
