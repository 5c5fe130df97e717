"""Evidence of the fits and what twins say of its worth: who is taken for whom."""

from itertools import combinations

from ..lab.fitted_page import CLOSE, chances, gaps
from .forecasts import signed
from .html import paragraphs, tag
from .look import FIVE, KNOWN
from .number import percent
from .results import Told
from .table import table

READ = (
    "Log evidence of the record up to {until} under each theory, with the error of one search. Searches "
    "begun again by other seeds are comparable between theories only: how far each theory lies below the "
    "best, in each of {searches}, shows how sure the search is. Chances are those of five theories held "
    "equally likely before, if one of them is right."
)
TWINS = (
    "Twins: data made by each theory in turn ({replicates} times), and the theory to which they were "
    "ascribed. Where a theory's own data are often ascribed to another, the evidence says little between "
    "the two."
)
OFTEN = 0.1  # share of twins from which a mistake is named


def evidence(fits: Told | None, twin: Told) -> str:
    """Return log evidence and the confusion of twins as tables, with what they say in words."""
    heads = ["theory", "log evidence", "below the best, by search", "chance"]
    rows = [[KNOWN[one].name, *_evidence(fits, one)] for one in ids()] if fits else []
    taken = ["data of", *(f"taken for {one.short}" for one in FIVE)]
    confusion = [[KNOWN[one].short, *_taken(twin, one)] for one in ids()]
    said = READ.format(until=twin["until"], searches=len(searches(fits))) if fits else ""
    parts = [
        tag("h3", "Evidence and twins"),
        paragraphs(said),
        table("Evidence of the fits", heads, rows) if fits else "",
        paragraphs(*(close(fits) if fits else ()), TWINS.format(replicates=twin["replicates"])),
        table("Share of twins by the theory they are ascribed to", taken, confusion),
        paragraphs(*mistakes(twin)),
    ]
    return "\n".join(part for part in parts if part)


def searches(fits: Told) -> list[Told]:
    """Return the search whose posteriors are kept, and those begun again by other seeds."""
    return [fits, *fits["again"]]


def ids() -> list[str]:
    """Return the ids of the five theories in the order of the page."""
    return [one.theory for one in FIVE]


def mistakes(twin: Told) -> list[str]:
    """Return how often data of a theory are ascribed to it, and to whom else in a tenth of cases or more."""
    names = twin["theories"]
    right = [f"{KNOWN[one].short} {percent(confused(twin, one, one))}" for one in names]
    wrong = [
        f"{KNOWN[one].short} for {KNOWN[other].short} in {percent(confused(twin, one, other))}"
        for one in names
        for other in names
        if one != other and confused(twin, one, other) >= OFTEN
    ]
    told = f"Twins recognised as their own: {', '.join(right)}."
    if not wrong:
        return [told, "No theory's twins are taken for another's in a tenth of cases."]
    return [told, f"Taken for another in a tenth of cases or more: {'; '.join(wrong)}."]


def confused(twin: Told, one: str, other: str) -> float:
    """Return the share of twins of one theory that are ascribed to another."""
    names = twin["theories"]
    return float(twin["confusion"][names.index(one)][names.index(other)])


def close(fits: Told) -> list[str]:
    """Return which pairs the evidence tells apart by more than twenty to one, and which it does not."""
    clear, near = [], []
    for one, other in combinations(ids(), 2):
        gap, error, told = odds(fits, one, other)
        ahead, behind = (one, other) if gap > 0 else (other, one)
        said = f"{KNOWN[ahead].short} over {KNOWN[behind].short} ({signed(abs(gap), error)})"
        (clear if told else near).append(said)
    several = " in every search" * (len(searches(fits)) > 1)
    return [
        f"Log odds of more than twenty to one{several}, beyond two errors: {'; '.join(clear) or 'none'}.",
        f"Less than that, so not told apart: {'; '.join(near) or 'none'}.",
    ]


def odds(fits: Told, one: str, other: str) -> tuple[float, float, bool]:
    """Return the mean log odds of one theory over another, their error, and whether they tell the two apart.

    The error is that of one search or half the range over searches, whichever is greater; told apart are two
    theories whose odds are beyond twenty to one the same way in every search, by two errors of a search.
    """
    found, errors = zip(*(_gap(each, one, other) for each in searches(fits)), strict=True)
    far = [gap - 2 * error for gap, error in zip(found, errors, strict=True)]
    near = [gap + 2 * error for gap, error in zip(found, errors, strict=True)]
    told = min(far) > CLOSE or max(near) < -CLOSE
    return sum(found) / len(found), max(*errors, (max(found) - min(found)) / 2), told


def _gap(search: Told, one: str, other: str) -> tuple[float, float]:
    own = {told["theory"]: told for told in search["fits"]}
    gap = own[one]["log_evidence"] - own[other]["log_evidence"]
    return float(gap), float((own[one]["error"] ** 2 + own[other]["error"] ** 2) ** 0.5)


def _evidence(fits: Told, theory: str) -> tuple[str, str, str]:
    place = [told["theory"] for told in fits["fits"]].index(theory)
    own = fits["fits"][place]
    cut = "; refuted by the cut, fitted uncut" if own["refuted"] else ""
    below = [f"{gap:.2f}" for gap in gaps(dict(fits))[theory]]
    chance = dict.fromkeys(percent(float(chances(each["fits"])[place])) for each in searches(fits))
    return f"{signed(own['log_evidence'], own['error'])}{cut}", "; ".join(below), "; ".join(chance)


def _taken(twin: Told, theory: str) -> list[str]:
    return [percent(confused(twin, theory, other)) for other in ids()]
