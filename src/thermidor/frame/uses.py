"""Uses of the national income, trade, money and shops."""

from dataclasses import dataclass

from jax import Array

from .field import flow, level, share, signal, stock

G = "GDP of 1913 = 100"


@dataclass(frozen=True, kw_only=True)
class Uses:
    """Where the product goes, and who pays for it."""

    gdp: Array = signal(G + " per year", "national income, constant 1913 prices, borders of 1946", 100.0)
    useful_income: Array = signal(G + " per year", "income net of waste, arms and apparatus", 85.0)
    income_per_head: Array = signal("2011 dollars per head", "national income per head", 2254.0)
    investment: Array = signal(G + " per year", "fixed investment", 13.0)
    investment_share: Array = share("investment in national income", 0.13)
    military: Array = signal(G + " per year", "arms and army", 4.0)
    military_share: Array = share("arms and army in national income", 0.04)
    apparatus: Array = signal(G + " per year", "police, supervision, administration", 4.0)
    apparatus_share: Array = share("apparatus in national income", 0.04)
    elite_consumption: Array = signal(G + " per year", "consumption of the ruling group", 1.0)
    elite_consumption_share: Array = share("consumption of the ruling group in national income", 0.01)
    waste: Array = signal(G + " per year", "defective, unusable or destroyed product", 4.0)
    waste_share: Array = share("waste in gross output", 0.03)
    stock_building: Array = signal(G + " per year", "addition to stocks and herds", 0.0)
    consumption: Array = signal(G + " per year", "mass consumption", 74.0)
    consumption_per_head: Array = signal("GDP of 1913 = 100, per million", "mass consumption per head", 0.46)
    mass_consumption: Array = signal("index per head 1928=100", "goods reaching workers and peasants", 100.0)
    town_consumption: Array = signal("GDP of 1913 = 100, per million", "consumption per town head", 0.62)
    village_consumption: Array = signal(
        "GDP of 1913 = 100, per million", "consumption per village head", 0.43
    )
    consumption_habit: Array = level(
        "GDP of 1913 = 100, per million", "consumption people are used to", 0.46, low=0.01
    )
    goods_per_head: Array = level("index 1913=1", "consumer goods offered per head, last year", 1.0, low=0.03)
    exports: Array = signal(G + " per year", "exports", 8.0)
    imports: Array = signal(G + " per year", "imports", 8.0)
    relief: Array = signal(G + " per year", "consumer goods from outside that nobody pays for", 0.0)
    net_transfer: Array = signal(G + " per year", "imports less exports", 0.0)
    machine_imports: Array = signal(G + " per year", "imported machines", 2.0)
    consumer_imports: Array = signal(G + " per year", "imported consumer goods and grain", 2.0)
    trade_exposure: Array = share("imports and exports in national income", 0.17)
    energy_exports: Array = signal(G + " per year", "oil, gas and coal exported, at 1913 prices", 0.3)
    oil_rent: Array = signal("bn 1980 dollars per year", "rent of oil and gas exports", 0.0)
    foreign_debt: Array = level(G, "hard-currency debt", 0.0, low=0.0)
    oil_cushion: Array = share("oil revenue against what imports need", 0.0)

    cash: Array = stock(
        "year of wage fund 1913", "money kept by households beyond custom (forced saving)", 0.0
    )
    paid: Array = flow("wage fund 1913 = 1, per year", "money incomes of households")
    spent: Array = flow("wage fund 1913 = 1, per year", "retail purchases, second economy, taxes and loans")
    money_income: Array = signal("wage fund 1913 = 1, per year", "household money income", 1.0)
    retail: Array = signal("wage fund 1913 = 1, per year", "purchases in state and cooperative shops", 0.9)
    forced_saving: Array = signal("wage fund 1913 = 1, per year", "income that found no goods", 0.0)
    second_economy: Array = signal("wage fund 1913 = 1, per year", "purchases in the second economy", 0.1)
    second_share: Array = share("second economy in national income", 0.02)
    shortage: Array = share("demand for consumer goods left unmet (queues)", 0.05)
    queue: Array = share("time lost in queues, share of working time", 0.0)
    exploitation_rate: Array = signal("ratio", "surplus product over consumption of direct producers", 0.3)
    surplus_product: Array = signal(G + " per year", "income less consumption of direct producers", 20.0)
    second_memory: Array = level(
        "share 0-1", "reach of the second economy as households know it", 0.02, low=0.0, high=0.5
    )
    wage_plan: Array = signal("wage fund 1913 = 1, per year", "wage fund that the plan allows", 1.0)
    profit_rate: Array = signal("share per year", "surplus product over capital", 0.1)
