"""Evidence of the fits and what twins say of its worth: who is taken for whom."""

from collections.abc import Sequence
from itertools import combinations

from ..lab.fitted_page import CLOSE, chances
from .forecasts import signed
from .html import paragraphs, tag
from .look import FIVE, KNOWN
from .number import percent
from .results import Told
from .table import table

READ = (
    "Log evidence of the record up to {until} under each theory, with the error of the search, and the "
    "chance of the theory if the five were equally likely before and one of them were right. Twins: data "
    "made by each theory in turn ({replicates} times), and the theory to which they were ascribed. Where a "
    "theory's own data are often ascribed to another, the evidence says little between the two."
)
OFTEN = 0.1  # share of twins from which a mistake is named


def evidence(fits: Told | None, twin: Told) -> str:
    """Return log evidence and the confusion of twins as one table, with what they say in words."""
    said = READ.format(until=twin["until"], replicates=twin["replicates"])
    rows = [[KNOWN[one].name, *_evidence(fits, one), *_taken(twin, one)] for one in ids()]
    heads = ["data of" if fits is None else "theory, data of", *(["log evidence", "chance"] if fits else [])]
    taken = [f"taken for {one.short}" for one in FIVE]
    told = table("Evidence; shares of twins", [*heads, *taken], rows)
    words = paragraphs(*mistakes(twin), *(close(fits) if fits else ()))
    return "\n".join([tag("h3", "Evidence and twins"), paragraphs(said), told, words])


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
    apart, near = [], []
    for one, other in combinations(ids(), 2):
        gap, error = odds(fits, one, other)
        ahead, behind = (one, other) if gap > 0 else (other, one)
        said = f"{KNOWN[ahead].short} over {KNOWN[behind].short} ({signed(abs(gap), error)})"
        (apart if abs(gap) > CLOSE + 2 * error else near).append(said)
    told = [f"Log odds of more than twenty to one, beyond two errors: {'; '.join(apart) or 'none'}."]
    return [*told, f"Less than that, so not told apart: {'; '.join(near) or 'none'}."]


def odds(fits: Told, one: str, other: str) -> tuple[float, float]:
    """Return the log odds of one theory over another, and their error."""
    own = {told["theory"]: told for told in fits["fits"]}
    gap = own[one]["log_evidence"] - own[other]["log_evidence"]
    return float(gap), float((own[one]["error"] ** 2 + own[other]["error"] ** 2) ** 0.5)


def _evidence(fits: Told | None, theory: str) -> Sequence[str]:
    if fits is None:
        return ()
    told = fits["fits"]
    chance = dict(zip((one["theory"] for one in told), chances(told), strict=True))
    own = next(one for one in told if one["theory"] == theory)
    cut = "; refuted by the cut, fitted uncut" if own["refuted"] else ""
    return f"{signed(own['log_evidence'], own['error'])}{cut}", percent(chance[theory])


def _taken(twin: Told, theory: str) -> list[str]:
    return [percent(confused(twin, theory, other)) for other in ids()]
