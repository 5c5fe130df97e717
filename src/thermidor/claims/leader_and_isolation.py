"""Claims on what another leader, another policy, plenty or help from abroad would have changed."""

import numpy as np

from .claim import Change, Claim, Measured, Moved
from .measures import break_year, chance_moved, difference, elasticity, first_known, trend
from .series import Series
from .view import View

DEGENERATED = 0.3  # soviet democracy twenty years on below which the scenarios speak of degeneration

OPPOSITION_LEADS = Change("left-opposition-leads", {"leader": "left-opposition"})
EVERY_HOPE = Change(
    "favourable-leaders-and-policies",
    {
        "leader": "left-opposition",
        "lenin_survives": True,
        "party_regime": "opposition-legal-1926",
        "specialist_regime": "capped-pay-and-mass-training",
        "management_mode": "self-management",
        "consumption_weight": 0.6,
    },
)  # free soviets are left out: that lever would set the outcome by hand
OTHER_DETAILS = Change(
    "other-leader-village-and-pay",
    {
        "leader": "left-opposition",
        "lenin_survives": True,
        "agrarian_policy": "voluntary-cooperatives",
        "specialist_regime": "capped-pay",
    },
)


def _degenerated(v: View) -> np.ndarray:
    return (v["soviet_democracy"].at(1937) < DEGENERATED).astype(float)


def _declines(v: View) -> np.ndarray:
    return (trend(v["soviet_democracy"], 1918, 1935) < 0).astype(float)


def _part_of_fall_averted(before: View, after: View) -> np.ndarray:
    """Return the part of the fall of soviet democracy from 1918-19 to the thirties that is averted."""
    fall = before["soviet_democracy"].mean(1918, 1919) - before["soviet_democracy"].mean(1930, 1939)
    gained = difference(before["soviet_democracy"], after["soviet_democracy"], 1930, 1939)
    return np.where(fall > 0, gained / np.where(fall > 0, fall, 1.0), np.nan)


def _answer_to_shortage(before: View, after: View) -> np.ndarray:
    pairs = [(v["shortage"], v["bureaucracy_autonomy"]) for v in (before, after)]
    return elasticity(pairs[0][0], pairs[1][0], pairs[0][1], pairs[1][1], 1930, 1950)


def _year_of_half(series: Series) -> np.ndarray:
    """Return the first year in which a quantity stands at half of its height of 1934."""
    return Series(series.values / series.at(1934)[:, None], series.first).first_above(0.5, 1917)


def _patronage_to_doctrine(v: View) -> np.ndarray:
    return _year_of_half(v["sioc_doctrine"]) - _year_of_half(v["patronage_network"])


def _index_kept(v: View) -> np.ndarray:
    return v["worker_index"].ratio(1921, 1917)


def _both_break(v: View) -> np.ndarray:
    """Return the dates at which debate in the party and say in the plant break, 1918-39."""
    names = ("party_democracy", "worker_control")
    return np.stack([break_year(v[name], 1918, 1939)[:, 1] for name in names], axis=1)


