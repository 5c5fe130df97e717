"""The command line."""

import click


@click.group()
def main() -> None:
    """Run rival theories of the Soviet system on one set of accounts."""
