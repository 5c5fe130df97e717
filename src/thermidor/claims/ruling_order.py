"""Claims on the ruling group: where it comes from, what it needs, what property is without democracy."""

import numpy as np

from .claim import Change, Claim, Measured, Moved, NotTestable
from .measures import correlation, difference, first_known, response
from .property import ends
from .series import Series
from .view import View

RICH_AND_NOT_ALONE = Change(
    "rich-and-not-alone",
    {"initial_development": 8, "initial_culture": 0.98, "world_revolution_path": "europe-1919"},
)
FACTORS = ("inter_imperialist_rivalry", "bureaucracy_size", "revolution_wave", "culture_level")


def _pay_after(v: View) -> np.ndarray:
    """Return weavers' pay in 1832 over that of their good days; infinity if no breaking came in between."""
    before, after = ends(v.table("weavers_pay")).T
    begun = v.event("frame-breaking-begins")[0]
    return np.where((begun >= 1811) & (begun < 1817), after / before[::-1], np.inf)


def _solved_at_a_price(v: View) -> np.ndarray:
    """Return 1 where unemployment is gone ten years after 1928 and repression and shortage have grown."""
    gone = v["unemployment"].at(1938) <= 0.02
    worse = (v["repression"].mean(1934, 1938) > v["repression"].at(1928)) & (
        v["shortage"].mean(1930, 1938) > v["shortage"].at(1927)
    )
    return (gone & worse).astype(float)


def _solved_recorded(v: View) -> np.ndarray:
    """Return the same of the record: its end declared, sentences higher, rationing begun."""
    ended = v.event("unemployment-declared-ended")
    begun = v.event("rationing-of-bread-begins")
    sentences = v.series("political-sentences")
    worse = sentences.mean(1934, 1938) > sentences.at(1928)
    return ((ended < 1938) & (begun < 1938) & worse).astype(float)


def _labour_share(v: View) -> Series:
    rate = v["exploitation_rate"]
    return Series(1 / (1 + rate.values), rate.first)


def _spread(v: View) -> np.ndarray:
    """Return the spread among Stalinist states over that among others: mean of three traits, two years."""
    return np.array([_spread_of(v, year, end) for year in (1951, 1965) for end in ("low", "high")])


def _spread_of(v: View, year: int, end: str) -> float:
    table = v.table("regimes_1951_65")
    table = table[table["what"] == year]
    traits = (f"industry_{end}", f"farms_{end}", "contested")
    own, others = (table[[f"{who}_{trait}" for trait in traits]].std(ddof=0) for who in ("own", "other"))
    return float(own.mean() / others.mean())


def _self_management(v: View) -> np.ndarray:
    """Return growth 1950-73 of the self-managed economy less that of all five others and of the poor two."""
    table = v.table("eastern_growth_1950_73")
    rate = 100 * np.log(table["end"] / table["start"]) / 23
    own = rate[table["self_managed"] == 1].mean()
    others = table["self_managed"] == 0
    return np.array([own - rate[others].mean(), own - rate[others & (table["poor"] == 1)].mean()])


def _beyond_inputs(v: View) -> np.ndarray:
    """Return growth of income 1956-85 that growth of plant and labour does not explain, per cent a year."""
    inputs = 0.4 * v["capital_stock"].growth(1956, 1985) + 0.6 * v["labour_force"].growth(1956, 1985)
    return v["national_income"].growth(1956, 1985) - inputs


def information(values: np.ndarray, causes: np.ndarray) -> float:
    """Return Schwarz's criterion of a straight-line fit, an intercept included."""
    design = np.column_stack([np.ones(len(values)), causes])
    misfit = values - design @ np.linalg.lstsq(design, values, rcond=None)[0]
    count = len(values)
    return count * np.log(max((misfit**2).mean(), 1e-12)) + design.shape[1] * np.log(count)


def jointly(v: View) -> np.ndarray:
    """Return by how much four factors fit the log strength of movements 1929-85 better than the best alone.

    In units of Schwarz's criterion, more than 6 being strong; the count of parameters is held against them.
    """
    strength = np.log(np.maximum(v["mass_mobilisation"].between(1929, 1985), 1e-9))
    factors = np.stack([v[name].between(1929, 1985) for name in FACTORS], axis=2)
    return np.array([
        min(information(y, x[:, [i]]) for i in range(len(FACTORS))) - information(y, x)
        for y, x in zip(strength, factors, strict=True)
    ])  # fmt: skip


