"""The page on plans carried out; every number is computed when the page is made.

Usage: python -m thermidor.planning.execution.page DOCS_FOLDER
"""

import sys
from collections.abc import Iterator
from dataclasses import astuple, replace
from pathlib import Path

import numpy as np

from thermidor.files import folder_of, write_text

from ..enterprise.openness import Arm
from ..enterprise.padding import INSPECTORS
from ..enterprise.population import SOVIET, Setting
from ..exact import BEST
from ..generator import Features
from .aggregate import Aggregates, aggregates
from .budget_page import budget_section
from .democratic import CHANGED, cases, compared, conditions
from .facts import SEEDS as FACTS_OF
from .facts import facts, year
from .loss import Trial
from .regime import FEEDBACK, RATIONING, Regime, Technology, changed
from .table import HEAD, line, rows, standard
from .unknowns_page import bonus_section, padding_section, rhythm_section
from .worth import met

NOTHING_KEPT = 1e3  # a ratio of stores beyond which there are none of outputs
STAKES = ("hardness", "sale_lost", "short_of_inputs")
CHANGES: dict[str, tuple[str, ...]] = {
    "nothing": (),
    "who pays for holding (soft or hard budget)": ("hardness",),
    "whether a buyer refused is lost": ("sale_lost",),
    "what going short of inputs costs": ("short_of_inputs",),
    "work by plan or to order": ("to_order",),
    "pay by month's plan or by piece": ("scheme",),
    "work by plan or to order, and whether a buyer refused is lost": ("to_order", "sale_lost"),
    "budget and cost of going short": ("hardness", "short_of_inputs"),
    "all stakes: budget, buyers, going short": STAKES,
}
LARGER = Features(products=1000, techniques=1, inputs=8, branches=20)


def lines() -> list[str]:
    """Return the lines of the page."""
    same = standard()
    parts = (
        *(_table(same), _facts(), rhythm_section(same), bonus_section(same), padding_section(same)),
        *(_stores(), budget_section(), _arms(same), _sizes()),
    )
    return ["# Plans carried out", "", *(text for part in parts for text in part)]


def _table(same: Trial) -> Iterator[str]:
    yield "## All procedures, one economy, one misreporting"
    yield ""
    yield (
        "`python -m thermidor.planning.execution.table`. Loss in per cent of the needs that the best plan"
        " of one who sees the truth would meet, valued at full cost; its three parts add up to it. A negative"
        " part is a gain: a taut plan undoes hiding. A plan is that of the last round allowed, or the best"
        " met with by the aim (the least share of a need, whatever becomes of others), brought within the"
        " limits reported. Where all is lost there is a product that nobody makes yet, and nearly everything"
        " needs it through others: at prices or rates far from those that clear, a producer makes all it can"
        " of a thing or nothing, and first targets ask no branch for some products."
        " CPU seconds are of this machine."
    )
    yield ""
    yield from HEAD
    yield from (line(row) for row in rows(same))
    yield ""


def _facts() -> Iterator[str]:
    yield "## Facts that come out, each beside the same without its mechanism"
    yield ""
    yield (
        f"Mean (least, most) of {len(FACTS_OF)} economies; `python -m thermidor.planning.execution.facts` "
        "prints each. A fact holds where it lies in the range asked for, and without its mechanism does "
        "not. Two lean on numbers that are not known, and stand in their range for some values of them "
        f"only: storming on the chance that what is in store fits ({Technology().fits:g} here), padding "
        f"beside small misallocation on the deviation of deliveries ({INSPECTORS.spread:g}); the tables "
        "below give others."
    )
    yield ""
    yield "| fact | measured | asked for | mechanism off | measured | holds |"
    yield "|---|---|---|---|---|---|"
    for found in zip(*(list(facts(standard(seed))) for seed in FACTS_OF), strict=True):
        one, shown = found[0], (_spread([f.value for f in found]), _spread([f.counter for f in found]))
        held = sum(fact.holds for fact in found)
        yield (
            f"| {one.what} | {shown[0]} | {one.asked} | {one.without} | {shown[1]} | {held} of {len(found)} |"
        )
    yield ""


def _spread(values: list[float]) -> str:
    return f"{np.mean(values):z.4f} ({min(values):z.4f}, {max(values):z.4f})"


