"""Farm and food: area, harvest, herds, the grain account, hunger."""

from dataclasses import dataclass

from jax import Array

from .field import flow, index, level, share, signal, stock

T = "million tonnes"


@dataclass(frozen=True, kw_only=True)
class Farm:
    """The village economy and what it yields."""

    sown_area: Array = level("index 1913=1", "sown area", 1.0, low=0.1, high=2.5)
    cattle: Array = stock("million head", "large horned cattle", 60.6)
    horses: Array = stock("million head", "horses", 35.8)
    village_grain: Array = stock(T, "grain reserve of the village", 6.5)
    state_grain: Array = stock(T, "grain reserve of the state", 1.0)
    calved: Array = flow("million head per year", "natural increase of herds")
    slaughtered: Array = flow("million head per year", "herds killed, fallen or lost")
    slaughter_feast: Array = signal(
        "million head per year", "cattle killed before they would be collectivised", low=0.0
    )
    harvested: Array = flow(T + " per year", "grain taken from the field")
    consumed: Array = flow(T + " per year", "grain used as seed, feed, food, export or loss")
    imported_grain: Array = flow(T + " per year", "grain bought abroad")

    weather: Array = signal("log", "weather effect on the harvest")
    expected_harvest: Array = level(T, "harvest that planners and peasants expect", 76.0)
    grain_output: Array = signal(T + " per year", "gross grain harvest (barn yield)", 77.0)
    seed_grain: Array = signal(T + " per year", "seed", 12.0)
    feed_grain: Array = signal(T + " per year", "grain fed to animals", 20.0)
    village_food: Array = signal(T + " per year", "grain eaten in the village", 28.0)
    grain_marketed: Array = signal(T + " per year", "grain leaving the village, net", 17.0)
    grain_delivered: Array = signal(
        T + " per year", "grain taken out of the village or bought abroad, what is handed back included", 17.0
    )
    market_offer: Array = signal(T + " per year", "grain peasants would sell at this year's terms", 17.0)
    grain_procured: Array = signal(T + " per year", "grain obtained by the state", 3.0)
    grain_taken: Array = signal(
        T + " per year", "grain obtained by the state, what it hands back to villages included", 3.0
    )
    grain_private: Array = signal(T + " per year", "grain sold privately", 14.0)
    export_plan: Array = signal(T + " per year", "grain export planned", 9.5)
    grain_export: Array = signal(T + " per year", "grain exported", 9.5)
    grain_import: Array = signal(T + " per year", "grain imported")
    town_grain: Array = signal(T + " per year", "grain eaten in towns", 8.0)
    army_grain: Array = signal(T + " per year", "grain for soldiers", 0.4)
    reserve_change: Array = signal(T + " per year", "addition to village and state reserves")
    forced_share: Array = share("procurement by force in the harvest net of seed")
    town_ration: Array = signal("t per head", "grain per town person", 0.27)
    town_hunger: Array = share("shortfall of town food below need, mean over places")
    village_hunger: Array = share("shortfall of village food below need, mean over places")
    hunger: Array = share("shortfall of food below need, whole population")
    hunger_felt: Array = share("hunger in the months of the calendar year, most of it from the crop before")
    grain_need: Array = signal(T + " per year", "ration of towns and army, and planned export", 14.0)
    grain_gap: Array = share("(need - market offer) / need, nought if the market covers it")
    starving_village: Array = signal("million persons per year", "famine deaths due in the village", low=0.0)
    starving_town: Array = signal("million persons per year", "famine deaths due in towns", low=0.0)
    grain_wanted: Array = signal(T + " per year", "grain for food and fodder that incomes call for", 72.0)
    farm_investment_share: Array = share("share of fixed investment meant for farming", 0.16)
    other_crops: Array = signal("index 1913=1", "crops other than grain", 1.0)
    drive_disorder: Array = index("disorganisation of farming by the collectivisation drive", 0.0)
    draught: Array = signal("index 1913=1", "horses and tractors", 1.0)
    farm_effort: Array = signal("index 1913=1", "effort in farming", 1.0)
    kulak_share_marketed: Array = share("marketed grain sold by the upper stratum", 0.3)
    scissors_ratio: Array = signal("ratio 1913=1", "industrial over farm prices seen by the village", 1.0)
    agricultural_output: Array = signal("index 1913=100", "farm output, all products", 100.0)
