"""Special measures of the ruling order, waste and property: fits, trends, dates of a return."""

import numpy as np

from thermidor.claims import property as owned
from thermidor.claims import ruling_order, waste
from thermidor.claims.series import Series
from thermidor.claims.view import Run

YEARS = np.arange(1913, 2000)


def run(**fields: np.ndarray) -> Run:
    return Run({name: np.atleast_2d(values).astype(float) for name, values in fields.items()})


def factors() -> dict[str, np.ndarray]:
    dice = np.random.default_rng(3)
    return {name: dice.normal(size=len(YEARS)) for name in ruling_order.FACTORS}


def test_four_causes_are_told_from_one() -> None:
    causes = factors()
    noise = 0.1 * np.random.default_rng(4).normal(size=len(YEARS))
    joint = run(mass_mobilisation=np.exp(sum(causes.values()) + noise), **causes)
    alone = run(mass_mobilisation=np.exp(causes["culture_level"] + noise), **causes)
    assert ruling_order.jointly(joint)[0] > 100
    assert ruling_order.jointly(alone)[0] < 0


def test_output_on_its_trend_loses_nothing_to_idleness() -> None:
    steady = Series(np.exp(0.03 * (YEARS - 1913))[None, :])
    assert np.allclose(waste.idle_and_armed(steady, 0.0), 0)
    slump = Series(np.where((YEARS >= 1930) & (YEARS <= 1940), 0.8, 1.0)[None, :] * steady.values)
    assert np.allclose(waste.idle_and_armed(slump, 0.0), 11 * 0.2 / 21)


def test_a_quantity_is_taken_so_many_years_after_the_return() -> None:
    back = np.where(YEARS >= 1988, 1.0, 0.0)
    never = 0 * back
    view = run(
        restored=np.array([back, never]),
        form_changed=np.array([never, never]),
        income=np.array([YEARS, YEARS]),
    )
    assert owned.taken(view, "income", 7).tolist()[0] == 1995
    assert owned.taken(view, "income", 10).tolist()[0] == 1998
    assert np.isnan(owned.taken(view, "income", 7)[1])


def test_a_line_that_fits_is_preferred_to_a_level() -> None:
    line, level = np.arange(10.0)[:, None], np.ones((10, 1))
    assert ruling_order.information(line[:, 0], line) < ruling_order.information(line[:, 0], level)
