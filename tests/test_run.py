"""What a run promises: common luck, order of draws, same numbers again, theories that differ."""

import itertools
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import jax
import numpy as np
import pytest

from thermidor.frame.example import state, year
from thermidor.frame.mechanism import parameters
from thermidor.lab.belief import mechanisms
from thermidor.lab.ensemble import BATCH, Batch, prior_batch, run_batches, serials
from thermidor.lab.programme import programme
from thermidor.lab.runs import find, frames
from thermidor.lab.setting import closed
from thermidor.run import MODEL, advance, simulate
from thermidor.theory import Theory

SETTING = closed()
BODY = Theory("body", "body alone", "", "", {})


def test_order_and_company_of_draws_change_nothing() -> None:
    """A draw gives the same numbers in another order and in another batch."""
    theory = find()[0]
    order = np.asarray([6, 2, 4])
    whole = run_batches([prior_batch(theory, SETTING, serials(7), 1)], SETTING)
    some = run_batches([prior_batch(theory, SETTING, order, 1)], SETTING)
    for name, values in some.items():
        np.testing.assert_array_equal(values, whole[name][order], err_msg=name)


def test_theories_never_coincide() -> None:
    """No two theories give the same trajectories from the same priors and luck."""
    runs = frames(find(), SETTING, 7, prior=True)
    for one, other in itertools.combinations(runs, 2):
        assert not np.array_equal(runs[one]["bureaucracy_autonomy"], runs[other]["bureaucracy_autonomy"])
        assert not np.array_equal(runs[one]["gdp"], runs[other]["gdp"])


def test_closures_of_no_strength_change_nothing() -> None:
    """The body with all closures at nought equals the body from which they are taken out."""
    one = prior_batch(BODY, SETTING, serials(BATCH), 1)  # the size for which it is compiled already
    bare = {p: tuple(m for m in row if "strength" not in parameters(m)) for p, row in one.model.items()}
    outside = (SETTING.forcing, SETTING.levers)
    drive = {n: jax.numpy.asarray(v) for n, v in SETTING.drive.items()}
    given = (one.model, one.start, *outside, one.luck, drive)
    with_all = programme(*given)(*jax.tree.leaves(given))
    without = simulate(bare, one.start, *outside, one.luck, drive)
    np.testing.assert_allclose(with_all, without, rtol=1e-12, atol=1e-12)
    assert any("strength" in parameters(m) for m in mechanisms())


def test_luck_that_no_cause_reads_changes_nothing() -> None:
    """A counterfactual differs only where its cause differs: before it, years are identical."""
    theory = find("state-capitalism")[0]
    later = replace(SETTING.levers, oil_price=SETTING.levers.oil_price.at[60:].set(0.3))
    base, changed = (
        run_batches([prior_batch(theory, SETTING, serials(5), 1)], replace(SETTING, levers=levers))
        for levers in (SETTING.levers, later)
    )
    for name, values in base.items():
        np.testing.assert_array_equal(values[:, :60], changed[name][:, :60], err_msg=name)
    assert not np.array_equal(base["oil_rent"][:, 60:], changed["oil_rent"][:, 60:])


def test_phases_run_in_the_order_of_the_year() -> None:
    """JAX returns a mapped dict with its keys sorted; the year must not follow that."""
    called: list[str] = []

    def probe(phase: str) -> Callable:
        return lambda now, year: called.append(phase) or ()

    mapped = jax.tree.map(lambda one: one, {phase: (probe(phase),) for phase in MODEL})
    assert list(mapped) != list(MODEL)
    advance(mapped, state(), year(), {})
    assert called == list(MODEL)


SCRIPT = """
from thermidor.lab.runs import find, frames
from thermidor.lab.setting import closed
print(repr(frames(find("transitory-caste"), closed(), 3, prior=True)["transitory-caste"]["gdp"].sum()))
"""


def test_same_seed_same_numbers_across_processes() -> None:
    """Two processes print the same sum to the last digit."""
    both = [subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, text=True) for _ in "ab"]
    said = [one.communicate()[0] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert said[0] == said[1] != ""


@pytest.mark.parametrize("draws", [1, 100, 101])
def test_any_number_of_draws(draws: int) -> None:
    """Batches are cut and padded without trace."""
    fields = frames(find("transitory-caste"), SETTING, draws, prior=True)["transitory-caste"]
    assert fields["gdp"].shape == (draws, SETTING.years)


def test_batch_is_a_value() -> None:
    """A batch cannot be changed in place."""
    one = prior_batch(BODY, SETTING, serials(2), 1)
    assert isinstance(one, Batch)
    with pytest.raises(AttributeError):
        one.serial = serials(3)  # pyright: ignore[reportAttributeAccessIssue]