LEADER_AND_ISOLATION: tuple[Claim, ...] = (
    Claim(
        "c001-leader-replaceable",
        Moved(
            "part of the fall of soviet democracy that a leader from the opposition averts: a fifth",
            _part_of_fall_averted,
            by=OPPOSITION_LEADS,
            high=0.2,
        ),
        refuted_by="a fifth and more of the fall averted by the choice of the leader alone",
    ),
    Claim(
        "c001-army-coup-worse",
        Moved(
            "soviet democracy in 1935 after a coup of the army in 1924, less history: no higher",
            lambda before, after: difference(
                before["soviet_democracy"], after["soviet_democracy"], 1935, 1935
            ),
            by="trotsky-army-coup",
            high=0,
        ),
        refuted_by="more soviet democracy in 1935 after a coup",
    ),
    Claim(
        "c001-degeneration-necessary",
        Moved(
            "probability of degeneration by 1937 with favourable leaders and policies but no help "
            "from abroad: 95 in 100",
            lambda before, after: _degenerated(after).mean(keepdims=True),
            by=EVERY_HOPE,
            low=0.95,
        ),
        refuted_by="one set of leaders and policies under which isolation leaves more than one way in twenty",
        weaker=Measured(
            "soviet democracy in 1937 on the course that was taken: degenerated",
            lambda v: v["soviet_democracy"].at(1937),
            high=DEGENERATED,
        ),
    ),
    Claim(
        "c001-general-line-could-differ-only-in-detail",
        Moved(
            "probability that soviet democracy falls from 1918 to 1935 under another leader, "
            "village policy and pay: 95 in 100",
            lambda before, after: _declines(after).mean(keepdims=True),
            by=OTHER_DETAILS,
            low=0.95,
        ),
        refuted_by="another direction in more than one of twenty runs with other leaders and policies",
    ),
    Claim(
        "c001-queue-policeman",
        Moved(
            "per cent answer of the autonomy of officials in 1930-50 to one per cent of shortage: positive",
            _answer_to_shortage,
            by="plenty-without-democracy",
            low=0.01,
            natural=Measured(
                "change in the autonomy of the state from control while consumption rose, 1955 to 1975",
                lambda v: v["bureaucracy_autonomy"].change(1975, 1955),
                high=-0.01,
            ),
        ),
        refuted_by="no fall of autonomy as goods become plentiful",
    ),
    Claim(
        "c001-no-degeneration-today",
        Moved(
            "probability of degeneration within twenty years from a rich and schooled start: a fifth",
            lambda before, after: _degenerated(after).mean(keepdims=True),
            by="rich-country-revolution",
            high=0.2,
        ),
        refuted_by="degeneration in a fifth and more of runs from a rich start",
    ),
    Claim(
        "c004-isolation-cause",
        Moved(
            "change in the probability of degeneration when revolution wins in central Europe in "
            "1919: from nine in ten to three in ten",
            lambda before, after: chance_moved(_degenerated(before), _degenerated(after)),
            by="europe-revolution-1919",
            high=-0.6,
        ),
        refuted_by="a chance of degeneration that help from abroad hardly lowers",
        weaker=Moved(
            "the same: at least one in five fewer",
            lambda before, after: chance_moved(_degenerated(before), _degenerated(after)),
            by="europe-revolution-1919",
            high=-0.2,
        ),
    ),
    Claim(
        "c004-bureaucrats-sioc",
        Measured(
            "years from half the network of appointments of 1934 to half the commitment to the doctrine",
            _patronage_to_doctrine,
            low=0,
            unit="years",
        ),
        refuted_by="the doctrine before the network of appointments",
        record=Measured(
            "years from Stalin's post as General Secretary to the doctrine",
            lambda v: v.event("sioc-announced") - v.event("stalin-general-secretary"),
            low=0,
            unit="years",
        ),
    ),
    Claim(
        "c004-stalinism-made-transition",
        Measured(
            "soviet democracy as Stalin's lead begins, 1922-24: above half",
            lambda v: v["soviet_democracy"].mean(1922, 1924),
            low=0.5,
        ),
        refuted_by="soviet democracy below half before Stalin led",
    ),
    Claim(
        "c004-working-class-decimated",
        Measured(
            "factory workers at work 1921 over 1917",
            first_known(lambda v: v.series("workers-industry-civil-war").at(1921), _index_kept),
            high=0.55,
        ),
        refuted_by="more than 55 of every 100 industrial workers of 1917 still at work in 1921",
        correction="more than halved, not reduced by a tenth (Haimson, Civil War and the Problem of Social "
        "Identities)",
    ),
    Claim(
        "c004-counter-revolution-mid-1920s",
        Measured(
            "dates of the breaks in party debate and in the say in the plant: 1924 to 1929",
            _both_break,
            1924,
            1929.999,
            "year",
        ),
        refuted_by="breaks before 1924 or after 1929",
        record=Measured(
            "date and interval of the break in party debate, as coded: 1924 to 1929",
            lambda v: break_year(v["party_democracy"], 1918, 1939),
            1924,
            1929.999,
            "year",
        ),
    ),
)
