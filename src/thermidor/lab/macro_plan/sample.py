"""States of the macro model at which both forms are asked: three regulations, all theories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import jax.numpy as jnp
import numpy as np

from ...frame.axes import VINTAGES
from ...frame.state import METAS, State, start_state
from ...outside import YEARS
from ...outside.scenario import HISTORY, Scenario, Setting
from ..ensemble import Frames
from ..runs import find, frames
from ..setting import under

HISTORICAL, DEMOCRATIC, MARKET = "history", "democratic", "market"
REGULATIONS: dict[str, Scenario] = {
    HISTORICAL: Scenario(HISTORY, "as it was"),
    DEMOCRATIC: Scenario(
        "democratic-planning",
        "planning by elected bodies, plants run by their workers",
        levers={"planning_mode": Setting("democratic"), "management_mode": Setting("self-management")},
    ),
    MARKET: Scenario("market-regulation", "markets", levers={"planning_mode": Setting("market")}),
}
ASKED = (1926, 1934, 1939, 1951, 1960, 1970, 1980, 1986)


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """Hold a state at the end of a year, with the regulation and the theory under which it came about."""

    regulation: str
    theory: str
    year: int
    now: State


def sampled(
    theories: str = "all", draws: int = 2, seed: int = 1, years: Sequence[int] = ASKED
) -> list[Sampled]:
    """Return states of runs under history, democratic planning and markets, the last two from 1929.

    Raises ThermidorError for an unknown theory or a number of draws out of range.
    """
    return [
        one
        for regulation, scenario in REGULATIONS.items()
        for theory, run in frames(find(theories), under(scenario), draws, seed).items()
        for one in _taken(regulation, theory, run, years)
    ]


def _taken(regulation: str, theory: str, run: Frames, years: Sequence[int]) -> Iterator[Sampled]:
    for draw in range(len(run["gdp"])):
        for year in years:
            yield Sampled(regulation, theory, year, state_at(run, draw, YEARS.index(year)))


def state_at(run: Frames, draw: int, place: int) -> State:
    """Return the state of a draw in a year; runs keep no ages of plant, which are taken as even."""
    seen = {name: np.asarray(run[name][draw, place], float) for name in METAS}
    aged = {name for name, meta in METAS.items() if "vintage" in meta.axis}
    even = {n: v[..., None].repeat(len(VINTAGES), -1) / len(VINTAGES) for n, v in seen.items() if n in aged}
    return replace(start_state(), **{n: jnp.asarray(v) for n, v in (seen | even).items()})
