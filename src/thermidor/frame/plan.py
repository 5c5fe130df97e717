"""Plan and enterprise: targets, tautness, hidden capacity, hoarding."""

from dataclasses import dataclass

from jax import Array

from .field import driver, index, level, share, signal
from .industry import OUTPUT

SECTOR = ("sector",)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What the centre asks, and what plants hold back."""

    regulator_market: Array = share("weight of market signals", 0.85)
    regulator_command: Array = share("weight of bureaucratic command", 0.13)
    regulator_democratic: Array = share("weight of democratic decision", 0.02)
    accumulation_target: Array = share("planned fixed investment in national income", 0.13)
    arms_target: Array = share("planned arms and army in national income", 0.04)
    army_target: Array = signal("million persons", "planned armed forces", 1.35)
    apparatus_target: Array = share("planned cost of the apparatus in national income", 0.04)
    elite_target: Array = share("claim of the ruling group on national income", 0.01)
    plan_target: Array = level("GDP of 1913 = 100", "gross output asked of each sector", OUTPUT, axis=SECTOR)
    plan_tautness: Array = signal("ratio", "planned target over feasible output", 1.0)
    plan_shortfall: Array = share("target missed, mean of industrial sectors")
    supply_shortfall: Array = share("output that plant and mills allow and supplies do not")
    hidden_capacity: Array = index("capacity hidden from the centre", 0.05)
    info_distortion: Array = index("gap between reported and true enterprise data", 0.05)
    labour_hoarding: Array = index("workforce held beyond need", 0.05)
    softness: Array = index("expectation of rescue from loss", 0.1)
    money_role: Array = share("degree to which money moves labour and means of production", 0.9)
    nationalised_share: Array = index("non-farm means of production owned by the state", 0.10)
    private_sector_share: Array = share("private trade and small capital in income", 0.8)
    worker_control: Array = index("say of workers over plant and plan", 0.05)
    control_loss: Array = index("central orders not executed as intended", 0.2)
    labour_mobility: Array = level("share of workforce per year", "turnover at will", 0.5, low=0.0, high=3.0)

    investment_outturn: Array = level(
        "share 0-1", "investment share of the last years, as planners see it", 0.13, low=0.005
    )
    arms_outturn: Array = level(
        "share 0-1", "arms share of the last years, as planners see it", 0.04, low=0.005
    )

    growth_premium: Array = driver(
        "log per year", "growth of technique owed to property and plan (slot growth)"
    )
    technique_brake: Array = driver("share 0-1", "technical progress lost (slot slowdown)")
    innovation_pull: Array = driver("share 0-1", "compulsion to renew plant (slot slowdown)")
    waste_drive: Array = driver("share 0-1", "waste beyond the body's (slots growth, crisis, slowdown)")
    effort_drive: Array = driver("share", "effort gained or lost (slot labour)")
    hoarding_drive: Array = driver("share", "hoarding beyond the body's (slots labour, slowdown)")
    remittance_leak: Array = driver("share 0-1", "surplus kept back by plants (slot property)")
    money_drive: Array = driver(
        "share 0-1", "money made passive beyond the body's (slots regulation, labour)"
    )
