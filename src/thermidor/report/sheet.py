"""The style sheets: what a chart needs wherever it stands, and what the pages round it add."""

from importlib.resources import files


def _read(name: str) -> str:
    return (files("thermidor.report") / name).read_text(encoding="utf-8")


CHART = _read("chart.css")
PAGE = CHART + _read("style.css")