RULING_ORDER: tuple[Claim, ...] = (
    Claim(
        "c000-anticapitalist-not-proworker",
        Measured(
            "correlation over 1918-99 of state ownership with the say of workers",
            lambda v: correlation(v["nationalised_share"], v["worker_control"], 1918, 1999),
            high=0.3,
        ),
        refuted_by="workers' say rising with state ownership",
        record=Measured(
            "correlation over 1918-99 of state ownership with the independence of unions",
            lambda v: correlation(v["nationalised_share"], v["union_independence"], 1918, 1999),
            high=0.3,
        ),
    ),
    Claim(
        "c000-machine-breaking",
        Measured(
            "weekly pay of handloom weavers in 1832 over that before the machines were broken",
            _pay_after,
            high=1.0,
            unit="ratio",
        ),
        refuted_by="no such movement, or better pay after it",
    ),
    Claim(
        "c000-declasse-origin",
        Measured(
            "part of the delegates of the congress of 1939 with years in the labour movement before power was"
            " won (by 1917, by 1919); uprooted origin otherwise is not counted there",
            lambda v: ends(v.table("congress_1939"))[:, 0],
            0.5,
        ),
        refuted_by="an elite mostly recruited after power was won",
    ),
    Claim(
        "c000-solves-problems-reactionary",
        Measured(
            "one where unemployment is gone (2 per cent at most) ten years after 1928 while repression and"
            " shortage have grown",
            first_known(_solved_recorded, _solved_at_a_price),
            1.0,
        ),
        refuted_by="unemployment that stays, or no growth of repression and shortage",
    ),
    Claim(
        "c000-state-ownership-milestone-if-democratic",
        Moved(
            "labour's share in income 1960-85 if state ownership is democratic, as a change",
            lambda a, b: response(_labour_share(a), _labour_share(b), 1960, 1985),
            "democratic-planning-1956",
            0.05,
        ),
        refuted_by="no gain for labour from democracy under state ownership",
        weaker=Moved(
            "labour's share in income 1932-40 if private property and the market stay: higher, for state"
            " ownership without democracy takes from labour",
            lambda a, b: response(_labour_share(a), _labour_share(b), 1932, 1940),
            "right-programme-nep-continues",
            0.05,
            natural=Measured(
                "loaves a wage buys, 1928 over 1937: what private trade gave and command took",
                lambda v: v.series("food-wage-1913-40").ratio(1928, 1937) - 1,
                0.05,
            ),
        ),
    ),
    Claim(
        "c000-same-in-every-country",
        Measured(
            "spread of eight Stalinist states over that of eight others in state industry, socialised farms"
            " and contested elections, 1951 and 1965",
            _spread,
            high=0.5,
            unit="ratio",
        ),
        refuted_by="states of this kind that differ among themselves as capitalist states do",
    ),
    Claim(
        "c000-workers-only-if-state-is-theirs",
        NotTestable("a definition of the workers' state; it gives a rule for naming regimes"),
        refuted_by="nothing: it is a definition",
    ),
    Claim(
        "c003-prestige-evil-outweighs",
        NotTestable("a weighing of a gain in property against a loss in movements: a judgement of value"),
        refuted_by="nothing: it is a judgement of value",
    ),
    Claim(
        "c003-caste-by-backwardness-encirclement",
        Moved(
            "freedom of the apparatus from control 1928-38 in a rich country that is not alone, as a change",
            lambda a, b: difference(a["bureaucracy_autonomy"], b["bureaucracy_autonomy"], 1928, 1938),
            RICH_AND_NOT_ALONE,
            high=-0.1,
        ),
        refuted_by="an apparatus as free of control in a rich country with allies",
    ),
    Claim(
        "c003-bureaucracy-not-needed",
        Moved(
            "growth 1956-85 of income beyond that of plant (weight 0.4) and labour (0.6) if producers plan,"
            " less that under officials: the same investment is taken out",
            lambda a, b: _beyond_inputs(b) - _beyond_inputs(a),
            "democratic-planning-1956",
            0.1,
            unit="per cent a year",
            natural=Measured(
                "growth per head 1950-73 of self-managed Yugoslavia less that of its five neighbours under"
                " command, and less that of the two as poor",
                _self_management,
                0.1,
                unit="per cent a year",
            ),
        ),
        refuted_by="no faster growth without the direction of officials",
    ),
    Claim(
        "c003-abundance-reduces-bureaucracy",
        Moved(
            "freedom of the apparatus from control 1950-85 if the plan gives consumption first, as a change",
            lambda a, b: difference(a["bureaucracy_autonomy"], b["bureaucracy_autonomy"], 1950, 1985),
            "plenty-without-democracy",
            high=-0.05,
            natural=Measured(
                "the same index 1975 less 1955, while consumption and schooling rose",
                lambda v: v["bureaucracy_autonomy"].change(1975, 1955),
                high=-0.05,
            ),
        ),
        refuted_by="an apparatus as free of control in plenty as in want",
    ),
    Claim(
        "c003-prolonging-factors",
        Measured(
            "by how much rivalry of powers, base of officials, wave abroad and culture together fit strength"
            " of open movements 1929-85 better than the best of them, in Schwarz's criterion (the hazard of a"
            " revolt that wins is nought in most years)",
            jointly,
            6.0,
        ),
        refuted_by="one of the four factors doing as well alone",
    ),
)
