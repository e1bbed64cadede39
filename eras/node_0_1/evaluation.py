"""`process.compile`: source that is run under a name of its own."""

from __future__ import annotations

import ast
from typing import Any


def evaluate(source: str, origin: str, names: dict[str, Any]) -> Any:
    """Run Python `source` in `names`; the value of its last statement if that is an expression.

    `origin` is the file that a traceback names.
    """
    tree = ast.parse(source, origin)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, origin, "exec"), names)
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), origin, "eval"), names)
