r"""How likely an attack looks: hostility, fascism, cold war, arms; less where rivals fight each other.

.. math:: \theta = (1-d\,n)\,[h + 0.45 i + 0.30 F + 0.25 C + 0.9\min(\rho, 0.4) - 0.25 r(1-F) + 0.5 w
          + m - b\,a/95 - R]

:math:`h` hostility to expropriated property, :math:`i` intervention, :math:`F` fascism, :math:`C` cold
war, :math:`\rho` rival pressure, :math:`r` rivalry among the powers, :math:`w` war, :math:`m` ripe
conflict, :math:`a` buffer of dependent states, :math:`R` world revolution, :math:`n` warheads on both
sides.

>>> from thermidor.frame.example import amounts, state, year
>>> quiet = dict(rival_pressure=0.04, capitalist_stagnation=0.3)
>>> now = state(nationalised_share=1.0, inter_imperialist_rivalry=0.4, **quiet)
>>> amounts(list(Threat()(now, year())))["military_threat"]
0.086
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogitNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Threat(Mechanism):
    """The leadership sees a threat in hostile powers, fascism and arms; the bomb halves it by a third."""

    canon = (
        "capitalist-hostility-to-expropriation",
        "inter-imperialist-shield",
        "nuclear-deterrence",
        "conflict-maturation",
        "capitalist-decay-militarisation",
        "officer-purge-weakening",
    )
    source = "Polity and world trial run, section 2 (threat)"
    signs = (
        Sign("fascism", "military_threat", +1, {"nationalised_share": 0.9, "fascism": 0.5}),
        Sign(
            "inter_imperialist_rivalry",
            "military_threat",
            -1,
            {"intervention": 0.5, "inter_imperialist_rivalry": 0.4},
        ),
        Sign("nuclear", "military_threat", -1, {"nuclear": 0.5, "fascism": 0.9}),
        Sign("nationalised_share", "military_threat", +1, {"intervention": 0.5}),
        Sign("purge_rate", "military_threat", +1, {"intervention": 0.5}),
    )

    deterrence: float = parameter(LogitNormal(0.35, 0.3), "share", "polity and world trial run (assumption)")
    buffer: float = fixed(0.05, "share", "polity and world trial run (assumption)")
    officers: float = fixed(0.2, "share", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        cold_war = now.victory * jnp.clip(now.us_ussr_tension / 0.6, 0.0, 1.0)
        ripe = now.capitalist_stagnation * (1 - now.revolution_wave) * now.us_ussr_tension
        fascism = now.fascism * (1 - now.victory)
        feared = 0.05 + 0.10 * now.nationalised_share + 0.45 * now.intervention + 0.30 * fascism
        feared += 0.25 * cold_war + 0.9 * jnp.minimum(now.rival_pressure, 0.4) + 0.5 * now.fighting
        feared += 0.10 * now.victory * ripe + self.officers * now.purge_rate
        eased = 0.25 * now.inter_imperialist_rivalry * (1 - fascism) + now.world_revolution
        eased += self.buffer * jnp.minimum(now.satellite_area / 95, 1.2)
        kept = 1 - self.deterrence * now.nuclear
        yield Set("military_threat", jnp.clip(kept * (feared - eased) * (1 - 0.6 * now.restored), 0.0, 1.0))
