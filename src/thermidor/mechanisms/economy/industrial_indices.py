r"""Industrial output and output per worker, as indices; energy used up per unit follows electrification.

.. math:: \epsilon \to (u / u_0)^{\eta}

With fixed coefficients energy grew too little in every period of the trial; lamps, motors and stoves come
with the town (:math:`u` share of people outside farming).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(IndustrialIndices()(state(), year())))
{'industrial_output': 100.0, 'labour_productivity': 100.160256, 'energy_intensity': 0.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import INDUSTRY, at_start


@mechanism
class IndustrialIndices(Mechanism):
    """Publish industrial output, labour productivity and energy intensity."""

    canon = ("industrialisation-war-capacity",)
    source = "economy trial run, section 11; exponent an assumption"
    signs = (
        Sign("value_added", "industrial_output", +1),
        Sign("workers", "labour_productivity", -1),
        Sign("nonfarm_share", "energy_intensity", +1),
    )

    electric: float = parameter(
        LogNormal(0.5, 0.3), "exponent", "energy against output over the record (assumption)"
    )
    reference: float = fixed(
        15.6, "index points per million workers", "so that the index is 100 before the drive (assumption)"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the indices."""
        made = (INDUSTRY * now.value_added).sum() / (INDUSTRY * at_start("value_added")).sum() * 100
        yield Set("industrial_output", made)
        yield Set("labour_productivity", 100 * made / jnp.maximum(now.workers, 0.1) / self.reference)
        urban = jnp.maximum(now.nonfarm_share / at_start("nonfarm_share"), 0.3)
        target = urban**self.electric
        yield Add("energy_intensity", 0.2 * (target - now.energy_intensity))
