r"""Private trade and side work fill the gaps that shortage leaves, as far as police allow.

.. math:: \Delta e = s\,[\,\kappa\,z\,c\,(1 - \rho R) - e\,]

:math:`z` shortage, :math:`c` command, :math:`R` coercion. Shortage feeds the second economy and the
second economy, drawing goods and hands away, feeds shortage (Kim and Shida 2014). Mean share of income in
the long last decades of the plan: 12.6 per cent (Shida 2017).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(SecondEconomy()(state(shortage=0.3, regulator_command=0.9, second_memory=0.05), year())))
{'second_memory': 0.06802, 'second_share': 0.06802}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogitNormal, LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SecondEconomy(Mechanism):
    """The second economy grows with shortage and shrinks with repression."""

    canon = ("second-economy",)
    source = "Grossman 1977; Shida 2017; Kim and Shida 2014"
    signs = (
        Sign("shortage", "second_memory", +1, {"regulator_command": 0.9}),
        Sign("coercion", "second_memory", -1, {"regulator_command": 0.9, "shortage": 0.4}),
    )

    size: float = parameter(
        LogNormal(0.71, 0.25), "share per unit of shortage", "Shida 2017: mean 12.6 per cent"
    )
    feared: float = parameter(LogitNormal(0.75, 0.4), "share at full coercion", "assumption")
    speed: float = fixed(0.15, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the reach of the second economy and its share in income."""
        pull = self.size * now.shortage * now.regulator_command * (1 - self.feared * now.coercion)
        reached = now.second_memory + self.speed * (pull - now.second_memory)
        yield Set("second_memory", reached)
        yield Set("second_share", reached)
