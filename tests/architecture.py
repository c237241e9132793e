"""Who may import whom, as data, and a reader of source that finds every breach."""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

ROOT = "backcare"

# A part is a module or package right below `backcare`. The package's own __init__ holds the
# version: it imports nothing, and every part may import it.
PURE = frozenset({"core", "figure"})
_DRAWING = PURE | {"paint"}
_BOTTOM = _DRAWING | {"ui", "store", "services", "report", "paths"}
_FRONT_ENDS = _BOTTOM | {"controllers", "app", "draw", "options", "terminal"}
MAY_IMPORT: Mapping[str, frozenset[str]] = {
    "core": frozenset(),
    "figure": frozenset(),
    "paint": PURE,
    "paths": PURE,
    "services": PURE,
    "store": PURE,
    "report": _DRAWING,
    "ui": _DRAWING,
    "controllers": _BOTTOM,
    "terminal": PURE | {"paths", "report", "services", "store"},
    "draw": _DRAWING | {"ui"},
    "options": frozenset(),
    "app": _BOTTOM | {"controllers"},
    "cli": _FRONT_ENDS,
    "__main__": _FRONT_ENDS | {"cli"},
}

# Third-party packages and heavy modules that belong to certain parts.
_QT_PARTS = frozenset({"app", "controllers", "paint", "report", "services", "ui"})
RESERVED: Mapping[str, frozenset[str]] = {
    "PySide6": _QT_PARTS,
    "shiboken6": _QT_PARTS,
    "sqlite3": frozenset({"store"}),
    "yaml": frozenset({"store"}),
}
QT = ("PySide6", "shiboken6")

# Importing one of these must not load Qt, however far down the imports lead.
START_WITHOUT_QT = frozenset({"__main__", "cli", "terminal"})

MAY_IMPORT_LATE = frozenset({"__main__", "app", "cli", "report", "services"})

BANNED = ("asyncio", "importlib.metadata", "jsonschema", "numpy", "pydantic", "urllib")

# Pure code gets the time, chance and files as arguments.
IMPURE = (
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "glob",
    "io",
    "logging",
    "multiprocessing",
    "os",
    "pathlib.Path",
    "pathlib.PosixPath",
    "pathlib.WindowsPath",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "sys.argv",
    "sys.stderr",
    "sys.stdin",
    "sys.stdout",
    "tempfile",
    "threading",
    "time",
)
IMPURE_BUILTINS = frozenset({"input", "open", "print"})


@dataclass(frozen=True, slots=True)
class Import:
    """One name that an import statement brings in, with its full dotted name."""

    line: int
    name: str
    alias: str
    late: bool
    typing_only: bool


def breaches(sources: Mapping[str, str]) -> list[str]:
    """Every breach of the rules in `sources`, a mapping of module name to source text."""
    trees = {module: ast.parse(source) for module, source in sources.items()}
    imports = {module: list(_imports(tree)) for module, tree in trees.items()}
    found = []
    for module, tree in trees.items():
        found += [f"{module}:{line}: {text}" for line, text in _of_module(module, tree)]
    found += _cycles(imports)
    found += _reaching_qt(imports)
    return sorted(found)


