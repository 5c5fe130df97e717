"""A law in words and signs: the lines in which a mechanism's numbers stand, each under its own name.

Equations write many numbers as letters or figures; the law that runs names them. What is shown here is read
from that law, so it cannot differ from what runs.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Collection, Iterator

from ..frame.mechanism import Mechanism, parameters

NAME = re.compile(r"'[\w-]+'|[A-Za-z_][\w.]*")
SIGNS = ((" ** ", "^"), (" * ", " × "), ("-", "−"), (">=", "≥"), ("<=", "≤"))
WORDS = {"minimum": "min", "maximum": "max"}
CHANGES = {"Add": "{0} is raised by {1}", "Set": "{0} = {1}", "Move": "{2} goes from {0} to {1}"}
STATEMENTS = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)
STRENGTH = "strength"
Piece = list[str]


def lines(kind: type[Mechanism]) -> list[list[Piece]]:
    """Return the lines that use a number, in order, as pieces: ("own", its name), ("text", what is round it).

    Every number of the mechanism but its strength stands in one of them.
    """
    own = {f"self.{name}" for name in parameters(kind) if name != STRENGTH}
    law = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    found = [one for one in ast.walk(law) if isinstance(one, STATEMENTS) and not own.isdisjoint(_names(one))]
    return [_pieces(line, own) for one in sorted(found, key=lambda one: one.lineno) for line in _written(one)]


def _names(node: ast.AST) -> Iterator[str]:
    return (ast.unparse(one) for one in ast.walk(node) if isinstance(one, ast.Attribute))


def _written(node: ast.stmt) -> Iterator[str]:
    """Yield a statement as code that reads as a formula: what changes, and by what."""
    plain = _Plain().visit(node)
    told = plain.value if isinstance(plain, ast.Return | ast.Expr) else plain
    told = told.value if isinstance(told, ast.Yield) else told
    if isinstance(told, ast.Call) and isinstance(told.func, ast.Name) and told.func.id in CHANGES:
        yield CHANGES[told.func.id].format(*map(ast.unparse, told.args))
    elif told is not None:
        yield ast.unparse(told)


class _Plain(ast.NodeTransformer):
    """Leaves out what is of arrays alone, and writes ``where(a, b, c)`` as ``b if a else c``."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Return a choice for a call of ``where``, the value itself for one that makes an array of it."""
        self.generic_visit(node)
        called = ast.unparse(node.func).rpartition(".")[2]
        if called == "where" and len(node.args) == 3:
            return ast.IfExp(*node.args)
        if called == "astype" and isinstance(node.func, ast.Attribute):
            return node.func.value
        return node.args[0] if called == "asarray" else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Return the value alone where only an axis is added to it."""
        self.generic_visit(node)
        return node.value if ast.unparse(node.slice) in ("(:, None)", ":, None") else node


def _pieces(line: str, own: Collection[str]) -> list[Piece]:
    found: list[Piece] = []
    end = 0
    for match in NAME.finditer(line):
        found.append(["text", _signs(line[end : match.start()])])
        found.append(["own" if match[0] in own else "text", word(match[0])])
        end = match.end()
    return _joined([*found, ["text", _signs(line[end:])]])


def word(name: str) -> str:
    """Return a name without where it comes from.

    >>> word("now.urban_dilution"), word("jnp.minimum"), word("self.class_")
    ('urban dilution', 'min', 'class')
    """
    bare = name.strip("'").rpartition(".")[2].strip("_")
    return WORDS.get(bare, re.sub("[_-]", " ", bare))


def _signs(text: str) -> str:
    for code, sign in SIGNS:
        text = text.replace(code, sign)
    return text


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with neighbouring text as one, and none that is empty."""
    out: list[Piece] = []
    for kind, text in pieces:
        if out and out[-1][0] == kind == "text":
            out[-1] = [kind, out[-1][1] + text]
        elif text:
            out.append([kind, text])
    return out
