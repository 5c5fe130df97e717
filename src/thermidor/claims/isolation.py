"""Claims on revolutions abroad, the parties that led them, and what their defeat did at home."""

import numpy as np

from .claim import Change, Claim, Measured, Moved
from .measures import chance_less, chance_moved, correlation, difference, response
from .series import Series
from .view import View

OPEN = Change("outcomes-abroad-open", {"open_outcomes": True})
GERMANY_WON = Change(
    "germany-1923-outcomes-open", {"world_revolution_path": "germany-1923", "open_outcomes": True}
)


def _upheavals(v: View, first: int, last: int) -> np.ndarray:
    """Return every upheaval abroad of some years, over all draws: 1 won, 0 lost."""
    counts = [np.nansum(v[name].total(first, last)) for name in ("wins_abroad", "losses_abroad")]
    return np.repeat([1.0, 0.0], np.maximum(np.rint(counts), 0).astype(int))


def _better_odds(first: int, last: int):
    """Return what measures by how much an upheaval of some years is likelier to win after a change."""
    return lambda before, after: chance_less(_upheavals(after, first, last), _upheavals(before, first, last))


def _contained_less_not(v: View) -> np.ndarray:
    rows = v.table("upheavals_1917_23")
    won, contained = rows["won"].to_numpy(), rows["contained"].to_numpy() == 1
    return chance_less(won[contained], won[~contained])


def _spread(before: View, after: View) -> np.ndarray:
    """Return the share of draws in which isolation falls below a third by 1930."""
    ended = after["isolation"].trough(1924, 1930) < 1 / 3
    return chance_moved(np.zeros(len(ended)), ended)


def _help_late_less_early(v: View) -> np.ndarray:
    """Return the chance that a revolution is helped in 1928-39 less that in 1919-27."""
    rows = v.table("help_to_revolutions_1919_39")
    helped, late = rows["helped"].to_numpy(), rows["late"].to_numpy() == 1
    return chance_less(helped[late], helped[~late])


def _morale_per_isolation(before: View, after: View) -> np.ndarray:
    eased = difference(before["isolation"], after["isolation"], 1924, 1928)
    moved = difference(before["worker_morale"], after["worker_morale"], 1924, 1928)
    return np.where(np.abs(eased) > 0.01, moved / np.where(np.abs(eased) > 0.01, eased, 1.0), np.nan)


def _strikes_and_defeats(v: View) -> np.ndarray:
    """Return the correlation of strikers with defeats cumulated 1922-27, plain and with wages held."""
    strikers, wages = v.series("strikers-1922-28"), v.series("real-wage-nep")
    rows = v.table("defeats_1919_27")
    years = np.arange(1913, 1928)
    defeats = Series((rows["year"].to_numpy()[:, None] <= years).sum(axis=0)[None].astype(float))
    pair, with_pay, pay = (
        correlation(one, other, 1922, 1927)
        for one, other in ((strikers, defeats), (strikers, wages), (defeats, wages))
    )
    held = np.sqrt(np.maximum((1 - with_pay**2) * (1 - pay**2), 1e-12))
    return np.stack([pair, (pair - with_pay * pay) / held], axis=1).ravel()


ISOLATION: tuple[Claim, ...] = (
    Claim(
        "c001-social-democracy-saved-capitalism",
        Measured("chance of winning in upheavals of 1917-23 that a social-democratic party in office or "
                 "heading the councils opposed, less that in the others", _contained_less_not, high=0.0),
        refuted_by="upheavals that a strong social democracy opposed winning as often",
    ),
    Claim(
        "c001-comintern-1919",
        Measured("founding of the Third International", lambda v: v.event("comintern-founded"),
                 1919, 1919.999),
        refuted_by="a founding congress in another year",
    ),
    Claim(
        "c001-stalin-held-back-1923",
        Moved("rise of the odds of an upheaval abroad 1922-25 when parties are free of Moscow's advice, "
              "outcomes left open in both", _better_odds(1922, 1925), "independent-parties", low=0.3,
              against=OPEN),
        refuted_by="odds that rise by less than three in ten without the advice",
    ),
    Claim(
        "c001-german-success-would-spread",
        Moved("share of runs in which, after a German victory in 1923 and with outcomes left open, isolation "
              "falls below a third by 1930, as with three tenths of advanced output won", _spread,
              GERMANY_WON, low=0.7),
        refuted_by="a victory in Germany that mostly stays alone",
    ),
    Claim(
        "c001-revolution-abroad-rekindles",
        Moved("answer of strike activity 1924-28 to a German victory in 1923, as a share",
              lambda a, b: response(a["strike_activity"], b["strike_activity"], 1924, 1928),
              "germany-1923-success", low=0.05),
        refuted_by="no livelier workers after a victory abroad",
    ),
    Claim(
        "c001-bureaucracy-fears-revolution",
        Moved("change of the revolutionary wave abroad 1925-39 when officials are held to account by free "
              "soviets from 1921",
              lambda a, b: difference(a["revolution_wave"], b["revolution_wave"], 1925, 1939),
              "free-soviets-1921", low=0.01,
              natural=Measured("chance that a revolution abroad got Soviet money, arms or advisers in "
                               "1928-39, less that in 1919-27; the motive cannot be observed",
                               _help_late_less_early, high=0.0)),
        refuted_by="as much help to revolutions from officials free of control as before",
    ),
    Claim(
        "c001-sioc-1924",
        Measured("socialism in one country in print", lambda v: v.event("sioc-announced"), 1924, 1924.999),
        refuted_by="a first statement in another year",
    ),
    Claim(
        "c001-comintern-1943",
        Measured("dissolution of the Comintern", lambda v: v.event("comintern-dissolved"), 1943, 1943.999),
        refuted_by="a dissolution in another year",
    ),
    Claim(
        "c001-defeats-china-britain",
        Moved("rise of the odds of an upheaval abroad 1925-28 when parties are free of Moscow's line, "
              "outcomes left open in both", _better_odds(1925, 1928), "independent-parties", low=0.3,
              against=OPEN),
        refuted_by="odds that rise by less than three in ten on another line",
    ),
    Claim(
        "c001-isolation-demoralises",
        Moved("workers' morale 1924-28 per unit of isolation, where a German victory eases isolation",
              _morale_per_isolation, "germany-1923-success", high=-0.1,
              natural=Measured("correlation of strikers with defeats abroad cumulated 1922-27, plain and "
                               "with real wages held", _strikes_and_defeats, high=0.0)),
        refuted_by="morale that does not rise as isolation eases",
    ),
)  # fmt: skip
