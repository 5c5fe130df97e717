"""The address of a page is its state: it goes round exactly, and old or broken ones are told apart."""

import random
from urllib.parse import urlencode

import pytest

from thermidor import __version__
from thermidor.errors import ThermidorError
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
