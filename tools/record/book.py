"""The finished record, asked by series id, and the form of an event read from it."""

import pandas as pd

Size = tuple[float, float, float, str]


class Record:
    """The finished record, asked by series id."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._groups = dict(iter(table.groupby("series")))

    def rows(self, series: str) -> pd.DataFrame:
        """Return the rows of a series by year."""
        return self._groups[series].set_index("year")

    def value(self, series: str, side: str = "value") -> pd.Series:
        """Return one side of a series by year."""
        return self.rows(series)[side]

    def size(self, series: str, year: int) -> Size:
        """Return low, value, high and unit of a row."""
        row = self.rows(series).loc[year]
        return row["low"], row["value"], row["high"], row["unit"]

    def span(self, series: str) -> tuple[int, int]:
        """Return first and last year of a series of one row: the span of the printed figure."""
        rows = self.rows(series)
        return int(rows.index[0]), int(rows["year_end"].iloc[0])

    def origin(self, *series: str) -> dict:
        """Return kind and sources of the series an event is read from."""
        tables = [self._groups[s] for s in series]
        keys = dict.fromkeys(k for t in tables for s in t["source"] for k in s.split(";"))
        return {"estimate_of": tables[0]["estimate_of"].iloc[0], "source": ";".join(keys)}

    def event(
        self,
        name: str,
        variable: str,
        years: int | tuple[int, int],
        rule: str,
        *series: str,
        size: Size | None = None,
    ) -> dict:
        """Return one event row, read from the named series; size is for events that have one."""
        first, last = years if isinstance(years, tuple) else (years, years)
        low, value, high, unit = size or (None, None, None, "")
        row = {
            "event": name,
            "variable": variable,
            "year_from": int(first),
            "year_to": int(last),
            "rule": rule,
        }
        return row | {"low": low, "value": value, "high": high, "unit": unit} | self.origin(*series)

    def sized(self, name: str, variable: str, series: str, year: int, rule: str) -> dict:
        """Return the event that a row of one series is: its size is the row."""
        return self.event(name, variable, year, rule, series, size=self.size(series, year))

    def printed(self, name: str, variable: str, series: str) -> dict:
        """Return the event a figure for a span of years stands for."""
        first, last = self.span(series)
        rule = "span of the printed figure"
        return self.event(name, variable, (first, last), rule, series, size=self.size(series, first))


def first_where(condition: pd.Series) -> int:
    """Return the first year a condition holds."""
    return int(condition.index[condition.to_numpy()][0])
