"""Published numbers and special properties of production, plan, uses and money."""

import jax.numpy as jnp
import numpy as np
import pytest

from thermidor.frame.axes import VINTAGES, C, M, P
from thermidor.frame.example import state, year
from thermidor.frame.ledger import open_year, settle
from thermidor.mechanisms.economy.balance import by_price, by_rank, coefficients, met
from thermidor.mechanisms.economy.capacity import Capacity
from thermidor.mechanisms.economy.plan_ratchet import incentive_left
from thermidor.mechanisms.economy.plant_wear import PlantWear, aged


@pytest.mark.parametrize(
    ("ratchet", "discount", "left"),
    [
        (0.1, 0.05, 0.333),
        (0.3, 0.05, 0.143),
        (0.5, 0.05, 0.091),
        (0.1, 0.1, 0.5),
        (0.3, 0.1, 0.25),
        (0.5, 0.2, 0.286),
    ],
)
def test_ratchet_leaves_the_published_share_of_the_incentive(
    ratchet: float, discount: float, left: float
) -> None:
    """Weitzman 1980: r / (r + lambda)."""
    assert incentive_left(ratchet, discount) == pytest.approx(left, abs=5e-4)


def test_without_a_ratchet_the_whole_incentive_is_left() -> None:
    assert incentive_left(0.0, 0.1) == 1.0


def test_low_substitution_makes_growth_fall_under_a_rising_investment_share() -> None:
    """Plant growing faster than labour yields less and less, and less the lower the elasticity."""

    def growth(substitution: float) -> list[float]:
        one = Capacity(substitution=substitution)
        plant = 1.06 ** np.arange(0, 40, 10)
        labour = 1.013 ** np.arange(0, 40, 10)
        made = [
            float(one.combined(jnp.asarray(k), jnp.asarray(n))) for k, n in zip(plant, labour, strict=True)
        ]
        return list(np.diff(np.log(made)))

    low, unit = growth(0.4), growth(0.999)
    assert low[0] > low[1] > low[2]
    assert low[2] / low[0] < unit[2] / unit[0]
    assert np.ptp(unit) < 0.02


def test_technology_leaves_something_of_every_product_for_final_use() -> None:
    now = state()
    final = np.asarray(now.gross_output - coefficients(now) @ now.gross_output)
    assert (final > 0).all()
    np.testing.assert_allclose(final, now.final_demand, atol=0.01)
    assert final.sum() == pytest.approx(100.0, abs=0.01)


def test_arms_are_served_before_consumer_goods_under_command_and_alike_on_a_market() -> None:
    use = jnp.asarray([0.0, 5.0, 0.0, 5.0, 0.0, 0.0])
    arms = np.eye(6)[M]
    command = np.asarray(by_rank(jnp.asarray(6.0), use, arms))
    market = np.asarray(by_price(jnp.asarray(6.0), use, 0.2 * (use > 0)))
    assert command[M] == 1.0
    assert command[C] == pytest.approx(0.2)
    assert market[C] == market[M] == pytest.approx(0.6)
    assert met(jnp.asarray(6.0), use.sum()) == pytest.approx(0.6)


@pytest.mark.parametrize("there", [0.9, 0.7, 0.5])
def test_a_price_takes_what_is_short_from_where_most_of_it_goes_into_the_product(there: float) -> None:
    """Buyers who spend fixed sums: shares met are 1/(1 + rise x content), and all that is there goes."""
    use, content = np.array([4.0, 3.0, 2.0, 1.0, 0.0, 0.0]), np.array([0.4, 0.2, 0.1, 0.05, 0.0, 0.0])
    shares = np.asarray(by_price(jnp.asarray(there * use.sum()), jnp.asarray(use), jnp.asarray(content)))
    assert (shares * use).sum() == pytest.approx(there * use.sum(), rel=0.01)
    assert np.all(np.diff(shares[:4]) > 0)
    rises = (1 / shares[:4] - 1) / content[:4]
    np.testing.assert_allclose(rises, rises[0], rtol=1e-9)


def test_where_enough_is_there_no_price_rises() -> None:
    shares = by_price(jnp.asarray(20.0), jnp.ones(6), 0.1 * jnp.ones(6))
    np.testing.assert_allclose(shares, 1.0)


def test_starved_retirement_leaves_older_plant_one_service_life_on() -> None:
    """Popov 2010: more plant now, older plant later."""

    def later(softness: float) -> tuple[float, float]:
        now = state(softness=softness)
        for _ in range(20):  # a service life; later all of it would be in the oldest cohort
            now = settle(open_year(now), PlantWear()(now, year()))
        plant = now.capital[P]
        return float(plant.sum()), float((plant * jnp.arange(len(VINTAGES))).sum() / plant.sum())

    (hard, young), (soft, old) = later(0.0), later(0.8)
    assert soft > hard
    assert old > young


def test_ageing_keeps_every_unit_of_plant() -> None:
    plant = state().capital
    np.testing.assert_allclose(aged(plant).sum(-1), plant.sum(-1), rtol=1e-12)
    np.testing.assert_allclose(aged(plant)[:, 1:-1], plant[:, :-2], rtol=0)
