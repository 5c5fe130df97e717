"""Published numbers held against whole runs of the five theories."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import jax.numpy as jnp
import numpy as np
import pandas as pd

from ...frame.axes import A
from ...outside import YEARS
from ..ensemble import Frames, Setting
from ..runs import find, frames
from ..setting import closed
from ..wedges import FARM, NONFARM, wedges
from .check import Check, Source

DROUGHT = {1931: -0.03, 1932: -0.03}  # the low bound of the forcing, whose middle is nought
FAMINE = (1932, 1934)


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Fields by theory: on history, and with the weather before the famine at its low bound."""

    history: Mapping[str, Frames]
    dry: Mapping[str, Frames]


def made(draws: int, seed: int = 1) -> Runs:
    """Run the five theories twice, from the packaged ensembles."""
    setting = closed()
    return Runs(frames(find(), setting, draws, seed), frames(find(), _dry(setting), draws, seed))


def _dry(setting: Setting) -> Setting:
    weather = np.asarray(setting.forcing.weather).copy()
    for year, shock in DROUGHT.items():
        weather[YEARS.index(year)] = shock
    return replace(setting, forcing=replace(setting.forcing, weather=jnp.asarray(weather)))


def famine_weather_share(runs: Runs) -> Iterator[Check]:
    """Ask how many more die of hunger when the weather is as bad as the forcing allows."""
    where = "Naumenko 2021: weather up to 8.1 per cent of excess deaths of 1933"
    source = Source(
        "famine_weather_share", where, "R", "runs: weather of 1931-32 at its low bound against nought"
    )
    for theory, fields in runs.history.items():
        without, with_drought = _deaths(fields), _deaths(runs.dry[theory])
        share = 100 * (1 - without / max(with_drought, 1e-9)) if with_drought > 0 else np.nan
        yield source.between(
            f"per cent of hunger deaths 1932-34 owed to weather, {theory}", -np.inf, 8.1, share
        )


def _deaths(fields: Frames) -> float:
    return float(_span(fields["starved"], *FAMINE).sum(axis=1).mean())


def _span(values: np.ndarray, first: int, last: int) -> np.ndarray:
    return values[:, YEARS.index(first) : YEARS.index(last) + 1]


def shida_gap(runs: Runs) -> Iterator[Check]:
    """Ask how large the second economy is, and what counting it does to growth."""
    source = Source("shida_gap", "Shida 2017: Russia, 1960-90", "R", "runs: second economy, median draw")
    for theory, fields in runs.history.items():
        share = _span(fields["second_share"], 1960, 1990)
        yield source.near(f"per cent of income, {theory}", 12.6, 100 * np.median(share.mean(axis=1)), 2.5)
    for theory, fields in runs.history.items():
        counted = np.log1p(_span(fields["second_share"], 1960, 1990))
        lost = 100 * np.median(counted[:, 0] - counted[:, -1]) / (1990 - 1960)
        yield source.between(f"points of growth a year lost by counting it, {theory}", 0.24, 0.38, lost)


def cggt_wedges(runs: Runs) -> Iterator[Check]:
    """Run the wedge filter on every theory: most wedges rose 1928-35 and fell 1936-40."""
    where = "Cheremukhin et al. 2013: most wedges up 1928-35, down 1936-40"
    source = Source("cggt_wedges", where, "R", "runs: wedge filter on median output, capital, labour")
    for theory, fields in runs.history.items():
        found = wedges(sectors(fields))
        for name in ("mobility", "capital", "investment"):
            yield source.sign(
                f"{name} wedge 1928-35, {theory}", "+", found.loc[1935, name] - found.loc[1928, name]
            )
            yield source.sign(
                f"{name} wedge 1936-40, {theory}", "-", found.loc[1940, name] - found.loc[1936, name]
            )


def sectors(fields: Frames) -> pd.DataFrame:
    """Return the table that the wedge filter reads: median draw, two sectors, by year.

    Farm labour is the village times the share of people who work; consumption is per head.
    """
    middle = {n: np.median(fields[n], axis=0) for n in (
        "value_added", "plant_capital", "labour_force", "village_people", "participation",
        "consumption_per_head",
    )}  # fmt: skip
    farm = {"output": middle["value_added"][:, A], "capital": middle["plant_capital"][:, A],
            "labour": middle["village_people"] * middle["participation"]}  # fmt: skip
    nonfarm = {"output": middle["value_added"].sum(axis=1) - farm["output"],
               "capital": middle["plant_capital"].sum(axis=1) - farm["capital"],
               "labour": middle["labour_force"]}  # fmt: skip
    shared = {"year": list(YEARS), "consumption": middle["consumption_per_head"]}
    return pd.concat([pd.DataFrame({"sector": name, **part, **shared}) for name, part in
                      ((FARM, farm), (NONFARM, nonfarm))], ignore_index=True)  # fmt: skip


ON_RUNS: tuple[Callable[[Runs], Iterator[Check]], ...] = (famine_weather_share, shida_gap, cggt_wedges)
