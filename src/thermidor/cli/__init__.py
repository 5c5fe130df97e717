"""The command line: thin commands over the library, one file per group of commands."""

import click

from thermidor import __version__
from thermidor.cli.calibrate import calibrate
from thermidor.cli.claims import claims
from thermidor.cli.compare import compare, counterfactuals
from thermidor.cli.coverage import coverage
from thermidor.cli.disagreements import disagreements
from thermidor.cli.evidence import evidence
from thermidor.cli.explain import explain
from thermidor.cli.fit import fit
from thermidor.cli.group import Commands
from thermidor.cli.plan import plan
from thermidor.cli.record import record
from thermidor.cli.replicate import profit_rate, replicate
from thermidor.cli.rivals import rivals
from thermidor.cli.run import patterns, run
from thermidor.cli.scenarios import levers, scenarios
from thermidor.cli.sensitivity import sensitivity
from thermidor.cli.slots import slots
from thermidor.cli.studio import studio
from thermidor.cli.theories import theories
from thermidor.cli.tournament import freeze, tournament
from thermidor.cli.twin import twin

HELP = """\
Run rival theories of the Soviet system on one set of accounts, against the record.

\b
Examples:
  thermidor run
  thermidor compare state-capitalism transitory-caste --scenario germany-1923-success
  thermidor explain migration

Exit codes: 0 done; 1 a fault of Thermidor; 2 bad input; 3 a thing named does not exist;
4 a place is not writable or the disk is full.
"""


@click.group(cls=Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="thermidor")
def main() -> None:
    """Hold the commands; each says what it does."""


for command in (
    run,
    patterns,
    compare,
    counterfactuals,
    claims,
    disagreements,
    theories,
    scenarios,
    levers,
    record,
    rivals,
    tournament,
    freeze,
    slots,
    sensitivity,
    evidence,
    plan,
    replicate,
    profit_rate,
    explain,
    coverage,
    calibrate,
    twin,
    fit,
    studio,
):
    main.add_command(command)
