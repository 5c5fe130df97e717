"""Coding rules: expert scores and event counts turned into canon variables by rules fixed before any run.

Every rule takes `get`, a function from the id of a source series to its values by year, and returns a
frame with columns low, value, high indexed by year. The words of the rules, with their caveats, stand in
docs/coding-rules.md.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

Get = Callable[[str], pd.Series]
POWERS = ("gbr", "jpn", "usa", "deu")
FIVE = ("USA", "GBR", "DEU", "FRA", "JPN")
# The share of kolkhoz and individual peasants in the census of 1939 fixes the multiplier of big-city people.
CENSUS = ("kolkhoz_members", "individual_peasants")


def _polity(get: Get, name: str, entity: str = "RUS_STATE") -> pd.Series:
    return get(f"macro.polity.{name}.{entity}")


def _clip(x: pd.Series, zero: float, one: float) -> pd.Series:
    return ((x - zero) / (one - zero)).clip(0, 1)


def _anchored(get: Get, name: str) -> pd.Series:
    """Return a score with 0 at the USSR of 1938 and 1 at the USA of 1990."""
    russia = _polity(get, name)
    return _clip(russia, russia[1938], _polity(get, name, "USA")[1990])


def _same(x: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"low": x, "value": x, "high": x})


def _parts(parts: list[pd.Series], at_least: int = 1) -> pd.DataFrame:
    """Return the mean of the parts, their least as low and greatest as high."""
    table = pd.concat(parts, axis=1).sort_index()
    table = table[table.notna().sum(axis=1) >= at_least]
    return pd.DataFrame({"low": table.min(axis=1), "value": table.mean(axis=1), "high": table.max(axis=1)})


def _reversed(table: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"low": 1 - table["high"], "value": 1 - table["value"], "high": 1 - table["low"]})


def nationalised_share(get: Get) -> pd.DataFrame:
    """Anchor the expert score of state ownership on 1913 (0) and 1980 (1)."""
    x = _polity(get, "vdem_v2clstown")
    bounds = {"low": "codehigh", "high": "codelow"}
    table = {
        side: _clip(_polity(get, f"vdem_v2clstown_{code}"), x[1913], x[1980]) for side, code in bounds.items()
    }
    return pd.DataFrame({"low": table["low"], "value": _clip(x, x[1913], x[1980]), "high": table["high"]})


def soviet_democracy(get: Get) -> pd.DataFrame:
    """Average anchored polyarchy, civil society and competition for office; two of the three at least."""
    parcomp = _polity(get, "polity5_parcomp")
    competition = (parcomp[parcomp >= 1] - 1) / 4
    return _parts(
        [_anchored(get, "vdem_v2x_polyarchy"), _anchored(get, "vdem6_v2xcs_ccsi"), competition], at_least=2
    )


def participation(get: Get) -> pd.DataFrame:
    """Anchor the participation index like soviet_democracy (kept beside it, never scored)."""
    return _same(_anchored(get, "vdem_v2x_partipdem"))


def _personal(get: Get) -> dict[str, pd.Series]:
    p, error = _polity(get, "personal_power_latent"), _polity(get, "personal_power_latent_se")
    return {"low": p - error, "value": p, "high": p + error}


def party_democracy(get: Get) -> pd.DataFrame:
    """Average two signs of collective leadership: latent personal power, constraint on the executive."""
    scores, xconst = _personal(get), _polity(get, "polity5_xconst")
    constraint = ((xconst[xconst >= 1] - 1) / 3).clip(0, 1)
    zero, one = scores["value"][1938], scores["value"][1918]
    sides = {k: pd.concat([_clip(p, zero, one), constraint], axis=1).mean(axis=1) for k, p in scores.items()}
    return pd.DataFrame(sides).loc[1918:1991]


def leader_concentration(get: Get) -> pd.DataFrame:
    """Reverse latent personal power between 1990 (0) and 1938 (1): lower means more personal power."""
    scores = _personal(get)
    zero, one = scores["value"][1990], scores["value"][1938]
    return pd.DataFrame(
        {
            "low": _clip(scores["high"], zero, one),
            "value": _clip(scores["value"], zero, one),
            "high": _clip(scores["low"], zero, one),
        }
    )


def repression(get: Get) -> pd.DataFrame:
    """Count political sentences per thousand persons: low is the KGB table, high the MVD table."""
    population = get("soviet.demography.population_1_January.USSR_territory_of_1991")
    kgb, mvd = (
        get(f"soviet.coercion.sentenced_political_{name}.USSR") / population for name in ("KGB", "MVD")
    )
    table = pd.DataFrame({"low": np.minimum(kgb, mvd), "value": kgb, "high": np.maximum(kgb, mvd)})
    return table.dropna()


def repression_shape(get: Get) -> pd.DataFrame:
    """Reverse anchored rule of law; from 1960 the index of physical violence is the other bound."""
    law = 1 - _anchored(get, "vdem_v2xcl_rol")
    violence = _polity(get, "vdem_v2x_clphy")
    other = 1 - _clip(violence, violence[1960], _polity(get, "vdem_v2x_clphy", "USA")[1990])
    return _parts([law, other]).assign(value=law)


def bureaucracy_autonomy(get: Get) -> pd.DataFrame:
    """Reverse the mean of civil society, legislative constraints and equality before the law."""
    parts = [_anchored(get, n) for n in ("vdem6_v2xcs_ccsi", "vdem6_v2xlg_legcon", "vdem_v2xcl_rol")]
    return _reversed(_parts(parts, at_least=2))


def worker_self_organisation(get: Get) -> pd.DataFrame:
    """Anchor the civil society index."""
    return _same(_anchored(get, "vdem6_v2xcs_ccsi"))


def union_independence(get: Get) -> pd.DataFrame:
    """Anchor the civil society index (the same series as worker_self_organisation: score one of the two)."""
    return worker_self_organisation(get)


def emergency_rule(get: Get) -> pd.DataFrame:
    """Reverse the mean of judicial and legislative constraints on the executive."""
    return _reversed(_parts([_anchored(get, n) for n in ("vdem6_v2x_jucon", "vdem6_v2xlg_legcon")]))


def _disputes(get: Get, power: str) -> pd.Series:
    return get(f"macro.conflict.militarized_disputes_with_{power}.RUS_STATE")


def us_ussr_tension(get: Get) -> pd.DataFrame:
    """Divide the five-year centred mean of disputes by its maximum of 1945-91."""
    disputes = _disputes(get, "usa").loc[1945:1991]
    mean = disputes.rolling(5, center=True, min_periods=1).mean()
    return _same(mean / mean.max())


def military_threat(get: Get) -> pd.DataFrame:
    """Sum the relative capability of great powers with a recent dispute; bounds: three and ten years."""
    sides = {"low": _threat(get, 3), "value": _threat(get, 5), "high": _threat(get, 10)}
    greatest = sides["value"].loc[1913:1941].max()
    table = pd.DataFrame({side: (x / greatest).clip(upper=1) for side, x in sides.items()})
    return table.loc[1913:1991]


def _threat(get: Get, years: int) -> pd.Series:
    own = get("macro.capabilities.nmc_cinc.RUS_STATE")
    total = pd.Series(0.0, index=range(1900, 1992))
    for power in POWERS:
        recent = _disputes(get, power).rolling(years, min_periods=1).max() >= 1
        relative = (get(f"macro.capabilities.nmc_cinc.{power.upper()}") / own).clip(upper=1)
        if power == "deu":
            relative = relative.loc[:1945]
        total = total.add((recent * relative).reindex(total.index), fill_value=0)
    return total


def intervention(get: Get) -> pd.DataFrame:
    """Add half for an interstate war and a quarter for each of at most two powers in dispute, 1918-22."""
    war = get("macro.conflict.interstate_wars_ongoing.RUS_STATE") >= 1
    powers = pd.concat([_disputes(get, power) >= 1 for power in POWERS], axis=1).sum(axis=1).clip(upper=2)
    return _same((0.5 * war + 0.25 * powers).loc[1918:1922])


def revolution_wave(get: Get) -> pd.DataFrame:
    """Divide the episodes ongoing abroad by their maximum of 1913-49."""
    ongoing = get("macro.unrest.revolutionary_episodes_ongoing_outside_russia.WORLD")
    return _same((ongoing / ongoing.loc[1913:1949].max()).clip(0, 1))


def capitalist_stagnation(get: Get) -> pd.DataFrame:
    """Place five-year growth of five countries between that of 1950-73 (0) and the least of 1920-39 (1)."""
    total = sum(get(f"macro.output.gdp_total.{country}") for country in FIVE)
    trade = get("macro.trade.world_trade_volume.WORLD")
    output, volume = (_stagnation(x) for x in (total, trade))
    return _parts([output, volume]).assign(value=output).dropna()


def _stagnation(x: pd.Series) -> pd.Series:
    growth = np.log(x.reindex(range(int(x.index.min()), int(x.index.max()) + 1))).diff()
    trend = growth.rolling(5).mean()
    return _clip(trend, growth.loc[1950:1973].mean(), trend.loc[1920:1939].min())


def peasant_share(get: Get) -> pd.DataFrame:
    """Take one minus big-city people times a multiplier fixed by the 1939 census alone; band: urban share."""
    cities = get("macro.capabilities.nmc_upop.RUS_STATE") / get("macro.capabilities.nmc_tpop.RUS_STATE")
    census = sum(
        get(f"soviet.classes_party.census1939_social_group_share_{group}.USSR")[1939] for group in CENSUS
    )
    multiplier = (1 - census / 100) / cities[1939]
    path = (1 - multiplier * cities).clip(lower=0)
    other = (1 - get("soviet.demography.urban_share.Russia") / 100).loc[1950:]
    return _parts([path, other]).assign(value=path).dropna().loc[:1990]


RULES: dict[str, Callable[[Get], pd.DataFrame]] = {
    rule.__name__: rule
    for rule in (
        nationalised_share,
        soviet_democracy,
        party_democracy,
        leader_concentration,
        repression,
        repression_shape,
        bureaucracy_autonomy,
        worker_self_organisation,
        union_independence,
        emergency_rule,
        us_ussr_tension,
        military_threat,
        intervention,
        revolution_wave,
        capitalist_stagnation,
        peasant_share,
        participation,
    )
}
