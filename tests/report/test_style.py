"""Colours can be read on their paper, by day and by night."""

import re
from importlib.resources import files

import pytest

STYLE = (files("thermidor.report") / "chart.css").read_text(encoding="utf-8")
LIGHT, DARK, *_ = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in STYLE.split(":root {")[1:])


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "link", "wrong"])
@pytest.mark.parametrize("paper", ["paper", "tint"])
def test_text_stands_out(palette, ink, paper):
    assert contrast(palette[ink], palette[paper]) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_on_a_bar(palette):
    assert contrast(palette["ink"], palette["bar"]) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("theory", ["t0", "t1", "t2", "t3", "t4", "t5"])
def test_lines_stand_out(palette, theory):
    assert round(contrast(palette[theory], palette["paper"]), 1) >= 3.0


def test_the_palettes_have_the_same_names():
    assert LIGHT.keys() == DARK.keys()


def test_black_on_white_is_the_greatest_contrast():
    assert round(contrast("#000000", "#ffffff")) == 21
