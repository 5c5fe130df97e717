"""The ratchet's closed form, and the tautness that calls forth most effort."""

import numpy as np
import pytest

from thermidor.planning.procedures.ratchet import INTERESTS, RISES, Ratchet, chosen_output, incentive, main
from thermidor.planning.procedures.tautness import effort, most_taut


@pytest.mark.parametrize("rise", [0.1, 0.3, 0.5])
@pytest.mark.parametrize("interest", [0.05, 0.1, 0.2])
def test_the_closed_form_is_what_a_far_sighted_manager_does(rise, interest):
    ratchet = Ratchet(rise)
    assert chosen_output(ratchet, interest) == pytest.approx(incentive(ratchet, interest), rel=0.01)


def test_one_command_prints_the_closed_form_beside_the_manager(capsys):
    main()
    rows = [line.strip("| ").split(" | ") for line in capsys.readouterr().out.splitlines()[2:]]
    assert [row[:2] for row in rows] == [[f"{r:.0%}", f"{i:.0%}"] for r in RISES for i in INTERESTS]
    assert all(float(row[4].rstrip("%")) < 1 for row in rows)
    assert len({row[2] for row in rows}) == len(rows)


def test_the_closed_form_holds_when_managers_leave():
    ratchet = Ratchet(0.3)
    assert incentive(ratchet, 0.1, leaving=0.2) > incentive(ratchet, 0.1)
    found = chosen_output(ratchet, 0.1, leaving=0.2)
    assert found == pytest.approx(incentive(ratchet, 0.1, leaving=0.2), rel=0.01)


def test_a_ratchet_that_only_rises_is_no_weaker():
    one_way = chosen_output(Ratchet(0.3, fall=0.0), 0.1, target=0.0)
    assert one_way <= chosen_output(Ratchet(0.3), 0.1) + 0.01


def test_without_ratchet_the_bonus_counts_in_full():
    assert chosen_output(Ratchet(0.0), 0.1) == pytest.approx(1.0, abs=1e-3)


def test_targets_follow_results():
    moved = Ratchet(0.5, fall=0.1, growth=1.0).next(np.array([10.0, 10.0]), np.array([12.0, 8.0]))
    np.testing.assert_allclose(moved, [12.0, 10.8])


@pytest.mark.parametrize(("uncertainty", "peak"), [(0.1, 1.2), (0.2, 1.1), (0.3, 1.0)])
def test_effort_peaks_and_collapses_and_uncertainty_lowers_the_peak(uncertainty, peak):
    best = most_taut(uncertainty)
    assert best == pytest.approx(peak, abs=0.06)
    assert effort(best, uncertainty) > effort(0.8, uncertainty)
    assert effort(best + 0.3, uncertainty) < 0.6 * effort(best, uncertainty)
