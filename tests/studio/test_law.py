"""Every number of every mechanism is shown where it stands in the law that runs, under its own name."""

import re

import pytest

from thermidor.frame.mechanism import parameters
from thermidor.studio import law, mechanisms

CODE = re.compile(r"[_']|self\.|\bnow\.|jnp|\byear\.|\*|\byield\b|\bAdd\b|\bSet\b|astype|None\]")


def told(kind):
    return ["".join(text for _, text in line) for line in law.lines(kind)]


@pytest.mark.parametrize("name", mechanisms.known())
def test_every_number_stands_in_a_line_that_reads_as_words_and_signs(name):
    kind = type(mechanisms.known()[name])
    own = {text for line in law.lines(kind) for which, text in line if which == "own"}
    assert own == {law.word(one) for one in parameters(kind) if one != law.STRENGTH}
    assert not [line for line in told(kind) if CODE.search(line)]


def test_a_line_says_what_changes_and_by_what():
    said = {name: told(type(one)) for name, one in mechanisms.known().items()}
    assert said["call_up"][0] == "village × called goes from peasants to army"
    assert said["second_economy"][-1] == "reached = second memory + speed × (pull − second memory)"
    assert said["coercion_level"][-1] == "speed = up if aim > coercion else down"
    raised = mechanisms.card("control_failure_over_labour")["law"]
    assert raised[2][0] == ["text", "control drive is raised by strength × "]
    assert raised[2][1] == ["own", "control"]
