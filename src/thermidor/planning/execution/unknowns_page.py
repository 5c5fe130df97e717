"""Sections of the page on plans carried out that vary what is not known: fits, punctuality, deviations."""

from collections.abc import Iterator
from dataclasses import replace

from ..enterprise.bonus import MONTHLY_BONUS, PAID_BY_PIECE
from ..enterprise.chain import EVEN, Supply, answer, rhythm
from ..enterprise.padding import INSPECTORS, Oversight
from ..enterprise.population import Setting, populate
from .facts import LITTLE, MUCH, padded, static, year
from .loss import Trial
from .regime import RATIONING, Technology


def rhythm_section(same: Trial) -> Iterator[str]:
    """Yield the lines on when a month's end is stormed."""
    yield "## When storming comes out, and when not"
    yield ""
    yield (
        "Last decade's share under a monthly plan, where each enterprise is user and supplier. Fits: the "
        "chance that all that is in store is of the kinds that the month's assortment needs (not known; "
        f"the years above and below take {Technology().fits:g}). Punctual: the chance that a lot is not a "
        "decade longer on its way. First the share if suppliers worked evenly, then where all wait for "
        "each other: late suppliers make their users late. In brackets: the year of the same economy "
        "carried out, enterprise by enterprise. What makes the rush is the month: assortments and "
        "contracts named by it, and a plan due at its end; without it kinds change at any time, and work "
        "is even. Well above a half that fits, there is no rush of more than half the month: the fact "
        "rests on this number. An all-or-nothing bonus and effort that can be put off do not make it by "
        "themselves (`enterprise/effort.py`)."
    )
    yield ""
    yield "| fits | kinds of inputs | punctual | suppliers even | all wait for each other |"
    yield "|---|---|---|---|---|"
    kinds = len(same.economy.truth.inputs.data) / len(same.economy.truth.makes)
    for fits in (0.9, 0.7, 0.6, 0.5, 0.4, 0.3):
        for many, punctual in ((1, 0.85), (kinds, 0.7), (kinds, 0.85), (kinds, 1.0), (20, 0.85)):
            yield _chain(same, Supply(fits, many, punctual), many == kinds and punctual == 0.85)
    yield ""


def _chain(same: Trial, supply: Supply, carried: bool) -> str:
    even, settled = float(answer(supply, EVEN)[-1]), float(rhythm(supply)[-1])
    shown = f"{settled:.2f}"
    if carried:
        made = year(same, RATIONING, Technology(punctual=supply.punctual, fits=supply.fits))
        shown = f"{shown} ({made.last_decade:.2f})"
    return f"| {supply.fits:g} | {supply.kinds:.2g} | {supply.punctual:g} | {even:.2f} | {shown} |"


def bonus_section(same: Trial) -> Iterator[str]:
    """Yield the lines on what of storming the bonus makes, and what the month."""
    yield "## Of storming, what the bonus makes and what the month"
    yield ""
    yield (
        "The fact above is held against piece rates without a month's plan, which changes two things: what"
        " is paid, and when assortments change. Here each alone. Most of the rush is the month's; the bonus"
        " adds the rest. Where all that is in store fits there is no rush, however late goods come."
    )
    yield ""
    yield "| pay | assortments change | fits | punctual | last decade |"
    yield "|---|---|---|---|---|"
    schemes = (("bonus", MONTHLY_BONUS), ("piece rate", PAID_BY_PIECE))
    cases = [
        (name, replace(one, by_plan=month), 0.5, 0.85) for month in (True, False) for name, one in schemes
    ]
    cases += [("bonus", MONTHLY_BONUS, 1.0, punctual) for punctual in (0.85, 0.6)]
    for name, scheme, fits, punctual in cases:
        made = year(same, replace(RATIONING, scheme=scheme), Technology(punctual=punctual, fits=fits))
        when = "with the month" if scheme.by_plan else "at any time"
        yield f"| {name} | {when} | {fits:g} | {punctual:g} | {made.last_decade:.2f} |"
    yield ""


def padding_section(same: Trial) -> Iterator[str]:
    """Yield the lines on much padding beside little misallocation."""
    yield "## How certain supply may be for much padding beside little misallocation"
    yield ""
    yield (
        "Both follow the relative deviation of a month's deliveries, which is not known; the years above"
        f" take {INSPECTORS.spread:g}. Norms are padded against what a month may lack, by whose plan the"
        " bonus is paid; misallocation is of a year, as in the studies that found it small, and what a month"
        " leaves is kept for the next, so that chance evens out and only who pads less than others goes on"
        " lacking."
        " Below some uncertainty nobody pads a tenth, above some more than six hundredths are misplaced: the"
        " two facts stand together between these, also where padding costs half as much, or twice, when it"
        " is found."
    )
    yield ""
    yield "| expected fine, norm doubled | deviation of a month | padding | static misallocation | both |"
    yield "|---|---|---|---|---|"
    for times in (0.5, 1.0, 2.0):
        for spread in (0.02, 0.03, 0.04, 0.06, 0.1, 0.15, 0.2):
            oversight = replace(INSPECTORS, spread=spread, fine=times * INSPECTORS.fine)
            yield _padded(same, oversight)
    yield ""


def _padded(same: Trial, oversight: Oversight) -> str:
    people = populate(same.economy, len(same.enterprises.padding), Setting(oversight=oversight), same.seed)
    pads, lost = padded(people), static(replace(same, enterprises=people), oversight.spread)
    both = "yes" if pads > MUCH and lost < LITTLE else "no"
    fine = oversight.found * oversight.fine
    return f"| {fine:g} | {oversight.spread:g} | {pads:.3f} | {lost:.3f} | {both} |"
