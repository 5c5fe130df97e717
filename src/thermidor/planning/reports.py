"""What enterprises say of themselves: all that a procedure of planning is given."""

from dataclasses import dataclass

from .table import Table


@dataclass(frozen=True, slots=True, eq=False)
class Reports:
    """Hold the table as enterprises tell it; whether it is true a procedure cannot know."""

    table: Table
