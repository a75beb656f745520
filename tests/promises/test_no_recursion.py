"""No function on the way of the data calls itself, by whatever detour in its module: depth is bounded by no stack."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import converter

PACKAGE = Path(converter.__file__).parent
ROOMS = ("source", "layout", "outline", "meta", "targets", "model", "formats")
MODULES = sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))

#: What goes into itself over something that no document can deepen.
BOUNDED = {
    "formats/published_types.py": {"_checked", "_field", "_plain", "_scalar"},  # the types of the model
    "formats/reference.py": {"_type"},  # the published schema
    "language/dates.py": {"number"},  # the numerals of a date, of three characters at most
    "layout/lost_breaks/evidence/weights.py": {"_tree"},  # the learned trees, 13 decisions deep at most
}

Calls = dict[str, set[str]]


def _called(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """The names that are called: ``f()``, ``self.f()``, ``map(f, …)``; what is imported inside is another's."""
    names: set[str] = set()
    own: set[str] = set()
    imported: set[str] = set()
    for node in (node for statement in function.body for node in ast.walk(statement)):
        if isinstance(node, ast.ImportFrom):
            imported.update(name.asname or name.name for name in node.names)
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name):
            names.add(called.id)
            if called.id in ("map", "filter"):
                names.update(argument.id for argument in node.args[:1] if isinstance(argument, ast.Name))
        elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            own.update([called.attr] if called.value.id in ("self", "cls") else [])
    return names - imported | own


def _calls(source: str) -> Calls:
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    names = {function.name for function in functions}
    calls: Calls = {name: set() for name in names}
    for function in functions:
        calls[function.name] |= _called(function) & names
    return calls


def _recursive(calls: Calls) -> set[str]:
    """The functions from which calls lead back to themselves."""
    found = set()
    for name in calls:
        seen: set[str] = set()
        work = list(calls[name])
        while work:
            called = work.pop()
            if called not in seen:
                seen.add(called)
                work.extend(calls[called])
        if name in seen:
            found.add(name)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_function_calls_itself(path: Path) -> None:
    bounded = BOUNDED.get(path.relative_to(PACKAGE).as_posix(), set())
    assert _recursive(_calls(path.read_text(encoding="utf-8"))) <= bounded


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def walk(node):\n    for child in node: walk(child)", {"walk"}),
        ("def a(n): return b(n)\ndef b(n): return a(n)", {"a", "b"}),
        ("class Walk:\n    def go(self, n): self.step(n)\n    def step(self, n): self.go(n)", {"go", "step"}),
        ("def a(n): return list(map(a, n))", {"a"}),
        ("def a(n): return b(n)\ndef b(n): return n", set()),
        ("class Report:\n    def find(self):\n        from lookup import find\n        return find(self)", set()),
        ("class Report:\n    def find(self):\n        from lookup import find\n        return self.find()", {"find"}),
    ],
)
def test_the_check_sees_recursion(source: str, found: set[str]) -> None:
    assert _recursive(_calls(source)) == found
