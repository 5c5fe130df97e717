"""What the accounts' unit is worth in dollars: one hundred is the national income of the first year.

Income per head of 2254 dollars of 2011 (Maddison Project Database 2023) times 159.1 million persons,
times 1.4 for the dollars of 2024, over 3.8 for those of the year in which the table of bloc subsidies ends.

>>> round(INCOME), round(INCOME_EARLIER_DOLLARS)
(502, 132)
"""

INCOME = 2254 * 159.1e6 / 1e9 * 1.4
DEFLATOR = 3.8
INCOME_EARLIER_DOLLARS = INCOME / DEFLATOR
