"""Published numbers of growth: Allen's migration and orderings, Feldman, Popov, low elasticity."""

from collections.abc import Iterator

import jax.numpy as jnp
import numpy as np

from ...frame.example import amounts, state, year
from ...mechanisms.economy.capacity import Capacity
from ...mechanisms.economy.migration import Migration
from ...record import series
from ...rivals.allen import CAPITALIST, COLLECTIVE, FIRST, LAST, NEP, PRIORS, Run, run
from ...rivals.ces import output
from ...rivals.feldman import consumption, feldman
from ...rivals.popov import path
from ...rivals.posterior import prior_sample
from .check import Check, Source

DRAWS, SEED = 1000, 1
ALLEN = "Allen 2003, Farm to Factory, appendix B"


def allen_migration() -> Iterator[Check]:
    """Ask the body's migration for Allen's equations 50 and 50A."""
    source = Source("allen_migration", f"{ALLEN}, eqs 50, 50A", "C", "mechanism migration of the body")
    move = Migration(scale=1.0, steady=0.0)
    for label, share, numbers in (
        ("collectives", 1.0, {1.6: 0.01163, 2.3: 0.02475}),
        ("NEP", 0.0, {1.6: 0.0070, 2.3: 0.0105}),
    ):
        for gap, published in numbers.items():
            now = state(
                town_consumption=gap, village_consumption=1.0, collectivised_share=share, town_ration=0.3,
                unemployment=0.0,
            )  # fmt: skip
            moved = amounts(list(move(now, year())))["peasants > dependants"]
            rate = moved / float(np.asarray(now.peasants))
            yield source.near(f"share leaving the village, {label}, gap {gap:g}", published, rate, 6e-6)


def allen_ordering() -> Iterator[Check]:
    """Ask the reduced Allen model, under the recorded harvest, how often his orderings hold."""
    on = f"rival allen, share of {DRAWS} prior draws"
    source = Source("allen_ordering", f"{ALLEN}; results in words", "R", on)
    p = prior_sample(PRIORS, DRAWS, np.random.default_rng(SEED))
    years = LAST - FIRST
    villages = (COLLECTIVE, NEP, CAPITALIST)
    one, nep, hired = (run(village, p, years, _harvest(village.loses)) for village in villages)
    slow = run(COLLECTIVE, p | {"split": np.full(DRAWS, 0.07)}, years, _harvest(True))
    early, late = slice(3, 6), years
    for other, label in ((nep, "NEP"), (hired, "capitalist hiring")):
        ahead = (other.income - one.income)[early].mean(axis=0)
        yield source.ordering(f"income of 1931-33: {label} ahead of collectives", _held(ahead))
    for other, label in ((nep, "NEP"), (hired, "capitalist hiring")):
        yield source.ordering(
            f"nonfarm output of 1939: collectives ahead of {label}",
            _held(one.nonfarm[late] - other.nonfarm[late]),
        )
    yield source.ordering(
        "marketings of 1929-31: collectives ahead of NEP",
        _held((one.marketed - nep.marketed)[1:4].mean(axis=0)),
    )
    apart = np.abs(np.log(one.marketed[late] / nep.marketed[late]))
    yield source.ordering("marketings of 1939: equal within a tenth", _held(0.1 - apart))
    for name, label in (("nonfarm", "output"), ("capital", "capital"), ("consumption", "consumption")):
        gain = _last(one, name) - _last(slow, name)
        yield source.ordering(f"{label} of 1939: machine split 0.23 ahead of 0.07", _held(gain))


def _held(margin: np.ndarray) -> float:
    return float((margin > 0).mean())


def _last(one: Run, name: str) -> np.ndarray:
    return getattr(one, name)[-1]


def _harvest(recorded: bool) -> np.ndarray | None:
    """Return recorded grain over that of the first year; without collectives the model's own farm path."""
    if not recorded:
        return None
    rows = series("grain-western-low")
    years = np.arange(FIRST, LAST + 1)
    grain = np.interp(years, rows["year"].to_numpy(), rows["value"].to_numpy())
    return grain / grain[0]


