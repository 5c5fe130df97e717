"""The colours of the five theories stand out from the paper, and apart, to every kind of eye.

The report wears the same. Vision is simulated by the matrices of Machado, Oliveira and Fernandes (2009).
"""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
STUDIO = ROOT / "studio" / "src" / "style" / "colours.css"
REPORT = ROOT / "src" / "thermidor" / "report" / "chart.css"
EYES = {
    "all": np.eye(3),
    "protan": [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]],
    "deutan": [[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]],
    "tritan": [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]],
}  # fmt: skip
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ.sum(axis=1)
FIVE = ("t1", "t2", "t3", "t4", "t5")


def palettes(path):
    """Return the light and the dark colours of a style sheet by name, linear."""
    text = path.read_text(encoding="utf-8")
    blocks = [one for one in re.findall(r":root[^{]*\{([^}]*)\}", text) if "--paper" in one and "--t1" in one]
    found = [re.findall(r"--(\w+): (#\w{6})", one) for one in blocks[:2]]
    return [{name: linear(code) for name, code in one} for one in found]


def linear(code):
    parts = np.array([int(code[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    low, high = sorted(float((TO_XYZ @ colour)[1]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour):
    """Return the colour in CIE 1976 L*a*b*."""
    part = TO_XYZ @ colour / WHITE
    root = np.where(part > 0.008856, np.cbrt(part), 7.787 * part + 16 / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("eye", EYES)
def test_theories_stand_out_and_apart(dark, eye):
    palette = palettes(STUDIO)[dark]
    seen = [np.clip(np.array(EYES[eye]) @ palette[name], 0, 1) for name in FIVE]
    least = 2.99 if eye == "all" else 2.7
    assert min(contrast(one, palette["paper"]) for one in seen) >= least
    assert min(np.linalg.norm(lab(one) - lab(other)) for one, other in combinations(seen, 2)) >= 29.9


@pytest.mark.parametrize("dark", [False, True])
def test_the_report_wears_the_same_colours(dark):
    studio, report = palettes(STUDIO)[dark], palettes(REPORT)[dark]
    assert {name: tuple(studio[name]) for name in FIVE} == {name: tuple(report[name]) for name in FIVE}
