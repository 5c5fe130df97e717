"""Faults say where, what, value and remedy."""

import pytest

from thermidor.errors import Kind, ThermidorError, did_you_mean, together, unknown

THEORIES = ("state-capitalism", "transitory-caste", "bureaucratic-collectivism")


def test_a_fault_says_where_what_value_and_remedy():
    fault = ThermidorError("out of range", "--draws", -3, "Give 1 or more.")
    assert str(fault) == "--draws: out of range: -3. Give 1 or more."
    assert fault.kind == Kind.BAD_INPUT


def test_what_is_not_given_leaves_no_trace():
    assert str(ThermidorError("the table is empty")) == "the table is empty."
    assert (
        str(ThermidorError("no such series. Did you mean 'coal'?")) == "no such series. Did you mean 'coal'?"
    )


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("state-capitalsm", "state-capitalism"),
        ("STATE-CAPITALSM", "state-capitalism"),
        ("caste", "transitory-caste"),
    ],
)
def test_a_slip_is_met_with_the_nearest_word(value, meant):
    assert repr(meant) in did_you_mean(value, THEORIES)


def test_without_a_near_word_few_are_listed_and_many_are_not():
    assert did_you_mean("xyzzy", THEORIES) == f"Known are {', '.join(sorted(THEORIES))}."
    assert did_you_mean("xyzzy", [f"theory-{n}" for n in range(9)]) == ""
    assert did_you_mean("", THEORIES).startswith("Known are")


def test_an_unknown_thing_is_missing_and_the_listing_is_named():
    fault = unknown("theory", "--theory", "cast", THEORIES, listing="thermidor theories")
    assert fault.kind == Kind.MISSING
    assert str(fault).startswith("--theory: unknown theory: 'cast'.")
    assert str(fault).endswith("`thermidor theories` lists them all.")


def test_all_faults_of_a_file_are_told_at_once():
    first = ThermidorError("unknown lever", "a.toml", "oil", kind=Kind.MISSING)
    second = ThermidorError("out of range", "a.toml, arms", 9)
    both = together([first, second])
    assert all(fault.message in both.message for fault in (first, second))
    assert both.kind == Kind.MISSING
    assert together([second]) is second
    with pytest.raises(ValueError, match="no fault"):
        together([])
