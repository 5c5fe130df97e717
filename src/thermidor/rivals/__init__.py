"""Rivals and nulls: theories and yardsticks from outside the five, each fitted on a history cut at a year."""

from .allen import CAPITALIST, COLLECTIVE, NEP, Allen
from .bvar import Bvar
from .ces import Ces
from .cobb_douglas import CobbDouglas
from .harrison import Harrison
from .hazard import ConstantHazard, OtherRegimes
from .history import History, Past
from .kornai import Kornai
from .popov import Popov
from .random_walk import RandomWalk
from .rival import Forecast, Rival
from .state_space import StateSpace

RIVALS: tuple[Rival, ...] = (
    RandomWalk(),
    RandomWalk("random-walk-recent", "random walk, drift of the last twenty years", window=20),
    StateSpace(),
    Bvar(),
    Ces(),
    CobbDouglas(),
    Popov(),
    Kornai(),
    Harrison(),
    Allen(COLLECTIVE),
    Allen(NEP),
    Allen(CAPITALIST),
    ConstantHazard(),
    OtherRegimes(),
)

__all__ = ["RIVALS", "Forecast", "History", "Past", "Rival"]
