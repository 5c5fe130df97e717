"""The short forms of the macro model that stand for procedures of planning."""

from . import balances, enterprises, supply
from .compare import Form
from .sample import DEMOCRATIC, HISTORICAL, MARKET

OUTPUT, CAPACITY, WHOLE = "gross output", "capacity", "the whole"

BALANCES = (
    Form("material_balances", "three rounds of balances from the achieved level", OUTPUT, 0.01,
         balances.by_rounds, "the procedure first grows last year's outputs by one norm"),
    Form("material_balances", "two rounds, the rest pressed (Levine)", OUTPUT, 0.01, balances.pressed,
         "a round less; who is pressed makes less, and output makes up a part of the deficit"),
    Form("material_balances", "balances that close exactly", OUTPUT, 0.01, balances.exactly,
         "three rounds leave a remainder"),
    Form("material_balances", "planning from need by elected bodies", OUTPUT, 0.02, balances.by_need,
         "parts of outputs only: the procedure also brings the plan within capacity, the model at the limits",
         (DEMOCRATIC,)),
)  # fmt: skip

SUPPLY = (
    Form("balance.by_rank", "half of each product shared out by classes, and to all alike", "claims", 0.005,
         supply.shared, "in the model a fiftieth gets through to the last class whatever is left"),
    Form("supply_limits", "rationing by classes gone through to the end", CAPACITY, 0.03, supply.limited,
         "the model goes through the sources once, and lets energy be stretched", (HISTORICAL, DEMOCRATIC)),
    Form("supply_limits", "prices that clear", CAPACITY, 0.03, supply.by_prices,
         "in the model final use keeps its part at any price, and energy is stretched",
         (MARKET,)),
    Form("shortage", "demand that clearing prices leave unmet", "demand", 0.02, supply.unmet,
         "without command the model counts no shortage; prices stop a thousandth before the end", (MARKET,)),
)  # fmt: skip

ENTERPRISES = (
    Form("plan_ratchet", "incentive left by the ratchet", WHOLE, 0.001, enterprises.incentives,
         "one closed form, written twice"),
    Form("plan_ratchet", "capacity withheld by one's own best choice", CAPACITY, 0.03, enterprises.withheld,
         "the model is a straight line in the incentive left, the choice a power of it"),
    Form("information", "norms padded and capacity hidden before inspectors", WHOLE, 0.05,
         enterprises.untrue, "a straight line in what is lacking, for a curve", (HISTORICAL,)),
    Form("information", "norms padded before open books", WHOLE, 0.05, enterprises.untrue,
         "the same; without want of supplies the curve is that of the procedure", (DEMOCRATIC,)),
    Form("information", "no report asked for", WHOLE, 0.05, enterprises.untrue,
         "in the model some falsity is always there", (MARKET,)),
    Form("misdirection", "deliveries misplaced among those who pad unevenly", OUTPUT, 0.02,
         enterprises.misdirected, "the model puts a fourth of it down as waste, and nothing as output lost"),
)  # fmt: skip

FORMS = (*BALANCES, *SUPPLY, *ENTERPRISES)
