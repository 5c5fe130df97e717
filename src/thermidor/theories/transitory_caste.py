"""Transitory caste: a statified economy under an exploiting caste that history will not keep.

Source: Pablo for the Fourth International (1945), on Trotsky's In Defence of Marxism (1939-40). Nested in the
degenerated workers' state: slots on which the text is silent, or says the same, are taken from there.
"""

from dataclasses import replace

from ..mechanisms.polity.closures.abundance_obviates_bureaucracy import AbundanceObviatesBureaucracy
from ..mechanisms.polity.closures.caste_not_class import CasteNotClass
from ..mechanisms.polity.closures.confined_but_devoted import ConfinedButDevoted
from ..mechanisms.polity.closures.confinement import Confinement
from ..mechanisms.polity.closures.inheritance_aspiration import InheritanceAspiration
from ..mechanisms.polity.closures.middle_bureaucracy_anchor import MiddleBureaucracyAnchor
from ..mechanisms.polity.closures.planned_reconstruction import PlannedReconstruction
from ..mechanisms.polity.closures.political_revolution import PoliticalRevolution
from ..mechanisms.polity.closures.regime_fear_of_masses_stability import RegimeFearOfMassesStability
from ..mechanisms.polity.closures.restoration_destruction import RestorationDestruction
from ..mechanisms.polity.closures.statification_requires_workers_revolution import (
    StatificationRequiresWorkersRevolution,
)
from ..mechanisms.world.buffer_zone_security import BufferZoneSecurity
from ..mechanisms.world.closed_area_deprivation import ClosedAreaDeprivation
from ..mechanisms.world.prestige_cost_of_annexation import PrestigeCostOfAnnexation
from ..mechanisms.world.red_army_restrains_revolution import RedArmyRestrainsRevolution
from ..theory import Closing, Theory
from .degenerated_workers_state import THEORY as PARENT

OWN = {
    "origin": Closing((Confinement,), "confinement to one backward country"),
    "ruling-group": Closing(
        (CasteNotClass,), "an exploiting but transitory caste; the middle layer anchors it (slot restoration)"
    ),
    "property": Closing(
        (StatificationRequiresWorkersRevolution,),
        "near-total statification requires a workers' revolution in its history",
    ),
    "coercion": Closing((AbundanceObviatesBureaucracy,), "falls with needs met and culture"),
    "accumulation": Closing((PlannedReconstruction,), "plan and reconstruction"),
    "labour": Closing((ConfinedButDevoted,), "confined, yet devoted"),
    "crisis": Closing((RegimeFearOfMassesStability,), "crises come from outside and from politics"),
    "foreign": Closing(
        (RedArmyRestrainsRevolution, BufferZoneSecurity, ClosedAreaDeprivation, PrestigeCostOfAnnexation),
        "buffer states, restraint of revolution, concessions; statify what is annexed",
    ),
    "restoration": Closing(
        (InheritanceAspiration, MiddleBureaucracyAnchor, RestorationDestruction),
        "the wish for title is outweighed by the middle layer; if it wins, destruction",
    ),
    "end": Closing((PoliticalRevolution, RegimeFearOfMassesStability), "revolt driven by world revolution"),
}
SILENT = ("turn-1928", "terror")  # not treated in the text: not scored as its own
SHARED = ("regulation", "growth", "slowdown")  # the same claim in both texts

THEORY = Theory(
    id="transitory-caste",
    name="Statified economy under a transitory exploiting caste (Fourth International 1945)",
    authors="Michel Pablo, European Secretariat of the Fourth International; on Trotsky's basis",
    seed="003_8105899661264573.txt",
    slots=OWN
    | {slot: replace(PARENT.slots[slot], inherited=PARENT.id) for slot in SILENT}
    | {slot: PARENT.slots[slot] for slot in SHARED},
)
