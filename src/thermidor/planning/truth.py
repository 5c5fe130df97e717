"""The economy as it is. Planners never see it: they see what enterprises report."""

from dataclasses import dataclass

from .table import Table


@dataclass(frozen=True, slots=True, eq=False)
class Economy:
    """Hold the truth: recipes, capacities, stocks, needs as they are. Procedures take reports instead."""

    truth: Table
