"""The address of a page is its state: it goes round exactly, and old or broken ones are told apart."""

import random
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

import pytest

from thermidor import __version__
from thermidor.errors import ThermidorError
from thermidor.lab.kept import digest
from thermidor.outside import read_query, read_toml, scenario, scenario_ids, write_query, write_toml
from thermidor.outside.check import read_plain
from thermidor.studio import address
from thermidor.studio.quantities import QUANTITIES
from thermidor.theories import THEORIES

from .conftest import any_scenario


def any_state(seed):
    dice = random.Random(seed)
    return address.Asked(
        any_scenario(seed),
        page=dice.choice(address.PAGES),
        theories=tuple(dice.sample(list(THEORIES), dice.randint(1, 5))),
        charts=tuple(dice.sample(list(QUANTITIES), dice.randint(1, 10))),
        seed=dice.randrange(address.MOST_SEED),
        draws=dice.randint(1, address.MOST_DRAWS),
        open=dice.choice(["", "c001-21-armies", "a b&c=d"]),
        view=("dark",) if dice.random() < 0.5 else (),
        pins=tuple(any_scenario(seed + i + 1) for i in range(dice.randint(0, 2))),
    )


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_two_hundred_states_go_round_exactly(start):
    for seed in range(start, start + 20):
        asked = any_state(seed)
        assert address.read(address.write(asked)) == (asked, [])


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_a_scenario_is_the_same_as_address_file_and_plain_values(start):
    for seed in range(start, start + 20):
        one = any_scenario(seed)
        assert read_query(write_query(one, __version__)) == one
        assert read_toml(write_toml(one), "here") == one
        assert read_plain(one.plain(), "here") == one


@pytest.mark.parametrize("name", scenario_ids())
def test_a_packaged_scenario_is_spelled_by_its_id(name):
    asked = address.Asked(scenario(name))
    written = address.write(asked)
    assert address.read(written)[0] == asked
    assert "lever." not in written


def test_golden_links_open():
    asked, notes = address.read(
        "?page=compare&theory=state-capitalism&schema=1&model=0.1.0&id=no-oil-rent&seed=7"
    )
    assert (asked.page, asked.scenario.id, asked.seed) == ("compare", "no-oil-rent", 7)
    assert notes == []
    asked, _ = address.read("lever.oil_price=0.5&lever.leader=right")
    assert {name: one.value for name, one in asked.scenario.levers.items()} == {
        "oil_price": 0.5,
        "leader": "right",
    }
    assert address.read("")[0] == address.Asked(scenario("historical-baseline"))


def test_a_link_of_another_version_says_so():
    assert "0.0.1" in address.read("model=0.0.1")[1][0]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("schema=2", "another version"),
        ("schema=2&lever.oil_price=1", "another version"),
        ("page=../../etc/passwd", "unknown page"),
        ("theory=marxism", "unknown theory"),
        ("chart=<script>", "unknown chart"),
        ("lever.oil_prize=1", "Did you mean 'oil_price'"),
        ("lever.oil_price=1e999", "out of range"),
        ("lever.oil_price=NaN", "out of range"),
        ("lever.oil_price=" + "9" * 5000, "cannot be read"),
        ("lever.oil_price=" + "[" * 1500, "nested too deeply"),
        ('lever.oil_price={"value":1,"from":99999}', "year"),
        ("seed=-1", "seed"),
        ("seed=1e9", "seed"),
        ("draws=1000000", "draws"),
        ("draws=٣", "draws"),
        ("title=" + "x" * 400 + "&lever.oil_price=1", "too long"),
        ("x=1", "unknown key"),
        ("a" * 9000, "too long"),
        (urlencode([("chart", name) for name in list(QUANTITIES)[:30]]), "too many charts"),
        (urlencode([("pin", "lever.oil_price=1")] * 5), "too many pinned"),
    ],
)
def test_what_no_state_is_gets_one_clear_message(query, said):
    with pytest.raises(ThermidorError) as fault:
        address.read(query)
    assert said in fault.value.message


@pytest.mark.parametrize("start", range(0, 100, 20))
def test_what_is_shared_leaves_nothing_out_and_goes_round(start):
    for seed in range(start, start + 20):
        asked = any_state(seed)
        link = address.shared(asked)
        assert address.read(link) == (asked, [])
        assert dict(parse_qsl(link)).keys() >= {
            "theory",
            "chart",
            "seed",
            "draws",
            "schema",
            "model",
            "laws",
            "id",
        }


@pytest.mark.parametrize("name", scenario_ids())
def test_a_packaged_scenario_is_shared_with_its_levers(name):
    asked = address.Asked(scenario(name), theories=("state-capitalism",))
    link = address.shared(asked)
    assert address.read(link) == (asked, [])
    assert sum(key.startswith("lever.") for key, _ in parse_qsl(link)) == len(asked.scenario.levers)


def test_a_link_made_under_other_laws_says_so():
    asked = address.Asked(scenario("no-oil-rent"))
    link = address.shared(asked)
    again, notes = address.read(link.replace(digest(), "0" * 16))
    assert again == asked
    assert "0" * 16 in notes[0]
    assert digest() in notes[0]


def test_a_packaged_id_with_other_levers_is_ones_own_scenario():
    one, notes = address.read("id=germany-1923-success&lever.oil_price=2")
    assert (one.scenario.id, one.scenario.title) == ("mine", "My scenario")
    assert "germany-1923-success" in notes[0]
    known = scenario("germany-1923-success")
    changed = write_query(replace(known, levers={}), __version__) + "&lever.oil_price=2"
    one, _ = address.read(changed)
    assert one.scenario.title == f"{known.title}, changed"


def test_an_unknown_scenario_is_told():
    one, notes = address.read("id=some-removed-scenario&pin=id%3Dno-oil-rents")
    assert one.scenario.id == "historical-baseline"
    assert "some-removed-scenario" in notes[0]
    assert "Did you mean 'no-oil-rent'" in notes[1]
