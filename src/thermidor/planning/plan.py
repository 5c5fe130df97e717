"""A plan: what shall be made, what it is worth, what it cost to find, and how good it provably is."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from time import process_time
from typing import NamedTuple

import numpy as np
from scipy.sparse import csc_array

from .certificate import Certificate
from .table import Numbers, Table


class Party(StrEnum):
    """Say who speaks or hears in the making of a plan."""

    CENTRE = "centre"
    BRANCH = "branch"
    ENTERPRISE = "enterprise"
    CONSUMERS = "consumers"


class Channel(NamedTuple):
    """Name the two ends of a message."""

    sender: Party
    receiver: Party


Messages = Mapping[Channel, int]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Hold a plan for n products and m techniques, made from reports.

    ``levels`` (m), ``outputs`` (n) and ``final`` (n: deliveries to final use) are quantities a year;
    ``inputs`` (n x m) is what a unit of each level is allotted: the norms reported, or as the plan pressed
    them; ``imports`` and ``invested`` (n; none where there are none) are what is bought abroad and what
    goes into new capacity: outputs, stocks and imports are flows, new capacity and deliveries;
    ``deliveries`` (class x product) is what each class of final use gets, where a plan sets one before
    another;
    ``prices`` (n) and ``resource_prices`` say what one unit more is worth, in units of the aim (or of
    labour, where no aim is reached for), ``charges`` what one unit more of each limit of emission is (none
    where the procedure knows of none); ``messages`` counts the numbers sent on each channel; ``history``
    is the error after each round, by the procedure's own measure; ``cpu_seconds`` is computing time of this
    process and its children; ``notes`` are sentences on what the procedure changed in the reports.
    """

    procedure: str
    levels: Numbers
    inputs: csc_array
    outputs: Numbers
    final: Numbers
    prices: Numbers
    resource_prices: Numbers
    certificate: Certificate
    rounds: int
    messages: Messages
    cpu_seconds: float
    history: tuple[float, ...]
    charges: Numbers | None = None
    imports: Numbers | None = None
    invested: Numbers | None = None
    deliveries: Numbers | None = None
    notes: tuple[str, ...] = ()

    @property
    def flows(self) -> csc_array:
        """Return what of each product goes into each technique (n x m) a year; made anew at each call."""
        data = self.inputs.data * np.repeat(self.levels, np.diff(self.inputs.indptr))
        return csc_array((data, self.inputs.indices, self.inputs.indptr), shape=self.inputs.shape)

    @property
    def numbers_sent(self) -> int:
        """Return how many numbers were sent in all."""
        return sum(self.messages.values())

    def _repr_html_(self) -> str:
        """Return the plan's particulars as a table, for a notebook."""
        facts = {
            "procedure": self.procedure, "certificate": str(self.certificate),
            "products made": f"{int((self.outputs > 0).sum()):,} of {len(self.outputs):,}",
            "rounds": f"{self.rounds:,}", "numbers sent": f"{self.numbers_sent:,}",
            "processor time": f"{self.cpu_seconds:.2g} s",
        } | ({"notes": " ".join(self.notes)} if self.notes else {})  # fmt: skip
        rows = "".join(
            f'<tr><th scope="row">{escape(n)}</th><td>{escape(f)}</td></tr>' for n, f in facts.items()
        )
        return f"<table><caption>Plan</caption><tbody>{rows}</tbody></table>"


def everything_told(reported: Table) -> dict[Channel, int]:
    """Return the messages of a centre that hears all norms once, and answers with levels and prices."""
    heard = reported.inputs.nnz + reported.resources.needs.size + len(reported.capacities)
    said = len(reported.makes) + len(reported.products)
    return {Channel(Party.ENTERPRISE, Party.CENTRE): heard, Channel(Party.CENTRE, Party.ENTERPRISE): said}


def cpu() -> float:
    """Return the processor seconds used so far by this process and by its ended children."""
    ended = os.times()
    return process_time() + ended.children_user + ended.children_system
