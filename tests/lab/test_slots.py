"""Slots: shares of known games, theories between theories, and what cannot be told apart."""

from dataclasses import replace

import numpy as np
import pytest

from thermidor.lab.hybrids import ITEMS, NUMBERS, PATTERNS_MET, Worth, hybrid, parts_apart, whole
from thermidor.lab.slot_words import of_all, sentences
from thermidor.lab.slots import by_part, clear_moves, decompose, pairs, separates_nobody
from thermidor.score.shapley import orders, shares
from thermidor.theories import THEORIES
from thermidor.theory import SLOTS

DWS, TC, SC, NM = (
    THEORIES[one]
    for one in ("degenerated-workers-state", "transitory-caste", "state-capitalism", "non-mode-of-production")
)
PLAYERS = ("a", "b", "c", "d")
WEIGHTS = {"a": 1.0, "b": -2.0, "c": 0.5, "d": 0.0}


class Toy:
    """Worth that adds up over slots: each slot that is another theory's brings its number."""

    seed, draws = 1, 20

    def __init__(self, brings, shuffle=None):
        self.brings, self.noise = brings, np.random.default_rng(0).normal(size=self.draws)
        if shuffle is not None:
            self.noise = self.noise[shuffle]

    def __call__(self, theories):
        return [self._one(theory) for theory in theories]

    def _one(self, theory):
        gain = sum(size for slot, size in self.brings.items() if theory.slots[slot] is TC.slots[slot])
        return np.tile(gain + self.noise, (len(ITEMS), 1))


def additive(noise):
    return lambda sets: {s: sum(WEIGHTS[p] for p in s) + noise for s in sets}


def test_in_an_additive_game_each_brings_its_own_without_error_of_orders():
    found = shares(PLAYERS, additive(np.zeros(5)), orders(PLAYERS, 6, 1))
    assert found.mean == pytest.approx(np.array(list(WEIGHTS.values())))
    assert found.error == pytest.approx(np.zeros(4))


def test_what_two_do_only_together_is_shared_alike():
    def glove(sets):
        return {s: np.full(3, float({"a", "b"} <= s)) for s in sets}

    found = shares(PLAYERS, glove, orders(PLAYERS, 2, 3))
    assert found.mean == pytest.approx([0.5, 0.5, 0.0, 0.0])


def test_shares_sum_to_the_whole_whatever_the_game():
    luck = np.random.default_rng(4)
    held = {}

    def any_game(sets):
        for s in sorted(sets, key=sorted):
            held.setdefault(s, luck.normal(size=(2, 7)))
        return held

    found = shares(PLAYERS, any_game, orders(PLAYERS, 8, 2))
    whole_gain = (held[frozenset(PLAYERS)] - held[frozenset()]).mean(axis=-1)
    assert found.mean.sum(axis=0) == pytest.approx(whole_gain)
    assert found.error.shape == (4, 2)
    assert np.all(found.error > 0)


def test_exact_share_lies_within_three_errors_of_the_estimate():
    def square(sets):
        return {
            s: np.full(4, len(s) ** 2 + 3.0 * ({"a", "c"} <= s) + 2.0 * ({"b", "c", "d"} <= s)) for s in sets
        }

    found = shares(PLAYERS, square, orders(PLAYERS, 60, 5))
    exact = np.array([4 + 1.5, 4 + 2 / 3, 4 + 1.5 + 2 / 3, 4 + 2 / 3])
    assert np.all(np.abs(found.mean - exact) <= 3 * found.error + 1e-9)
    assert np.all(found.error < 0.3)


def test_orders_come_with_their_reverse():
    taken = orders(PLAYERS, 5, 1)
    assert len(taken) == 6
    assert all(taken[i] == taken[i + 1][::-1] for i in range(0, 6, 2))


def test_a_theory_between_two_is_one_at_one_end_and_the_other_at_the_other():
    apart = parts_apart(SC, NM)
    assert NUMBERS in apart
    assert whole(hybrid(SC, NM, frozenset())) == whole(SC)
    assert whole(hybrid(SC, NM, frozenset(apart))) == whole(NM)
    assert whole(hybrid(SC, NM, frozenset({"terror"}))) not in (whole(SC), whole(NM))


def test_inherited_and_same_slots_do_not_differ():
    apart = parts_apart(DWS, TC)
    assert not {"turn-1928", "terror", "regulation", "growth", "slowdown"} & set(apart)
    status = decompose(DWS, TC, Toy({}), 4).status
    assert status["terror"].startswith("inherited: transitory-caste")
    assert status["growth"] == "same closures in both"
    assert set(status) == {*SLOTS, NUMBERS}


def test_the_decomposition_of_an_additive_toy_is_known():
    pair = decompose(SC, TC, Toy({"origin": 1.0, "terror": -0.5}), 4)
    moves = pair.moves[pair.moves["item"] == PATTERNS_MET].set_index("part")
    for column in ("ahead", "back", "share"):
        assert moves[column]["origin"] == pytest.approx(1.0)
        assert moves[column]["terror"] == pytest.approx(-0.5)
        assert moves[column].drop(["origin", "terror"]).abs().max() == pytest.approx(0.0)
    assert set(clear_moves(pair)["part"]) == {"origin", "terror"}
    assert by_part([pair]).set_index("part")["greatest"]["origin"] == 1


def test_the_order_of_draws_changes_nothing():
    shuffle = np.random.default_rng(9).permutation(20)
    plain, mixed = (decompose(SC, TC, Toy({"origin": 1.0}, s), 4).moves for s in (None, shuffle))
    assert np.allclose(plain.select_dtypes("number"), mixed.select_dtypes("number"))


def test_a_theory_and_itself_differ_in_nothing():
    twin = replace(SC, id="twin")
    pair = decompose(SC, twin, Toy({"origin": 1.0}), 4)
    assert pair.moves.empty
    assert (pair.ends["apart"] == 0).all()
    assert any("a tie" in line for line in sentences(pair))


def test_real_runs_share_their_luck_and_add_up():
    worth = Worth(4, 1)
    pair = decompose(DWS, TC, worth, 4)
    sums = pair.moves.groupby("item")["share"].sum()
    ends = pair.ends.set_index("item")["apart"]
    assert np.allclose(sums[ends.index], ends, atol=1e-9)
    again = Worth(4, 1)([replace(TC, id="again")])[0]
    assert np.array_equal(again, worth([TC])[0])
    table = separates_nobody([DWS, replace(DWS, id="twin")], worth)
    assert not table["separates"].any()
    assert of_all(table)[0].startswith(f"{len(ITEMS) - 2} of {len(ITEMS) - 2} ")


def test_ten_pairs():
    assert len(pairs(list(THEORIES.values()))) == 10
