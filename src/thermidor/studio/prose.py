"""From a docstring to what a page can show: paragraphs, formulas as MathML with their LaTeX, examples."""

import re
from dataclasses import dataclass
from functools import cache

from latex2mathml.converter import convert

DISPLAY = ".. math::"
INLINE = re.compile(r":math:`([^`]*)`|``([^`]*)``|:\w+:`~?([^`]*)`|`([^`]*)`")
Piece = list[str]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of pieces (kind, text, source), display formulas in LaTeX, and the worked example."""

    paragraphs: list[list[Piece]]
    equations: list[str]
    example: str

    @property
    def mathml(self) -> list[str]:
        """Return the display formulas as MathML."""
        return [mathml(one, "block") for one in self.equations]


def prose(text: str) -> Prose:
    """Return a docstring taken apart."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
    shown = [block for block in blocks if not block.startswith((DISPLAY, ">>>"))]
    formulas = [_flat(block.removeprefix(DISPLAY)) for block in blocks if block.startswith(DISPLAY)]
    examples = [block for block in blocks if block.startswith(">>>")]
    return Prose([_pieces(_flat(block)) for block in shown], formulas, "\n\n".join(examples))


@cache
def mathml(latex: str, display: str = "inline") -> str:
    """Return a formula as MathML; it is never a visitor's, only the package's own."""
    return convert(latex, display=display)


def _pieces(paragraph: str) -> list[Piece]:
    found, end = [], 0
    for match in INLINE.finditer(paragraph):
        formula, *codes = match.groups()
        found += [["text", paragraph[end : match.start()]]] if match.start() > end else []
        word = next((one for one in codes if one), "")
        found.append(["math", mathml(formula), formula] if formula else ["code", word])
        end = match.end()
    return [*found, ["text", paragraph[end:]]] if end < len(paragraph) else found


def _flat(block: str) -> str:
    return " ".join(line.strip() for line in block.splitlines() if line.strip())
