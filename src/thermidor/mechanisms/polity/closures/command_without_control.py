r"""Command that does not command: orders are lost where workers have neither say nor fear of dismissal.

.. math:: \Delta\lambda = 0.25\, k\,(1 - w)\,(1 - 0.6 X)

:math:`k` command, :math:`w` worker control, :math:`X` coercion.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(CommandWithoutControl(strength=1.0)(state(regulator_command=0.9), year())))
{'control_drive': 0.194513}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class CommandWithoutControl(Mechanism):
    """The elite orders but cannot make its orders work; force helps for a time."""

    canon = ("principal-agent-loss-of-control", "control-failure-over-labour")
    source = "canon: slot regulation of non-mode-of-production; Ticktin 1992; rates are assumptions"
    signs = (
        Sign("regulator_command", "control_drive", +1),
        Sign("worker_control", "control_drive", -1),
        Sign("coercion", "control_drive", -1),
    )

    strength: float = strength("regulation")
    rate: float = fixed(0.25, "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return orders lost for want of control over work."""
        lost = now.regulator_command * (1.0 - now.worker_control) * (1.0 - 0.6 * now.coercion)
        yield Add("control_drive", self.strength * self.rate * lost)