def read_package(folder: Path) -> dict[str, str]:
    """The source of every module below `folder`, the package's own folder, by dotted name."""
    sources = {}
    for path in sorted(folder.rglob("*.py")):
        parts = list(path.relative_to(folder.parent).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        sources[".".join(parts)] = path.read_text(encoding="utf-8")
    return sources


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _is_within(name: str, *tops: str) -> bool:
    return any(name == top or name.startswith(f"{top}.") for top in tops)


def _of_module(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    part = _part(module)
    if part and part not in MAY_IMPORT:
        yield 1, f"{ROOT}.{part} is in no layer: tests/architecture.py must know it"
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno, "relative import"
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
            yield node.lineno, f"star import from {node.module}"
    imports = list(_imports(tree))
    for each in imports:
        for text in _of_import(part, each):
            yield each.line, text
    if part in PURE:
        yield from _impurities(tree, imports)


def _of_import(part: str, each: Import) -> Iterator[str]:
    top = each.name.partition(".")[0]
    if each.late and part not in MAY_IMPORT_LATE:
        yield f"imports {each.name} inside a function"
    if _is_within(each.name, *BANNED):
        yield f"{each.name} is banned everywhere"
    elif top == ROOT:
        yield from _of_own_import(part, each.name)
    elif top in RESERVED:
        if part not in RESERVED[top]:
            yield f"{top} may not be imported here"
    elif top not in sys.stdlib_module_names:
        yield f"{top} is no dependency of {ROOT}"


def _of_own_import(part: str, name: str) -> Iterator[str]:
    target = _part(name)
    if target not in MAY_IMPORT or target == part:  # the version, or a neighbour
        return
    if target not in MAY_IMPORT.get(part, frozenset()):
        yield f"{part or ROOT} may not import {target}"


def _imports(tree: ast.Module) -> Iterator[Import]:
    yield from _imports_in(tree.body, late=False, typing_only=False)


def _imports_in(nodes: Iterable[ast.AST], *, late: bool, typing_only: bool) -> Iterator[Import]:
    for node in nodes:
        match node:
            case ast.Import(names=names):
                for name in names:
                    alias = name.asname or name.name.partition(".")[0]
                    yield Import(node.lineno, name.name, alias, late, typing_only)
            case ast.ImportFrom(module=module, names=names, level=0):
                for name in names:
                    full = f"{module}.{name.name}" if name.name != "*" else str(module)
                    yield Import(node.lineno, full, name.asname or name.name, late, typing_only)
            case ast.If(test=test) if _is_type_checking(test):
                yield from _imports_in(node.body, late=late, typing_only=True)
                yield from _imports_in(node.orelse, late=late, typing_only=typing_only)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from _imports_in(node.body, late=True, typing_only=typing_only)
            case _:
                children = ast.iter_child_nodes(node)
                yield from _imports_in(children, late=late, typing_only=typing_only)


def _is_type_checking(test: ast.expr) -> bool:
    return (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING") or (
        isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING"
    )


def _impurities(tree: ast.Module, imports: list[Import]) -> Iterator[tuple[int, str]]:
    full_names = {}
    for each in imports:
        bound_by_dots = each.alias == each.name.partition(".")[0]
        full_names[each.alias] = each.alias if bound_by_dots else each.name
        if _is_within(each.name, *IMPURE):
            yield each.line, f"{each.name} is not pure"
    for node in ast.walk(tree):
        match node:
            case ast.Attribute():
                name = _dotted(node, full_names)
                if name in IMPURE:
                    yield node.lineno, f"{name} is not pure"
            case ast.Call(func=ast.Name(id=name)) if name in IMPURE_BUILTINS:
                yield node.lineno, f"{name}() is not pure"


def _dotted(node: ast.expr, full_names: Mapping[str, str]) -> str:
    """The full name that a chain of attributes stands for, or nothing."""
    match node:
        case ast.Name(id=name):
            return full_names.get(name, "")
        case ast.Attribute(value=value, attr=attribute):
            base = _dotted(value, full_names)
            return f"{base}.{attribute}" if base else ""
    return ""


def _loaded(imports: Mapping[str, list[Import]], module: str) -> dict[str, None]:
    """What importing `module` names straight away, as modules; in order, each once."""
    names: dict[str, None] = {}
    for each in imports[module]:
        if each.late or each.typing_only:
            continue
        # `from package import thing`: the thing may be a module or a name in the package
        name = each.name
        if name not in imports and name.rpartition(".")[0] in imports:
            name = name.rpartition(".")[0]
        names[name] = None
    return names


def _cycles(imports: Mapping[str, list[Import]]) -> list[str]:
    graph = {
        module: [name for name in _loaded(imports, module) if name in imports] for module in imports
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return ["cycle: " + " <- ".join(error.args[1])]
    return []


def _reaching_qt(imports: Mapping[str, list[Import]]) -> Iterator[str]:
    for module in imports:
        if _part(module) in START_WITHOUT_QT:
            way = _way_to_qt(imports, module)
            if way:
                yield "loads Qt: " + " -> ".join(way)


def _way_to_qt(imports: Mapping[str, list[Import]], start: str) -> list[str]:
    ways = {start: [start]}
    waiting = [start]
    while waiting:
        module = waiting.pop(0)
        for name in _loaded(imports, module):
            if _is_within(name, *QT):
                return [*ways[module], name]
            for loaded in _with_parents(name):
                if loaded in imports and loaded not in ways:
                    ways[loaded] = [*ways[module], loaded]
                    waiting.append(loaded)
    return []


def _with_parents(name: str) -> list[str]:
    """`a.b.c` and the packages whose __init__ runs before it: `a.b`, `a`."""
    parts = name.split(".")
    return [".".join(parts[:count]) for count in range(len(parts), 0, -1)]
