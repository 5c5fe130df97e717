"""Patterns of the polity: windows from the record where it has one, fixed before any matching."""

import numpy as np

from ...claims.series import Series
from ...claims.view import Run
from .pattern import Pattern

INF = float("inf")


def _terror_year(run: Run) -> np.ndarray:
    return _first_peak(run["terror"], 1929)


def _first_peak(series: Series, start: int) -> np.ndarray:
    return series.first_above(0.3, start)


def _camps_fall(run: Run) -> np.ndarray:
    camps = run["prisoners"]
    peak = camps.peak(1938, 1955)
    return Series(camps.values / peak[:, None]).first_below(0.5, 1951)


def _ended(run: Run) -> np.ndarray:
    return run["ended"].first_above(0.5, 1918)


def _party(run: Run) -> np.ndarray:
    return run["party_size"].at(1933)


POLITY: tuple[Pattern, ...] = (
    Pattern("officials-1920", "officials in 1920, millions", lambda r: r["bureaucracy_size"].at(1920), 1.0,
            5.9, "officials-1920", 1920),
    Pattern("democracy-lost", "first year with soviet democracy below 0.3", lambda r: r["soviet_democracy"]
            .first_below(0.3, 1918), 1918, 1928, "soviet-democracy-coded", 1928),
    Pattern("party-democracy-lost", "first year with party democracy below 0.3",
            lambda r: r["party_democracy"]
            .first_below(0.3, 1918), 1921, 1929, "assumption: debates to 1927", 1929),
    Pattern("nep", "first year under NEP", lambda r: r["nep"].first_above(0.5, 1918), 1921, 1922,
            "general knowledge (the decree of March 1921)", 1922),
    Pattern("turn", "year of the turn to force", lambda r: r["turn"].first_above(0.5, 1918), 1927, 1931,
            "collectivised-june-1928-29", 1931),
    Pattern("collectivised", "year in which half of the households are collectivised",
            lambda r: r["collectivised_share"]
            .first_above(0.5, 1918), 1930, 1933, "collectivised-june-1928-29", 1933),
    Pattern("vanguard-to-officials", "workers at the bench in the party, 1937 over 1919",
            lambda r: r["party_worker_share"]
            .at(1937) / r["party_worker_share"].at(1919), 0.0, 0.85,
            "party-factory-share-1919, bolshevik-workers-1917", 1937),
    Pattern("terror", "first year of a terror pulse after the turn", _terror_year, 1934, 1939,
            "political-sentences", 1939),
    Pattern("camps-1934", "camps and prisons 1934, millions", lambda r: r["prisoners"].at(1934), 0.4, 0.9,
            "camps-early", 1934),
    Pattern("camps-1937", "camps and prisons 1937, millions", lambda r: r["prisoners"].at(1937), 0.8, 1.8,
            "camps-and-colonies", 1937),
    Pattern("camps-1950", "camps and prisons 1950, millions", lambda r: r["prisoners"].at(1950), 1.5, 3.0,
            "camps-and-colonies, prisons", 1950),
    Pattern("camps-fall", "year in which camps fall below half of their peak", _camps_fall, 1953, 1961,
            "prisons; camps after 1953 are not in the record", 1961),
    Pattern("exiles-1932", "special settlers 1932, millions", lambda r: r["exiles"].at(1932), 0.8, 1.8,
            "special-settlers", 1932),
    Pattern("party-1921", "party in 1921, millions", lambda r: r["party_size"].at(1921), 0.5, 0.9,
            "party-size", 1921),
    Pattern("party-1933", "party in 1933, millions", _party, 2.5, 4.2, "party-size", 1933),
    Pattern("party-1985", "party in 1985, millions", lambda r: r["party_size"].at(1985), 15.0, 21.0,
            "party-size", 1985),
    Pattern("reform-attempt", "first year of market reform after the turn",
            lambda r: r["reform"].first_above(0.3, 1945), 1953, 1970, "general knowledge; not scored", 1970),
    Pattern("end-before-war", "share of draws where the regime has ended before 1941 (0 per draw is met)",
            lambda r: (_ended(r) < 1941).astype(float), 0.0, 0.0, "record", 1940),
    Pattern("end", "year of the end of the regime", _ended, 1986, 1992,
            "restoration-ownership, competitive-elections", 1992),
    Pattern("end-by-1999", "the regime has ended by 1999", lambda r: (_ended(r) <= 1999).astype(float), 1.0,
            1.0, "restoration-ownership", 1999),
)  # fmt: skip
