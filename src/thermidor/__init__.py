"""Thermidor: rival theories of the Soviet system on one set of accounts, against the record."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__released__ = "2026-11-22"  # the day of this version, for those who cite it
__all__ = ["claims", "run", "show"]

if TYPE_CHECKING:
    from thermidor.lab.board import claims
    from thermidor.lab.runs import run
    from thermidor.report.notebook import show


class _Package(ModuleType):
    """The package; its functions are loaded when first used, for the engine takes a second to import."""

    @property
    def run(self) -> Any:
        """Return the function that runs theories under a scenario."""
        from thermidor.lab.runs import run

        return run

    @run.setter
    def run(self, module: ModuleType) -> None:
        """Keep the name for the function: an import of the module ``thermidor.run`` would bind it anew."""

    @property
    def claims(self) -> Any:
        """Return the function that puts the essays' claims to record and theories."""
        from thermidor.lab.board import claims

        return claims

    @claims.setter
    def claims(self, module: ModuleType) -> None:
        """Keep the name for the function: importing ``thermidor.claims`` would bind it anew."""

    @property
    def show(self) -> Any:
        """Return the function that shows runs and boards in a notebook."""
        from thermidor.report.notebook import show

        return show


sys.modules[__name__].__class__ = _Package
