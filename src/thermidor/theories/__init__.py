"""The five theories and what they fill the slots with."""

from ..theory import Theory
from . import (
    bureaucratic_collectivism,
    degenerated_workers_state,
    non_mode_of_production,
    state_capitalism,
    transitory_caste,
)

THEORIES: dict[str, Theory] = {
    theory.id: theory
    for theory in (
        bureaucratic_collectivism.THEORY,
        degenerated_workers_state.THEORY,
        non_mode_of_production.THEORY,
        transitory_caste.THEORY,
        state_capitalism.THEORY,
    )
}
