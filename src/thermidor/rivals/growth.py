r"""One-sector growth rivals: the same year for fit and forecast.

A rival says what growth it expects of the coming year from its parameters and what it carries along
(capital, vintages, shortage); what it carries moves with the output that then comes, recorded or foretold:

.. math:: \Delta\ln y_{t+1} = g(\theta, s_t) + \sigma\varepsilon_t, \qquad s_{t+1} = h(\theta, s_t, y_{t+1})

Output is over that of the first year. Years without a record inside the history are bridged by a straight
line in logs, and neither end of such a bridge is scored.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from .history import History
from .parameter import Parameter
from .posterior import Parameters, posterior
from .rival import OUTPUT, PEOPLE, Forecast, ahead, dice

PARTICLES = 1000
NOISE = "noise"


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Recorded output and people, year by year, over those of the first year; which growths are recorded."""

    first: int
    output: np.ndarray
    people: np.ndarray
    known: np.ndarray


class GrowthModel(Protocol):
    """What distinguishes one growth rival from another."""

    @property
    def id(self) -> str:
        """Return the name by which the rival is called."""
        ...

    @property
    def priors(self) -> Mapping[str, Parameter]:
        """Return the parameters and what is believed of them; ``noise`` is among them."""
        ...

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return the ids of the series it can foretell."""
        ...

    def begin(self, p: Parameters, /) -> Any:
        """Return what is carried along at the first year."""
        ...

    def grow(
        self, p: Parameters, carried: Any, output: np.ndarray, hands: np.ndarray, year: int, /
    ) -> tuple[np.ndarray, Any]:
        """Return expected growth to the next year, and what is carried there; ``hands`` is labour's growth.

        ``output`` is that of year ``year`` of the stretch, over the first; all arrays are by draw.
        """
        ...


def stretch(history: History, first: int | None = None) -> Stretch:
    """Return output since ``first``, or since the last gap of the record longer than two years."""
    past = history[OUTPUT]
    gaps = past.years[1:][np.diff(past.years) > 2]
    begin = first if first is not None else int(gaps[-1]) if len(gaps) else int(past.years[0])
    years = np.arange(begin, past.years[-1] + 1)
    logs = np.interp(years, past.years, past.inner)
    known = np.isin(years, past.years)
    people = history[PEOPLE]
    crowd = np.interp(years, people.years, people.inner)
    return Stretch(begin, np.exp(logs - logs[0]), np.exp(crowd - crowd[0]), known[1:] & known[:-1])


def likelihood(model: GrowthModel, p: Parameters, one: Stretch) -> np.ndarray:
    """Return the log likelihood of the recorded growths, by draw."""
    found, noise = np.zeros(len(p[NOISE])), p[NOISE]
    carried = model.begin(p)
    growth, hands = np.diff(np.log(one.output)), np.diff(np.log(one.people))
    for year, known in enumerate(one.known):
        expected, carried = model.grow(
            p, carried, np.full(len(noise), one.output[year]), np.full(len(noise), hands[year]), year
        )
        if known:
            found -= 0.5 * ((growth[year] - expected) / noise) ** 2 + np.log(noise)
    return found


def foretell(
    model: GrowthModel, p: Parameters, one: Stretch, steps: int, rng: np.random.Generator
) -> np.ndarray:
    """Return output of the years after the stretch, over its first, shape (draw, year)."""
    count = len(p[NOISE])
    carried, output = model.begin(p), np.full(count, one.output[0])
    past_hands = np.diff(np.log(one.people))
    hands = _hands(past_hands, count, rng)
    path = []
    for year in range(len(one.known) + steps):
        now = year < len(one.known)
        moved = np.full(count, past_hands[year]) if now else hands
        expected, carried = model.grow(p, carried, output, moved, year)
        if now:
            output = np.full(count, one.output[year + 1])
        else:
            output = output * np.exp(expected + p[NOISE] * rng.standard_normal(count))
            path.append(output)
    return np.stack(path, axis=1)


def _hands(past: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Return the growth of labour to come: that of the last ten years, known up to its own error."""
    recent = past[-10:]
    return recent.mean() + recent.std(ddof=1) / np.sqrt(len(recent)) * rng.standard_normal(count)


def fitted(model: GrowthModel, one: Stretch, rng: np.random.Generator, count: int = PARTICLES) -> Parameters:
    """Return draws of the parameters given the recorded growths."""
    return posterior(model.priors, lambda p: likelihood(model, p, one), count, rng)


def output_forecast(
    model: GrowthModel, history: History, last: int, draws: int, seed: int, first: int | None = None
) -> Forecast:
    """Fit a growth model on the history since ``first``, or its last gap, and return its sample of output."""
    rng, years = dice(model.id, history, seed), ahead(history, last)
    if not model.speaks(history):
        return Forecast(model.id, history.until, years, seed, {})
    one = stretch(history, first)
    p = fitted(model, one, rng)
    chosen = rng.integers(0, PARTICLES, draws)
    path = foretell(model, {k: v[chosen] for k, v in p.items()}, one, len(years), rng)
    start = history[OUTPUT].value[-1] / one.output[-1]
    return Forecast(model.id, history.until, years, seed, {OUTPUT: start * path})


def speaks_of_output(history: History, at_least: int) -> tuple[str, ...]:
    """Return output, if it is recorded in the year of the freeze and long enough, and people with it."""
    told = history.current(OUTPUT, at_least) and history.current(PEOPLE, at_least)
    return (OUTPUT,) if told else ()
