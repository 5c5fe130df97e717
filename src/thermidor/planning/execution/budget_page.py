"""The section on computing of the page on plans carried out."""

from collections.abc import Iterator
from dataclasses import astuple

import numpy as np

from .budget import UNSURE, aggregation, budget, campaign
from .computing import CAMPAIGN, INPUTS, NOMENCLATURE, as_done, by_depth, by_number, powers
from .loss import Trial
from .table import ECONOMY, standard

SEEDS = range(1, 6)
PRODUCTS = ECONOMY.products


def budget_section() -> Iterator[str]:
    """Yield the lines."""
    yield "## Was it computers? An error budget"
    yield ""
    yield (
        f"Mean (least, most) of {len(SEEDS)} economies, in per cent of needs. Each part is measured by "
        "running balances of so many groups for so many rounds and carrying the last plan out; both numbers "
        f"follow from the year. A campaign of {CAMPAIGN} working days holds norms put down once ({INPUTS} a "
        "product) and, in each round, an exchange with those who answer, a claim a balance put down, and "
        "the arithmetic. Of the balances and rounds that fit, those are taken that lose least on the truth. "
        "Of machines' speeds the kind is told: on record in a source that was read, unverified (recalled, "
        "no source read), or an estimate; how many hands entered numbers, and how long an exchange took, "
        "are assumptions (`data/planning/computing.csv`). Memory is not counted, and one office works for "
        "all: read balances as the most that could be. The first rows are what was done "
        "(`data/planning/as_done.csv`): how many goods were balanced is on record, that it took two rounds "
        "is unverified."
    )
    yield ""
    yield (
        f"An economy of {PRODUCTS} products stands for {NOMENCLATURE:,} (Nove's count, at second hand). "
        "The nomenclature is a tree; each of its "
        "levels is taken to tell apart as much, so that B balances of N tell ln B / ln N of what "
        "differs, and as large a share of the economy's products are groups of their own. Were a group as "
        "mixed as the whole, the share would be B / N: the last column is aggregation then. Iteration is "
        f"what remains after the rounds. Information is norms told honestly and wrong by {UNSURE:.0%}, by "
        "chance: the finer the balances, the more that costs. Incentive is below zero where a plan made "
        "taut by padding undoes hidden capacity."
    )
    yield ""
    yield (
        "| year | arithmetic | kind | numbers entered a second | days an exchange | balances | rounds"
        " | groups | aggregation | iteration | information | incentive | execution | whole"
        " | aggregation, if mixed |"
    )
    yield "|---" * 15 + "|"
    trials = [standard(seed) for seed in SEEDS]
    for done in as_done():
        head = f"| as done | {done.who} | {done.balances_kind}; rounds {done.rounds_kind} | |"
        yield _year(head, trials, done.balances, done.rounds)
    for one in powers():
        head = f"| {one.year} | {one.machine} | {one.kind} | {one.entered:g} | {one.exchange:g}"
        yield _year(head, trials, *campaign(trials, one))
    yield ""


def _year(head: str, trials: list[Trial], balances: int, rounds: int) -> str:
    groups, mixed = by_depth(PRODUCTS, balances), by_number(PRODUCTS, balances)
    found = np.array([[*astuple(budget(one, groups, rounds)), aggregation(one, mixed)] for one in trials])
    parts = [f"{part.mean():z.1f} ({part.min():z.1f}, {part.max():z.1f})" for part in found.T * 100]
    return f"{head} | {balances:,} | {rounds} | {groups} of {PRODUCTS} | {' | '.join(parts)} |"
