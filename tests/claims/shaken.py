"""Records and runs that never were: true ones, bent at random, to see whether verdicts follow them."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from thermidor.claims.history import Sourcebook

NEVER_BENT = ("source", "checked", "note", "what")


@dataclass
class Bend:
    """One way to bend a world; every name is bent in its own way, the same each time it is read."""

    seed: int

    def dice(self, name: str) -> np.random.Generator:
        """Return the chance that bends one name; in every third world all names are bent alike."""
        return np.random.default_rng([self.seed, *(name.encode() if self.seed % 3 else b"")])

    def values(self, name: str, values: np.ndarray) -> np.ndarray:
        """Return values (row, year, ...) scaled, tilted, broken or turned over, as chance has it."""
        dice = self.dice(name)
        count = values.shape[1]
        time = np.linspace(-1, 1, count).reshape(1, count, *[1] * (values.ndim - 2))
        scale = dice.choice([0.05, 0.5, 2.0])
        bent = values * np.exp(scale * (dice.normal() + dice.normal() * time))
        if dice.random() < 0.5:
            bent = bent * np.where(time > dice.uniform(-1, 1), np.exp(dice.normal(0, 2)), 1)
        if dice.random() < 0.3:
            bent = np.nanmax(values) - values if np.isfinite(values).any() else values
        if dice.random() < 0.3:
            bent = bent * np.exp(dice.normal(0, 1, (1, *bent.shape[1:])))
        if dice.random() < 0.2:
            bent = bent + dice.normal(0, 1) * np.nanmax(np.abs(values), initial=1e-3)
        return np.round(bent) if dice.random() < 0.1 else bent

    def table(self, name: str, table: pd.DataFrame) -> pd.DataFrame:
        """Return a table with its numbers scaled and its short lists of words dealt anew."""
        dice, bent = self.dice(name), {}
        for column in table:
            values = table[column]
            if column in NEVER_BENT:
                bent[column] = values
            elif pd.api.types.is_bool_dtype(values):
                bent[column] = dice.random(len(values)) < dice.random()
            elif pd.api.types.is_numeric_dtype(values):
                bent[column] = _numbers(dice, values)
            elif values.nunique() < max(7, len(values) / 2):
                words = values.unique()
                odds = dice.dirichlet(np.full(len(words), dice.choice([0.02, 0.5])))
                bent[column] = dice.choice(words, len(values), p=odds) if dice.random() < 0.5 else values
            else:
                bent[column] = values
        return pd.DataFrame(bent)


def _numbers(dice: np.random.Generator, values: pd.Series) -> np.ndarray:
    if values.isin([0, 1]).all():
        return (dice.random(len(values)) < dice.random()).astype(int)
    if dice.random() < 0.2:
        return np.full(len(values), dice.uniform(0, 2 * values.max()))
    width = dice.choice([0.0, 0.3, 2.0])
    factor = np.exp(dice.normal(0, 1.5) + dice.normal(0, 1, len(values)) * width)
    step = dice.choice([0.0, 1.0, -1.0]) * dice.exponential() * values.abs().max()
    return (values * factor + step).to_numpy()


def record(true: Sourcebook, seed: int) -> Sourcebook:
    """Return the record of a world that never was."""
    bend = Bend(seed)
    series = _Bent(lambda name: _series(bend, name, true.series[name]), set(true.series))
    tables = _Bent(lambda name: bend.table(name, true.tables[name]), set(true.tables))
    return replace(true, series=series, tables=tables, events=_events(bend, true.events))


class _Bent(dict):
    """Bends an entry when it is first asked for."""

    def __init__(self, make, names: set[str]) -> None:
        super().__init__()
        self.make, self.names = make, names

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __missing__(self, name: str) -> object:
        self[name] = self.make(name)
        return self[name]


def _series(bend: Bend, name: str, rows: pd.DataFrame) -> pd.DataFrame:
    ends = bend.values(name, rows[["low", "value", "high"]].to_numpy(float).T)
    return rows.assign(low=ends.min(axis=0), value=ends[1], high=ends.max(axis=0))


def _events(bend: Bend, events: pd.DataFrame) -> pd.DataFrame:
    years = {name: _year(bend, name) for name in events["event"]}
    return shifted(events, years)


def shifted(events: pd.DataFrame, years: dict[str, int]) -> pd.DataFrame:
    """Return dated events moved by so many years each."""
    later = lambda date, by: f"{int(date[:4]) + by:04d}{date[4:7]}" if date else ""  # noqa: E731
    by = [years.get(name, 0) for name in events["event"]]
    ends = {c: [later(d, n) for d, n in zip(events[c], by, strict=True)] for c in ("date", "latest")}
    return events.assign(**ends)


def _year(bend: Bend, name: str) -> int:
    dice = bend.dice(f"event {name}")
    return int(dice.choice([0, 0, -1, 1])) + round(dice.normal(0, dice.choice([0.1, 3, 12])))


def run(true: dict[str, np.ndarray], seed: int) -> "_Bent":
    """Return the fields of runs that never were."""
    bend = Bend(seed)
    return _Bent(lambda name: bend.values(name, true[name]), set(true))
