r"""Upheavals break out country by country and are won or lost.

.. math:: r_i = c_b \exp(c_w s_i + c_v k w + 0.6 a_i + 0.5 R - c_d(1-a_i)(d - \bar d) + \delta a_i)

.. math:: s_i = L^1_i W^1_t + L^2_i W^2_t + 0.55 S_i S_t (1 - 0.5 a_i)

.. math:: P_i = \sigma(s_0 + s_i + 1.3 a_i - 1.2 l - 1.5 e + 1.5\min(R,0.4)/0.4 + 0.8(p-0.5) + 0.5(x-0.2)
          - 0.6(1-a_i) - (d-\bar d)(1-a_i))

:math:`L` losses in the wars, :math:`S_i` slump, :math:`a_i` agrarian weight (country table); :math:`W,
S_t` forcings; :math:`w` wave, :math:`k` speed of news, :math:`R` world revolution, :math:`d` social
democracy, :math:`l` split, :math:`e` error by directive, :math:`p` prestige, :math:`x` strength of
parties. In advanced countries the recorded outcome, defeat, is given as a chance outcome unless a lever
opens it or wins it.

>>> from thermidor.frame.example import amounts, state, year
>>> shaken = year(0.05, first_war_shadow=1.0)
>>> seen = amounts(list(Upheavals()(state(revolution_wave=0.6), shaken)))
>>> seen["upheaval"] > 2, seen["won"] <= 1
(True, True)
>>> amounts(list(Upheavals()(state(), year(1.0, win_germany=1.0))))["wins_abroad"]
1.0
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array
from jax.nn import sigmoid

from ...frame.axes import COUNTRIES
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .countries import ADVANCED, AGRARIAN, CENTRAL_EUROPE, FIRST_WAR, GERMANY, SECOND_WAR, SLUMP

UPHEAVALS = tuple(f"upheaval-{country}" for country in COUNTRIES)


@mechanism
class Upheavals(Mechanism):
    """War, slump and example abroad make upheavals; leadership, unity and directives decide them."""

    canon = (
        "revolution-contagion",
        "leadership-in-insurrection",
        "social-democratic-diversion",
        "third-period-split",
        "missed-opportunity-by-directive",
        "discredit-by-association",
        "communication-contagion",
        "reform-concession-boom",
        "no-reform-margin",
    )
    source = "Polity and world trial run, section 2; Beissinger 2007; Weyland 2012"
    signs = (
        Sign("first_war_shadow", "upheaval", +1, {"chance": 0.034, "first_war_shadow": 0.5}),
        Sign("win_germany", "wins_abroad", +1, {"chance": 1.0, "win_germany": 0.96}),
        Sign(
            "labour_split",
            "wins_abroad",
            -1,
            {"chance": 0.01233, "open_outcomes": 1.0, "first_war_shadow": 1.0, "labour_split": 0.5},
        ),
        Sign(
            "foreign_cp_strength",
            "wins_abroad",
            +1,
            {"chance": 0.01673, "open_outcomes": 1.0, "first_war_shadow": 1.0, "foreign_cp_strength": 0.2},
        ),
        Sign(
            "cp_subordination",
            "wins_abroad",
            -1,
            {
                "chance": 0.01194,
                "open_outcomes": 1.0,
                "first_war_shadow": 1.0,
                "bureaucracy_autonomy": 0.8,
                "cp_subordination": 0.3,
            },
        ),
    )
    luck = UPHEAVALS

    base: float = parameter(Uniform(0.005, 0.013), "1/year", "polity and world trial run (assumption)")
    war: float = parameter(Uniform(2.2, 3.2), "log", "polity and world trial run (assumption)")
    wave: float = parameter(
        Uniform(0.5, 1.5), "log", "polity and world trial run (assumption); Beissinger 2007 on diffusion"
    )
    success: float = parameter(Uniform(-2.9, -1.7), "logit", "polity and world trial run (assumption)")
    error: float = fixed(1.5, "logit", "polity and world trial run (assumption)")
    reform: float = fixed(0.5, "log", "polity and world trial run (assumption)")
    news: float = fixed(0.25, "1", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        situation = self._situation(year)
        dice = jnp.stack([year.luck[name] for name in self.luck])
        rate = self._rate(now, year, situation)
        odds = self._odds(now, situation)
        forced = self._forced(year)
        open_to = 1 - ADVANCED * (1 - jnp.clip(year.lever.open_outcomes, 0.0, 1.0))
        free = (1 - now.won) * year.forcing.soviet_power
        rose = jnp.maximum(dice < rate * free, forced)
        # Given that it broke out, the die over the rate is uniform: one die serves both chances.
        won = jnp.maximum(dice < rate * free * odds * open_to, forced) * (1 - now.won)
        yield Set("upheaval", rose)
        yield Set("won", jnp.maximum(now.won, won))
        yield Set("wins_abroad", won.sum())
        yield Set("losses_abroad", (rose * (1 - won)).sum())

    def _situation(self, year: Year) -> Array:
        out = year.forcing
        wars = out.first_war_shadow * FIRST_WAR + out.second_war_shadow * SECOND_WAR
        return wars + 0.55 * SLUMP * out.slump * (1 - 0.5 * AGRARIAN)

    def _rate(self, now: State, year: Year, situation: Array) -> Array:
        news = 1 + self.news * jnp.log(jnp.maximum(year.forcing.frontier, 1.0))
        spread = self.wave * news * now.revolution_wave + 0.5 * now.world_revolution
        calm = self.reform * (1 - AGRARIAN) * (now.social_democracy - 0.5)
        fire = self.war * situation + spread + (0.6 + now.diffusion_drive) * AGRARIAN - calm
        return jnp.clip(self.base * jnp.exp(jnp.minimum(fire, 6.0)), 0.0, 0.9)

    def _odds(self, now: State, situation: Array) -> Array:
        obeyed = now.cp_subordination * (0.3 + 0.7 * now.bureaucracy_autonomy)
        common = self.success - 1.2 * now.labour_split - self.error * (obeyed + now.directive_error)
        common += 1.5 * jnp.minimum(now.world_revolution, 0.4) / 0.4 + 0.8 * (now.ussr_prestige - 0.5)
        common += 0.5 * (now.foreign_cp_strength - 0.2)
        contained = (1 - AGRARIAN) * (0.6 + now.social_democracy - 0.5)
        return sigmoid(common + situation + 1.3 * AGRARIAN - contained)

    def _forced(self, year: Year) -> Array:
        lever = year.lever
        germany = jnp.where(jnp.arange(len(ADVANCED)) == GERMANY, lever.win_germany, 0.0)
        regions = jnp.maximum(CENTRAL_EUROPE * lever.win_europe, ADVANCED * lever.win_advanced)
        return jnp.clip(jnp.maximum(germany, regions), 0.0, 1.0)