def feldman_cross() -> Iterator[Check]:
    """Ask the two-department rule when more machines for machines pay in consumption."""
    source = Source(
        "feldman_cross", "Feldman 1928, Domar 1957; toy run of the note", "C", "rival part feldman"
    )
    for split, numbers in {
        0.07: (1.11, 1.15),
        0.23: (1.08, 1.26),
        0.5: (1.01, 1.43),
        0.7: (0.94, 1.41),
    }.items():
        eaten = consumption(feldman(split, 13))
        for t, published in zip((5, 13), numbers, strict=True):
            yield source.near(f"consumption in year {t}, split {split:g}", published, eaten[t], 0.005)


def popov_hump() -> Iterator[Check]:
    """Ask vintages for the hump of normal and the step of starved replacement."""
    source = Source("popov_hump", "Popov, Life cycle (eqs 1-5); toy run of the note", "C", "rival popov")
    normal, starved = (_growth(path(0.2, 2.0, 20, 61, share)) for share in (None, 0.2))
    yield source.near("growth %, normal replacement, first service life", 3.6, normal[:20].mean(), 0.05)
    yield source.near("year of the peak, normal replacement", 24, int(normal.argmax()), 0)
    yield source.near("growth % at the peak", 10.0, normal.max(), 0.05)
    yield source.near("growth % in year 40, normal replacement", 7.9, normal[40], 0.05)
    for t, published in ((19, 8.0), (20, 6.3), (30, 6.0), (59, 5.2)):
        yield source.near(f"growth % in year {t}, starved replacement", published, starved[t], 0.05)


def _growth(made: np.ndarray) -> np.ndarray:
    return 100 * np.diff(made) / made[:-1]


def ces_slowdown() -> Iterator[Check]:
    """Ask the CES rival, and the body's capacity, for the slowdown under a rising investment share."""
    where = "Weitzman 1970, Easterly and Fischer 1995 (form); toy run of the note, capital over output 1.5"
    source = Source("ces_slowdown", where, "C", "rival ces")
    low, one = _decades(0.4, 0.64, 0.02), _decades(0.999, 0.4, 0.01)
    for decade, published in enumerate((6.4, 5.4, 4.2, 3.7)):
        yield source.near(f"growth % in decade {decade + 1}, elasticity 0.4", published, low[decade], 0.1)
    for decade, published in enumerate((4.3, 4.5, 4.4, 4.1)):
        yield source.near(f"growth % in decade {decade + 1}, elasticity 1", published, one[decade], 0.15)
    yield source.sign("greatest change of growth between decades, elasticity 0.4", "-", np.diff(low).max())
    body = Source("ces_slowdown", where, "C", "mechanism capacity of the body")
    made = Capacity(substitution=0.4, plant=0.64)
    plant = jnp.array([1.0, 2.0, 4.0, 8.0])
    grown = np.diff(np.log(np.asarray(made.combined(plant, 1.3 * jnp.ones(4)))))
    yield body.sign("greatest change of growth between doublings of plant", "-", np.diff(grown).max())


def _decades(substitution: float, plant: float, progress: float) -> np.ndarray:
    """Return growth by decade, per cent a year, investment rising from 15 to 30 per cent in thirty years."""
    p = {"substitution": np.array([substitution]), "plant": np.array([plant])}
    capital, hands, made = 1.0, 1.0, []
    for t in range(41):
        made.append(float(output(p, capital, hands)[0]) * np.exp(progress * t))
        capital = 0.96 * capital + (0.15 + 0.15 * min(t, 30) / 30) / 1.5 * made[-1]
        hands *= np.exp(0.013)
    return 10 * np.diff(np.log(made[::10]))


GROWTH = (allen_migration, allen_ordering, feldman_cross, popov_hump, ces_slowdown)
