"""The page on calibration tells of the block what the command computes."""

import re
from pathlib import Path

from thermidor.lab.nearness import lines, recorded

PAGE = Path(__file__).parents[2] / "docs" / "calibration.md"


def test_the_counts_of_the_page_are_those_of_the_command():
    """Within three figures: the last digits of runs are each machine's own."""
    rows = PAGE.read_text(encoding="utf-8").splitlines()
    row = next(line for line in rows if line.startswith("| recorded figures within one"))
    told, of = map(int, re.findall(r"(\d+) of (\d+)", row)[-1])
    near, in_all = map(int, re.findall(r"(\d+) of (\d+)", list(lines(recorded()))[-1])[0])
    assert in_all == of
    assert abs(near - told) <= 3
