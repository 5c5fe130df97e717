"""Patterns of the economy. Bands come from the record's low and high estimates where there are two."""

import numpy as np

from ...claims.series import Series
from ...claims.view import Run
from .pattern import Pattern

INF = float("inf")


def _investment_doubled(run: Run) -> np.ndarray:
    share = run["investment_share"]
    return share.mean(1931, 1938) / share.mean(1926, 1928)


def _industry_growth(run: Run) -> np.ndarray:
    return run["industrial_output"].growth(1928, 1937)


def _recovery_year(run: Run) -> np.ndarray:
    gdp = run["gdp"]
    return Series(gdp.values / gdp.at(1913)[:, None]).first_above(0.95, 1921)


def _postwar_recovery(run: Run) -> np.ndarray:
    gdp = run["gdp"]
    return Series(gdp.values / gdp.at(1940)[:, None]).first_above(1.0, 1944)


ECONOMY: tuple[Pattern, ...] = (
    Pattern("industrial-collapse", "industry in 1920-21 over 1913",
            lambda r: r["industrial_output"].trough(1919, 1922)
            / r["industrial_output"].at(1913), 0.12, 0.40, "industry-index-civil-war", 1922),
    Pattern("output-collapse", "national income at its trough over 1913",
            lambda r: r["gdp"].trough(1918, 1923) / r["gdp"].at(1913), 0.30, 0.48, "gdp-ussr-maddison", 1923),
    Pattern("recovery-nep", "year in which income regains 95 % of 1913", _recovery_year, 1925, 1929,
            "gdp-ussr-maddison", 1929),
    Pattern("workers-scattered", "industrial workers at the trough over 1917",
            lambda r: r["worker_number"].trough(1919, 1923)
            / r["worker_number"].at(1917), 0.30, 0.55, "workers-industry-civil-war", 1923),
    Pattern("workers-regained", "industrial workers 1928 over 1917",
            lambda r: r["worker_number"].ratio(1928, 1917), 0.85, 1.35, "workers-and-employees", 1928),
    Pattern("marketed-grain-nep", "marketed grain 1926-27 over 1913",
            lambda r: r["grain_marketed"].mean(1926, 1927)
            / r["grain_marketed"].at(1913), 0.40, 0.95, "grain-marketed", 1927),
    Pattern("famine-1921", "famine deaths 1921-23, millions", lambda r: r["starved"].total(1921, 1923), 1.0,
            6.0, "famine-1921-22", 1923),
    Pattern("famine-1933", "famine deaths 1932-34, millions", lambda r: r["starved"].total(1932, 1934), 2.7,
            8.5, "famine-1932-33", 1934),
    Pattern("famine-1933-peak", "year of most famine deaths 1929-36",
            lambda r: r["starved"].peak_year(1929, 1936)
            .astype(float), 1932, 1933, "famine-excess-deaths-biraben", 1936),
    Pattern("no-famine-late-thirties", "famine deaths 1936-40, millions",
            lambda r: r["starved"].total(1936, 1940), 0.0, 1.0, "famine-excess-deaths-biraben", 1940),
    Pattern("famine-1946", "famine deaths 1946-48, millions", lambda r: r["starved"].total(1946, 1948), 0.7,
            2.0, "famine-1946-47", 1948),
    Pattern("herds-halved", "cattle at the trough over 1928", lambda r: r["cattle"].trough(1930, 1936)
            / r["cattle"].at(1928), 0.45, 0.68, "livestock", 1936),
    Pattern("investment-doubled", "investment share 1931-38 over 1926-28", _investment_doubled, 1.5, 2.6,
            "investment-share", 1938),
    Pattern("consumption-stands-still", "mass consumption per head 1938 over 1928",
            lambda r: r["consumption_per_head"]
            .ratio(1938, 1928), 0.75, 1.22, "real-wage-1932, food-wage-1913-40; Allen as upper bound", 1938),
    Pattern("industry-drive", "industrial growth 1928-37, per cent a year", _industry_growth, 8.0, 14.0,
            "industry-gross-output-official as upper bound, western indices as lower", 1937),
    Pattern("war-loss-output", "national income at its wartime trough over 1940",
            lambda r: r["gdp"].trough(1941, 1946)
            / r["gdp"].at(1940), 0.60, 0.86, "gdp-ussr-maddison (1946); war years assumed", 1946),
    Pattern("war-loss-people", "population 1946 over 1941", lambda r: r["population"].ratio(1946, 1941), 0.84,
            0.92, "population-fixed-territory", 1946),
    Pattern("recovery-war", "year in which income regains 1940", _postwar_recovery, 1947, 1950,
            "gdp-ussr-maddison", 1950),
    Pattern("growth-1950s", "growth 1950-60, per cent a year", lambda r: r["gdp"].growth(1950, 1960), 4.5,
            6.5, "gdp-ussr-maddison", 1960),
    Pattern("growth-1960s", "growth 1960-70, per cent a year", lambda r: r["gdp"].growth(1960, 1970), 4.0,
            5.5, "gdp-ussr-maddison", 1970),
    Pattern("growth-1980s", "growth 1980-89, per cent a year", lambda r: r["gdp"].growth(1980, 1989), 0.8,
            2.2, "gdp-ussr-maddison, national-output-growth-1971-85", 1989),
    Pattern("arms-postwar", "mean arms share 1955-85", lambda r: r["military_share"].mean(1955, 1985), 0.10,
            0.17, "military-share-western-points", 1985),
    Pattern("second-economy-grows", "second economy 1980-85 over 1955-60, shares of income",
            lambda r: r["second_share"]
            .mean(1980, 1985) / np.maximum(r["second_share"].mean(1955, 1960), 1e-4), 1.05, INF,
            "Shida 2017; Kim-Shida 2014", 1985),
    Pattern("second-economy-level", "second economy over income, mean 1960-90",
            lambda r: r["second_share"].mean(1960, 1990), 0.08, 0.18, "Shida 2017 (12.6 %)", 1990),
    Pattern("oil-windfall", "oil rent at its peak 1974-85 over 1965-70",
            lambda r: r["oil_rent"].peak(1974, 1985)
            / np.maximum(r["oil_rent"].mean(1965, 1970), 1e-6), 3.0, INF, "oil-gas-value", 1985),
    Pattern("oil-windfall-ends", "oil rent 1986-89 over its peak", lambda r: r["oil_rent"].mean(1986, 1989)
            / np.maximum(r["oil_rent"].peak(1974, 1985), 1e-6), 0.1, 0.6, "oil-gas-value", 1989),
)  # fmt: skip
