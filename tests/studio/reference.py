"""Two hundred scenarios at random, and what Python gives for each: run once, kept for all tests that ask."""

import pickle
import random
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

import thermidor
from thermidor.claims.view import Run
from thermidor.cli.results import fields
from thermidor.files import write_bytes, write_text
from thermidor.lab.levels import levels
from thermidor.lab.score import pattern_table
from thermidor.outside import HISTORY, Scenario, write_toml
from thermidor.studio import headlines
from thermidor.studio.desk import LEVELS
from thermidor.studio.quantities import QUANTITIES
from thermidor.theories import THEORIES

from .conftest import any_scenario

COUNT = 200
SIZES = ((40, 1), (66, 2), (40, 3), (66, 4), (200, 5))  # draws and seed: few, as history is run for each
CHARTS = ("gdp-ussr-maddison", "hunger", "camps-and-colonies", "privilege", "technology_gap")


@dataclass(frozen=True, slots=True)
class Case:
    """What is run: one theory under one scenario."""

    number: int
    theory: str
    draws: int
    seed: int
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Told:
    """What Python gives: quantiles as sent (chart, level, year), headlines by draw, digests of all fields."""

    levels: np.ndarray
    measures: Mapping[str, np.ndarray]
    patterns: list[dict[str, Any]]
    digests: Mapping[str, str]


def case(number: int) -> Case:
    """Return a case; its theory, draws and seed are at random too."""
    dice = random.Random(1000 + number)
    return Case(number, dice.choice(sorted(THEORIES)), *dice.choice(SIZES), any_scenario(number))


def of_python(one: Case, kept: Path) -> Told:
    """Return what Python gives for a scenario that it reads from a file."""
    path = kept / f"{one.number}.toml"
    write_text(path, write_toml(one.scenario))
    return _told(one, str(path), kept / f"{one.number}.told")


def of_history(one: Case, kept: Path) -> Told:
    """Return what Python gives for history, on the same luck."""
    return _told(one, HISTORY, kept / f"{one.theory} {one.draws} {one.seed}.told")


def digests(runs: xr.Dataset) -> dict[str, str]:
    """Return a digest of each field at the precision of a file."""
    small = {str(name): runs.variables[name].to_numpy().astype("<f4") for name in runs.data_vars}
    return {name: blake2b(values.tobytes()).hexdigest() for name, values in small.items()}


def _told(one: Case, scenario: str, path: Path) -> Told:
    if path.exists():
        return pickle.loads(path.read_bytes())
    made = thermidor.run(one.theory, scenario, one.draws, one.seed)
    by_theory = fields(made)
    run = by_theory[one.theory]
    drawn = [levels(QUANTITIES[name].values(run), [level / 100 for level in LEVELS]) for name in CHARTS]
    with np.errstate(divide="ignore", invalid="ignore"):  # of what an odd scenario brings to nought
        measures, patterns = headlines.measured(Run(run)), pattern_table(by_theory).to_dict("records")
    told = Told(np.asarray(drawn, "<f4"), measures, patterns, digests(made))
    write_bytes(path, pickle.dumps(told))
    return told
