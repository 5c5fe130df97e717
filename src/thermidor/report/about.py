"""What a report says of the run it shows: scenario, draws, seed, versions, and where the numbers are from."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version as installed
from platform import python_version

from ..claims.series import FIRST_YEAR
from ..lab.calibrate import LAST_YEAR as FITTED_TO
from ..outside.scenario import HISTORY, Scenario
from ..outside.scenario import Setting as LeverSetting
from .html import paragraphs, tag, text
from .look import Look


@dataclass(frozen=True, slots=True)
class About:
    """Scenario, number of draws, seed, source of the parameters, version of the software, and the command."""

    scenario: Scenario
    draws: int
    seed: int
    parameters: str
    version: str
    prior: bool
    command: str
    fitted: bool = False


def facts(about: About, looks: Mapping[str, Look]) -> str:
    """Return what was run as a list of facts."""
    levers = ", ".join(f"{name} = {_lever(one)}" for name, one in about.scenario.levers.items())
    told = {
        "Scenario": f"{about.scenario.title} ({about.scenario.id})",
        "Levers set otherwise than in history": levers or "none",
        "Theories": ", ".join(f"{one.name} ({one.short})" for one in looks.values()),
        "Draws for each theory": f"{about.draws:,}",
        "Seed": str(about.seed),
        "Parameters": about.parameters,
        "Thermidor": about.version,
    }
    return tag(
        "dl", "\n".join(tag("dt", text(n)) + tag("dd", text(v)) for n, v in told.items()), class_="facts"
    )


ONE_MODEL = (
    "Each theory answers the same fifteen questions of one model in its own way; accounts, outside events "
    "and luck are shared."
)
DRAWN = (
    "What varies inside a band: parameters and chance. What does not: the theory's structure. "
    "Dots are the recorded values, filled where the record rates them good or fair, hollow where poor or "
    "unrated; bars are the range of rival estimates."
)
HOW = (
    f"{ONE_MODEL} A line is the median of a theory's draws, a tinted band holds the central 90 % of them. "
    f"{DRAWN} 'Show as table' opens the numbers of a chart."
)
FORCED = (
    "Forced from outside, alike for all theories: weather; income, growth and arms of the rivals; prices "
    "of oil and grain; war on own soil with its occupation and losses; reserves and the technology "
    "frontier; schooling; the policy of the old regime. Not forced: what the theories dispute, from the "
    "loss of soviet democracy to the end."
)
CENTRED = (
    "The shared economy was centred on the record under recorded policy before any theory ran. Nearness "
    "to the economic record is therefore partly built in, for all theories alike, and is no evidence for "
    "one."
)
WIDE_APART = (
    "Estimates in the literature differ widely, and so do the runs: read the range, not the median alone."
)
PEOPLE = "Deaths by famine, war and repression are part of the accounts of people"
DEATHS = f"{PEOPLE} and are listed below. {WIDE_APART}"
ELSEWHERE = (
    "This is a counterfactual. The record and the marked years show what happened in history; distance "
    "from them is no fault of a theory here."
)
UNFITTED = "Parameters are drawn from their priors: no theory on this page was matched to the record."
FITTED = (
    "Parameters of each theory were matched to the record of {first} to {last} alone, by one procedure "
    "for all. Later years took no part in that matching. They are no blind test either: the shared economy "
    "was centred on series up to 1989, and several sizes in the polity were set by hand with the whole "
    "record in view. Agreement after {last} is weaker evidence than a forecast would be."
)
REFITTED = (
    "Eight parameters of each theory were fitted to the whole record, the others to that of {first} to "
    "{last}. No agreement with history on this page is a forecast: all of it has been seen."
)


def reading(about: About) -> str:
    """Return how to read the page, and what its numbers cannot say."""
    matched = (REFITTED if about.fitted else FITTED).format(first=FIRST_YEAR, last=FITTED_TO)
    fit = UNFITTED if about.prior else matched
    elsewhere = "" if about.scenario.id == HISTORY else ELSEWHERE
    return paragraphs(HOW, elsewhere, fit, CENTRED, FORCED, DEATHS)


def footer(about: About) -> str:
    """Return licence, versions and the call that made the report."""
    versions = ", ".join(
        [f"thermidor {about.version}", f"Python {python_version()}", *map(_version, ("jax", "numpy"))]
    )
    made = tag("p", f"Made by: {tag('code', text(about.command))}")
    licence = (
        "Software: Apache License 2.0. Recorded numbers: under the licence of their source, as listed. "
        "This page needs no network and no script."
    )
    return paragraphs(f"Versions: {versions}.") + made + paragraphs(licence)


def _version(package: str) -> str:
    return f"{package} {installed(package)}"


def _lever(setting: LeverSetting) -> str:
    span = f" from {setting.first}" if setting.first else ""
    return f"{setting.value}{span}" + (f" to {setting.last}" if setting.last else "")
