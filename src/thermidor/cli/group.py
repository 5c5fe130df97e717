"""How the command line tells faults: one message on stderr, an exit code by kind, no traceback."""

import os
from typing import Any

import click

from thermidor.errors import Kind, ThermidorError

DEBUG = "THERMIDOR_DEBUG"
CLICK_TELLS = (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError)


class Told(click.ClickException):
    """Show a fault with the exit code of its kind."""

    def __init__(self, message: str, kind: Kind) -> None:
        super().__init__(message)
        self.exit_code = int(kind)  # pyright: ignore[reportAttributeAccessIssue]  # Click reads it here


class Commands(click.Group):
    """Hold the commands, and turn every fault of theirs into one message."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of a visit: first what most come for."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; with THERMIDOR_DEBUG=1 leave the traceback as it is."""
        try:
            return super().invoke(ctx)
        except CLICK_TELLS:
            raise
        except Exception as fault:
            if os.environ.get(DEBUG) == "1":
                raise
            raise told(fault) from fault


def told(fault: Exception) -> Told:
    """Return what the user is told of a fault."""
    if isinstance(fault, ThermidorError):
        return Told(fault.message, fault.kind)
    name, remedy = type(fault).__name__, f"set {DEBUG}=1 to see where, and report it"
    return Told(f"unexpected {name}: {fault}. This is a fault of Thermidor: {remedy}.", Kind.INTERNAL)
