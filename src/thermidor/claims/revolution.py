"""Claims on the rising of 1917, the state that came of it, and what its survival hung on."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import chance_less, chance_moved
from .view import View

DEGENERATE = 0.3  # soviet democracy below which the canon's scenarios speak of degeneration
WORK_FORCE = np.array([0.26, 0.5])  # of population: the self-supporting of the census of 1897, and all adults


def _workers_governments(v: View) -> np.ndarray:
    """Return how many working people's governments of a whole country the list of seizures holds."""
    rows = v.table("seizures_of_power_1871_1917")
    return np.array([(rows["by_working_people"] * rows["national"] * rows["took_power"]).sum()], float)


def _steps(body: str):
    """Return what measures the votes of delegates between a voter and a body, least and most."""
    return lambda v: (
        v.table("soviet_election_steps_1918").set_index("what").loc[body, ["low", "high"]].to_numpy(float)
    )


def _led_less_leaderless(v: View) -> np.ndarray:
    rows = v.table("upheavals_1917_23")
    won, led = rows["won"].to_numpy(), rows["led"].to_numpy() == 1
    return chance_less(won[led], won[~led])


def _factory_share_if_peasant(v: View) -> np.ndarray:
    """Return factory workers in the work force where peasants are over three quarters of people, else 1."""
    workers = v.series("soviet.labour.industrial_workers.Russia").at(1917)
    people = v.series("population-state").at(1917) * 1e6
    share = (workers / people)[:, None] / WORK_FORCE
    return np.where(v["peasant_share"].at(1917)[:, None] > 0.75, share, 1.0)


def _degenerate(v: View) -> np.ndarray:
    return v["soviet_democracy"].mean(1935, 1938) < DEGENERATE


REVOLUTION: tuple[Claim, ...] = (
    Claim(
        "c001-october-first-since-commune",
        Measured("working people's governments of a whole country between the Commune and October; local "
                 "powers of a few weeks are not counted", _workers_governments, high=0),
        refuted_by="one national government of working people between 1871 and 1917",
    ),
    Claim(
        "c001-direct-election-soviets",
        Measured("votes of delegates between a voter and the government: none, as stated",
                 _steps("council of commissars"), high=0),
        refuted_by="a government chosen by congresses and committees",
        weaker=Measured("votes of delegates between a voter and the local soviet: none",
                        _steps("local soviet"), high=0),
        correction="local soviets were elected directly; congress, executive committee and government in 3 "
                   "to 6 steps, town votes weighing more (Constitution of the RSFSR, 1918, arts. 25-57)",
    ),
    Claim(
        "c001-degenerated-within-decade",
        Measured("soviet democracy 1927 over 1918",
                 lambda v: v["soviet_democracy"].ratio(1927, 1918), high=0.3),
        refuted_by="more than three tenths of the soviet democracy of 1918 left in 1927",
    ),
    Claim(
        "c001-leadership-necessary",
        Measured("chance of winning in upheavals of 1917-23 with a mass party resolved on power, less that "
                 "without; the single case of October cannot be rerun", _led_less_leaderless, low=0.0),
        refuted_by="leaderless upheavals winning as often",
    ),
    Claim(
        "c001-kamenev-zinoviev-opposed",
        Measured("years from their votes against the rising to the rising: before it, by weeks",
                 lambda v: v.event("october-rising") - v.event("kamenev-zinoviev-vote-against"), 0.0, 0.15),
        refuted_by="no vote against it in the weeks before the rising",
    ),
    Claim(
        "c001-semi-feudal-tiny-industry",
        Measured("factory workers in the work force of 1917, narrowly and widely counted; 1 if peasants are "
                 "not over three quarters of people", _factory_share_if_peasant, high=0.05),
        refuted_by="peasants under 75 per cent of people, or industrial workers over 5 per cent of labour",
    ),
    Claim(
        "c001-survival-needs-world-revolution",
        Moved("fall of the chance that soviet democracy 1935-38 is below 0.3, if the revolution wins in "
              "Europe in 1919: from nine tenths or more to three tenths or less",
              lambda a, b: -chance_moved(_degenerate(a), _degenerate(b)), "europe-revolution-1919", low=0.6),
        refuted_by="degeneration as likely, or nearly, with a victorious revolution in Europe",
        weaker=Moved("the chance falls at all, by a tenth or more",
                     lambda a, b: -chance_moved(_degenerate(a), _degenerate(b)), "europe-revolution-1919",
                     low=0.1),
    ),
)  # fmt: skip
