"""Straight-line programmes: what JAX gives, step by step, on processors of every width."""

from dataclasses import replace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from jax.scipy.special import erf, erfc
from jax.scipy.stats import norm

from thermidor.straight.machine import machine
from thermidor.straight.repeated import aligned, code, in_vectors, loaded, room
from thermidor.straight.written import text

TIMES, DRAWS = 3, 11
FORMS = (4, 6, 3, 5)
HERE = machine()
NARROW = [replace(HERE, width=width, letter=letter) for width, letter in ((2, "b"), (4, "d"), (2, "none"))]


def table(values):
    return values[:6].reshape(2, 3)


ONES = {
    "sums": lambda c, s, e, g: (c[0] + s, s - c[1] * e[0] / (2 + g[0] ** 2)),
    "signs": lambda c, s, e, g: (-abs(s), jnp.maximum(s, c[2]) - jnp.minimum(s, g[1])),
    "functions": lambda c, s, e, g: (jnp.exp(-abs(s)), jnp.log(1 + abs(s)) + jnp.tanh(c[1])),
    "powers": lambda c, s, e, g: (abs(s) ** c[0], jnp.sqrt(abs(s)) + s**3 + (2 + abs(s)) ** -2),
    "chances": lambda c, s, e, g: (erf(s), erfc(c[0]) + norm.cdf(s)),
    "shares": lambda c, s, e, g: (jax.nn.sigmoid(s), jax.nn.softmax(s)),
    "choices": lambda c, s, e, g: (jnp.where(s > c[0], s, e[0]), jnp.where((s < 0) | (s >= 1), g[0], s)),
    "truths": lambda c, s, e, g: (
        jnp.where((s <= 0) & ~(s == c[0]), 1.0, (s != 2).astype(float)),
        s + jnp.where(jnp.where(s > 0, s > 1, s < -1), s.astype(bool).astype(float), 0.0),
    ),
    "tables": lambda c, s, e, g: (table(s).T.sum(0), (table(s) @ jnp.eye(3) * 0.5).reshape(-1)),
    "products": lambda c, s, e, g: (table(s) @ table(s).T @ jnp.ones(2), s * jnp.dot(c[:3], e)),
    "ends": lambda c, s, e, g: (table(s).max(1), jnp.concatenate([s[3:], s[:3]]) + table(s).min()),
    "places": lambda c, s, e, g: (s * jnp.arange(6), jnp.stack([s[0], *s[1:]]) + jnp.ones((1, 6))[0]),
    "known": lambda c, s, e, g: (jnp.full(2, 3.0), s + jnp.log(jnp.asarray(2.0))),
}


def drawn(seed=0):
    dice = np.random.default_rng(seed)
    shapes = [(FORMS[0], DRAWS), (FORMS[1], DRAWS), (TIMES, FORMS[2], DRAWS)]
    return [dice.normal(size=shape) for shape in shapes] + [dice.normal(size=(TIMES, FORMS[3]))]


def of_jax(step, constant, carried, each, shared):
    told = []
    for e, g in zip(each, shared, strict=True):
        with jax.enable_x64(True):
            made = jax.vmap(step, (-1, -1, -1, None), -1)(constant, carried, e, g)
        told.append(np.asarray(made[0]))
        carried = np.asarray(made[1])
    return np.stack(told), carried


def of_code(step, on, constant, carried, each, shared):
    rows = len(jax.eval_shape(step, *(np.zeros(n) for n in FORMS))[0])
    ready = loaded(code(step, FORMS, on), FORMS, rows, on)
    found = []
    for c, s, e in zip(*(in_vectors(one, on.width) for one in (constant, carried, each)), strict=True):
        told = room((TIMES, rows, on.width))
        ready(c, s, e, aligned(shared), told)
        found.append((told, s))
    return [np.concatenate(one, -1)[..., :DRAWS] for one in zip(*found, strict=True)]


def step(name):
    def taken(*given):
        told, carried = ONES[name](*given)
        return jnp.atleast_1d(told), carried

    return taken


@pytest.mark.parametrize("name", ONES)
def test_steps_are_those_of_jax(name):
    given = drawn()
    for found, asked in zip(of_code(step(name), HERE, *given), of_jax(step(name), *given), strict=True):
        np.testing.assert_allclose(found, asked, rtol=1e-13, atol=1e-14)


@pytest.mark.parametrize("on", NARROW, ids=lambda one: f"{one.width}-{one.letter}")
@pytest.mark.parametrize("name", ["functions", "powers", "chances", "truths"])
def test_other_widths_give_the_same(name, on):
    given = drawn(1)
    for found, asked in zip(of_code(step(name), on, *given), of_jax(step(name), *given), strict=True):
        np.testing.assert_allclose(found, asked, rtol=1e-13, atol=1e-14)


def test_without_a_library_of_vectors_each_number_is_computed_by_itself():
    assert "@each_pow" in text(step("powers"), FORMS, NARROW[-1])


@pytest.mark.parametrize("name", ["sums", "signs", "choices", "functions"])
def test_what_is_no_number_stays_none(name):
    given = drawn(2)
    for one in given:
        one.flat[::5] = np.nan
    for found, asked in zip(of_code(step(name), HERE, *given), of_jax(step(name), *given), strict=True):
        assert np.array_equal(np.isnan(found), np.isnan(asked))


def test_a_line_is_written_once():
    once = text(lambda c, s, e, g: (s * s, s), FORMS, HERE)
    twice = text(lambda c, s, e, g: (s * s, s * s), FORMS, HERE)
    assert once.count("fmul") == twice.count("fmul") == FORMS[1]


def test_a_step_that_cannot_be_written_is_named():
    with pytest.raises(NotImplementedError, match="straight line: sort"):
        text(lambda c, s, e, g: (jnp.sort(s), s), FORMS, HERE)


@pytest.mark.parametrize("place", range(5))
def test_arrays_that_do_not_fit_are_refused(place):
    ready = loaded(code(step("sums"), FORMS, HERE), FORMS, FORMS[1], HERE)
    own = [(FORMS[0], HERE.width), (FORMS[1], HERE.width), (TIMES, FORMS[2], HERE.width)]
    shapes = [*own, (TIMES, FORMS[3]), (TIMES, FORMS[1], HERE.width)]
    shapes[place] = (*shapes[place][:-1], shapes[place][-1] + 1)
    constant, carried, each, shared, told = map(room, shapes)
    with pytest.raises(ValueError, match="are needed"):
        ready(constant, carried, each, shared, told)