def _stores() -> Iterator[str]:
    yield "## Stores of inputs over stores of outputs: what makes the ratio"
    yield ""
    yield (
        "The two regimes differ in five rules. Here each is changed alone, from rationing and from "
        "feedback; then several together. Stores of inputs over stores of outputs in all, (least, most) "
        f"by economy, and mean needs met, of {len(FACTS_OF)} economies. That buyers queue and budgets are "
        "soft is part of what rationing means (Kornai 1980); that budgets are hard under feedback, and "
        "that going short costs less there, is put in. Under rationing no rule alone brings the ratio "
        "down to 2.5, nor do all stakes together. Two rules together do, which are what feedback means: "
        "work is to order, and a buyer refused is a loss, however small. They alone carry it most of the "
        "way from one regime to the other, in the whole within what is asked, not in each economy. With "
        "the first but not the second nothing is kept for buyers, work falls off or stops, and the ratio "
        "says nothing. A soft budget, or dear shortage, alone lift it little in the whole under feedback, "
        "but in some economies above what is asked; both together do so in the whole."
    )
    yield ""
    yield "| changed | rationing | needs met | consumer feedback | needs met |"
    yield "|---|---|---|---|---|"
    trials = [standard(seed) for seed in FACTS_OF]
    for name, fields in CHANGES.items():
        both = ((RATIONING, FEEDBACK), (FEEDBACK, RATIONING))
        cells = [_kept(trials, changed(one, other, fields)) for one, other in both]
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""


def _kept(trials: list[Trial], regime: Regime) -> str:
    years = [year(one, regime) for one in trials]
    ratio = sum(one.inputs for one in years) / sum(one.outputs for one in years)
    needs = [met(one.delivered, same.best, same.prices) for one, same in zip(years, trials, strict=True)]
    each = [one.stock_ratio for one in years]
    most = f"{max(each):.2f}" if max(each) < NOTHING_KEPT else "nothing kept"
    return f"{ratio:.2f} ({min(each):.2f}, {most}) | {np.mean(needs):.2f}"


def _arms(same: Trial) -> Iterator[str]:
    yield "## When open reports, recall and feedback lower padding, and when not"
    yield ""
    yield (
        "Same procedure, same number of checks. Gain: padding under inspectors less padding under open"
        " reports, without feedback; least feedback: the share of what is gained that must come home for the"
        " gain to be above zero. The rule (`enterprise/openness.py`) is a hypothesis; its parameters are not"
        " measured."
    )
    yield ""
    yield "| enterprises | cost of honesty | checks a year | recall | gain, no feedback | least feedback |"
    yield "|---|---|---|---|---|---|"
    places = list(conditions((3, 100, SOVIET), (0.0, 0.5, 1.0), (0.05, 0.2, 0.8), (2.0, 5.0), Arm()))
    for one in places:
        arm = one.arm
        least = "none is enough" if np.isinf(one.least) else f"{one.least:.2f}"
        yield (
            f"| {arm.enterprises:,} | {arm.honesty_cost:g} | {arm.checks:g} | {arm.recall:g}"
            f" | {one.without_feedback:+.3f} | {least} |"
        )
    yield ""
    yield from _cases([one.arm for one in places])
    yield ""
    yield "| feedback | padding closed, open | needs met closed, open | numbers sent closed, open |"
    yield "|---|---|---|---|"
    for feedback in (0.0, 0.2, 0.5):
        both = compared(same, replace(Arm(), feedback=feedback), BEST)
        pads, worths, sent = both.padding, both.met, both.numbers_sent
        yield (
            f"| {feedback:g} | {pads[0]:.3f}, {pads[1]:.3f} | {worths[0]:.3f}, {worths[1]:.3f}"
            f" | {sent[0]}, {sent[1]} |"
        )
    yield ""


def _cases(places: list[Arm]) -> Iterator[str]:
    feedbacks = (0.0, 0.1, 0.2, 0.5, 1.0)
    yield (
        f"Share of the {len(places)} places above where open reports are padded less than those to"
        " inspectors, by the part of the gain that comes home, with one condition changed at a time. Where it"
        " is not one even in the last column, there are conditions under which no feedback is enough."
    )
    yield ""
    yield "| changed | " + " | ".join(f"feedback {one:g}" for one in feedbacks) + " |"
    yield "|---" * (len(feedbacks) + 1) + "|"
    for case in cases(places, CHANGED, feedbacks):
        yield f"| {case.what} | " + " | ".join(f"{share:.2f}" for share in case.won) + " |"


def _sizes() -> Iterator[str]:
    yield "## From one enterprise a technique to one to one"
    yield ""
    yield (
        "With one enterprise a technique nothing can be misplaced within it; who hangs on one supplier alone"
        " keeps more."
    )
    yield ""
    yield (
        "| enterprises | padding | hidden capacity | ratchet recovered | last decade | months of inputs held"
        " | inputs over outputs | labour reserve | static misallocation |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    same = standard(1, LARGER, LARGER.products)
    for number in (LARGER.products, 5 * LARGER.products, SOVIET):
        found = aggregates(same.economy, same.prices, number, RATIONING, Technology(), Setting(), 1)
        yield _size(found)
    yield ""


def _size(found: Aggregates) -> str:
    first, *rest = astuple(found)
    return f"| {first:,} | " + " | ".join(f"{number:.4f}" for number in rest) + " |"


def main(folder: Path) -> None:
    """Write the page."""
    write_text(folder / "execution.md", "\n".join(lines()).rstrip() + "\n")


if __name__ == "__main__":
    main(folder_of(sys.argv))
