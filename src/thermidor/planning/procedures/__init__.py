"""Procedures that exchange messages by rounds."""

from ..procedure import Procedure
from .achieved_level import AchievedLevel
from .aggregate_balances import AggregateBalances
from .arrow_hurwicz import ArrowHurwicz, PrimalDualHybridGradient
from .consumer_feedback import ConsumerFeedback
from .dantzig_wolfe import DantzigWolfe
from .democratic import DemocraticPlanning
from .harmony import Harmony
from .kornai_liptak import KornaiLiptak
from .levine import BalancesPressed
from .market_clearing import MarketClearing
from .material_balances import BalancesInOrder, MaterialBalances
from .receding_horizon import RecedingHorizon
from .table_councils import ParticipatoryCouncils
from .weitzman import WeitzmanTargets

BY_ROUNDS: tuple[Procedure, ...] = (
    AchievedLevel(),
    AggregateBalances(),
    BalancesPressed(),
    MaterialBalances(),
    BalancesInOrder(),
    DantzigWolfe(),
    WeitzmanTargets(),
    KornaiLiptak(),
    ArrowHurwicz(),
    PrimalDualHybridGradient(),
    Harmony(),
    ConsumerFeedback(),
    RecedingHorizon(),
    ParticipatoryCouncils(),
    DemocraticPlanning(),
    MarketClearing(),
)
