r"""The state takes first: investment, arms, apparatus and the rulers' share; producers get what is left.

.. math:: Y + T = C + E + I + M + B + W + S

Investment is producer goods and imported machines less waste, durables, what plants keep back, and stocks;
arms cost arms output and army pay. If the claims leave less than a floor for the people, they are cut in
proportion. Mass consumption closes the account, exactly.

>>> from thermidor.frame.example import amounts, state, year
>>> uses = amounts(list(IncomeUses()(state(waste=1.0, waste_share=0.03), year())))
>>> round(uses["consumption"], 2)
80.35
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.axes import M, P
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class IncomeUses(Mechanism):
    """Distribute income and net transfer; consumption is the residue."""

    canon = (
        "surplus-to-state-needs",
        "accumulation-drive-1928",
        "apparatus-cost-burden",
        "external-debt-and-grain-import",
    )
    source = "accounting; economy trial run, section 2.3"
    signs = (
        Sign("apparatus_target", "consumption", -1),
        Sign("elite_target", "consumption", -1),
        Sign("net_transfer", "consumption", +1),
        Sign("army", "military", +1),
        Sign("machine_imports", "investment", +1),
    )

    durables: float = fixed(0.06, "share of final producer goods", "economy trial run (assumption)")
    pay: float = fixed(0.10, "units per million soldiers", "economy trial run (assumption)")
    pay_power: float = fixed(0.8, "exponent on income per head", "economy trial run (assumption)")
    stocks: float = fixed(0.06, "share of the rise of income", "economy trial run (assumption)")
    grain: float = fixed(0.22, "units per Mt", "economy trial run (assumption)")
    most: float = fixed(1.3, "ratio to the aim", "producer goods beyond it serve households (assumption)")
    floor: float = fixed(0.30, "share of income", "least the people live on (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return every use of the product."""
        made, income = now.final_demand, now.gdp + now.net_transfer
        stock = jnp.clip(
            self.stocks * now.regulator_command * self.rise(now), -0.01 * now.gdp, 0.02 * now.gdp
        )
        stock = stock + self.grain * now.reserve_change
        usable = made[P] * (1 - self.durables) + now.machine_imports
        invest = (usable * (1 - now.waste_share) - jnp.maximum(stock, 0.0)) * (1 - now.remittance_leak)
        invest = jnp.minimum(invest, self.most * now.accumulation_target * now.gdp)
        rich = jnp.maximum(now.income_per_head / at_start("income_per_head"), 0.1) ** self.pay_power
        arms = made[M] + self.pay * now.army * rich
        claims = jnp.stack([
            jnp.maximum(invest, 0.001 * now.gdp), arms, now.apparatus_target * now.gdp,
            now.elite_target * now.gdp, now.waste,
        ])  # fmt: skip
        room = income - stock - self.floor * now.gdp
        taken = claims * jnp.clip(room / claims.sum(), 0.0, 1.0)
        names = ("investment", "military", "apparatus", "elite_consumption", "waste")
        for name, amount in zip(names, taken, strict=True):
            yield Set(name, amount)
        for name, amount in zip(names[:4], taken, strict=False):
            yield Set(f"{name}_share", amount / now.gdp)
        yield Set("stock_building", stock)
        yield Set("consumption", income - stock - taken.sum())
        yield Set("useful_income", now.gdp - taken[1] - taken[2] - taken[4])

    def rise(self, now: State) -> Array:
        """Return the rise of income since last year at unchanged people."""
        return now.gdp - now.income_per_head / at_start("income_per_head") * 100 * now.population / at_start(
            "population"
        )
