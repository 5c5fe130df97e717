"""What changes and reads a field is seen at work, not searched in the text."""

import pytest

from thermidor.frame.derived import DERIVED
from thermidor.frame.state import METAS
from thermidor.lab.belief import mechanism_id, mechanisms
from thermidor.lab.explain import explain
from thermidor.lab.touches import changers, readers, sources, touched


def parts(name):
    return dict(explain(name).parts)


def test_every_field_is_changed_by_some_mechanism():
    assert [name for name in METAS if not changers(name)] == []


def test_every_mechanism_changes_something_and_touches_fields_alone():
    assert set(touched()) == {mechanism_id(one) for one in mechanisms()}
    assert all(written for _, written in touched().values())
    assert set().union(*(read | written for read, written in touched().values())) <= set(METAS)


@pytest.mark.parametrize("name", ["investment_share", "military_share", "apparatus_share"])
def test_what_is_written_in_a_loop_over_names_is_found(name):
    assert parts(name)["Changed by"] == "income_uses"
    assert "nothing" not in parts(name)["Read by"]


def test_what_a_function_beside_the_class_writes_and_reads_is_found():
    assert changers("plant_technique") == ("construction",)
    assert "capacity" in readers("plant_technique")


def test_a_derived_quantity_says_from_what():
    for name in DERIVED:
        assert sources(name), name
        assert parts(name)["Computed from"] == ", ".join(sources(name))
        assert name in parts(sources(name)[0])["Derived from it"]
