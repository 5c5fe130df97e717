"""Ids of the canon whose effect is only partly in the equations, and what is missing."""

from collections.abc import Mapping

THIN: Mapping[str, str] = {
    "weakest-link-seizure": "an initial condition, given as a forcing",
    "inherited-state-machine": "the old staff is counted among officials without loyalty, not followed apart",
    "troika-management": "a lever on the say of workers; pay does not follow",
    "no-reform-margin": "a lever on the margin of reform; damage of war abroad is not followed",
    "communication-contagion": "speed of news follows the frontier of technique",
    "army-bonapartism": "acts through a lever; no hazard of its own",
    "old-elite-exclusion": "state property has one target; flight and ruin of owners are not followed apart",
    "state-as-collective-capital": "sets cohesion; the race for plant is in the accumulation closures",
    "exploitation-set-by-competition": "rivals set ambition and so the surplus; no wage is matched",
    "managerial-tribute": "what plants keep back hides capacity; reports are not falsified by it",
    "full-employment-contract": "effort and renewal follow; consent is not raised by security",
    "farm-subsidy-burden": "the share of investment rises; subsidies are not a use of income",
    "priority-system": "plan and supply rank sectors; households are ranked by town and village only",
    "pact-misjudgement": "a lever on losses of the invasion; the leader's part is not computed",
    "industrialisation-war-capacity": "plant and output weigh on losses; acceptance gains by victory alone",
    "statification-requires-workers-revolution": "limits dependent states; met at home from the start",
    "premature-market-abolition": "officials, waste and control; the weight of command is the body's",
    "reform-disruption": "disorganises output; shortage follows from there",
}
