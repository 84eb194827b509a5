"""Drawing the atlas from a check-out: which files name a rule, and which pages come to it.

The code is read and not run. A file names a rule by its id in quotation marks, or through the module that holds it. A
page comes to a rule where its view, or what the view uses in its own part of the software (functions, forms, templates),
names it, or records a kind of entry that moves its clock.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from alongside.guidance import catalogue
from alongside.guidance.atlas import Atlas, Lives, Screen
from alongside.guidance.kernel.rules import KINDS

#: Where a rule is written or listed rather than used, and what holds every rule alike.
WRITTEN_IN = ("src/alongside/guidance/", "docs/", "tests/every/test_every_rule.py")
#: Parts of the software that list what others record: there, only what is itself recorded moves a clock.
THAT_LIST = (
    "desk",
    "letters",
    "analysis",
    "conference_day",
    "retention",
    "api",
    "explorer",
    "supervision",
    "partners",
)
TEMPLATES = "src/alongside/templates/"
QUOTED = re.compile(r"""["']([a-z0-9-]+\.[a-z0-9-]+)["']""")
TITLE = re.compile(r"""\{%-?\s*set title = "([^"{}]+)"\s*-?%\}""")


@dataclass(frozen=True, slots=True)
class View:
    """One page of the software: its name among the addresses, its address, and the function that answers."""

    name: str
    address: str
    module: str
    function: str


@dataclass(frozen=True, slots=True)
class Place:
    """Something defined at the top of a module."""

    module: str
    name: str


@dataclass(slots=True)
class Said:
    """What a piece of code says, in one look: what it imports, the dotted names it uses, and its strings."""

    imports: dict[str, tuple[str, str]] = field(default_factory=dict)
    dotted: list[list[str]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)


def said_by(node: ast.AST) -> Said:
    """Look at a piece of code once."""
    said = Said()
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute):
            if dotted := _dotted(one):
                said.dotted.append(dotted)
        elif isinstance(one, ast.Name):
            said.dotted.append([one.id])
        elif isinstance(one, ast.Constant):
            if isinstance(one.value, str):
                said.strings.append(one.value)
        elif isinstance(one, ast.ImportFrom):
            if one.module and not one.level:
                said.imports.update({each.asname or each.name: (one.module, each.name) for each in one.names})
        elif isinstance(one, ast.Import):
            said.imports.update(
                {each.asname or each.name.partition(".")[0]: (each.name, "") for each in one.names}
            )
    return said


@dataclass(slots=True)
class Source:
    """One file of Python: what the whole of it says, and what it defines."""

    module: str
    path: str
    tree: ast.Module
    said: Said = field(init=False)
    defines: dict[str, ast.AST] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.said = said_by(self.tree)
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                self.defines[node.name] = node
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                for target in node.targets if isinstance(node, ast.Assign) else (node.target,):
                    if isinstance(target, ast.Name):
                        self.defines[target.id] = node

    @property
    def imports(self) -> dict[str, tuple[str, str]]:
        """Each imported name with its module, and its name there ("" for a module)."""
        return self.said.imports


def _constants() -> dict[Place, str]:
    """Each rule's id by the module and the name that hold it."""
    return {
        Place(module.__name__, name): value.id
        for module in catalogue.modules()
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, KINDS)
    }


CODE, TESTS = ("src", "src/alongside"), ("", "tests")


class Checkout:
    """The code and the tests under one folder, read once. ``folders``: those to read, each after what its names leave out."""

    def __init__(self, root: Path, folders: tuple[tuple[str, str], ...] = (CODE, TESTS)) -> None:
        self.root = root
        self.folders = folders
        self.constants = _constants()

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every module of the code and the tests, by its dotted name."""
        found = {}
        for top, folder in self.folders:
            for file in sorted((self.root / folder).rglob("*.py")):
                path = file.relative_to(self.root).as_posix()
                module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
                module = module.removeprefix(f"{top}.") if top else module
                words = file.read_text(encoding="utf-8")
                if folder != "tests" or _may_name(words):
                    found[module] = Source(module, path, ast.parse(words))
        return found

    @cached_property
    def templates(self) -> dict[str, str]:
        """Every template's words, by its name."""
        folder = self.root / TEMPLATES
        return {
            file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(folder.rglob("*.html"))
        }

    def uses(self, source: Source, said: Said) -> Iterator[Place]:
        """What a piece of code refers to: names of its own module, and names it imports."""
        for dotted in said.dotted:
            if len(dotted) > 1:
                if place := self._resolved(source, dotted):
                    yield place
            elif dotted[0] in source.defines:
                yield Place(source.module, dotted[0])
            elif dotted[0] in source.imports:
                yield Place(*source.imports[dotted[0]])

    def _resolved(self, source: Source, dotted: list[str]) -> Place | None:
        if dotted[0] not in source.imports:
            return None
        module, name = source.imports[dotted[0]]
        path = ".".join((module, name) if name else (module,))
        for part in dotted[1:]:
            if f"{path}.{part}" not in self.sources:
                return Place(path, part) if path in self.sources else None
            path = f"{path}.{part}"
        return None

    def recorded(self, source: Source, said: Said) -> Iterator[Place]:
        """The constants a piece of code calls ``record`` of: kinds of entry that it writes."""
        for dotted in said.dotted:
            if dotted[-1] == "record" and len(dotted) > 1:
                if len(dotted) == 2 and dotted[0] in source.imports:
                    yield Place(*source.imports[dotted[0]])
                elif place := self._resolved(source, dotted[:-1]):
                    yield place

    def rules_named(self, source: Source, said: Said) -> set[str]:
        """The rules a piece of code names, by id or through their modules."""
        by_id = catalogue.RULES.keys() & said.strings
        return by_id | {self.constants[place] for place in self.uses(source, said) if place in self.constants}

    def mentions(self) -> dict[str, list[str]]:
        """For every rule's id, the files that name it, in order."""
        found: dict[str, list[str]] = {id: [] for id in catalogue.RULES}
        for source in self.sources.values():
            if not source.path.startswith(WRITTEN_IN):
                for id in self.rules_named(source, source.said):
                    found[id].append(source.path)
        for name, words in self.templates.items():
            for id in set(QUOTED.findall(words)) & found.keys():
                found[id].append(TEMPLATES + name)
        return {id: sorted(files) for id, files in found.items()}


def _may_name(words: str) -> bool:
    """Whether a test can name a rule: it holds the id of one, or imports from the guidance."""
    return "alongside.guidance" in words or not catalogue.RULES.keys().isdisjoint(QUOTED.findall(words))


def _dotted(node: ast.Attribute) -> list[str]:
    parts: list[str] = []
    one: ast.expr = node
    while isinstance(one, ast.Attribute):
        parts.insert(0, one.attr)
        one = one.value
    return [one.id, *parts] if isinstance(one, ast.Name) else []


@dataclass(frozen=True, slots=True)
class Read:
    """One definition as it was read: the rules it names or whose clocks it moves, what it uses, its templates."""

    rules: frozenset[str]
    uses: tuple[Place, ...]
    templates: tuple[str, ...]


class Reach:
    """What a page comes to, followed through its own part of the software."""

    def __init__(self, checkout: Checkout, moves: Mapping[Place, tuple[str, ...]]) -> None:
        self.checkout = checkout
        self.moves = moves
        self._read: dict[Place, Read | None] = {}

    def read(self, place: Place) -> Read | None:
        """A definition, read once; None for what is not ours."""
        if place not in self._read:
            source = self.checkout.sources.get(place.module)
            node = source.defines.get(place.name) if source else None
            self._read[place] = self._reading(source, node) if source and node else None
        return self._read[place]

    def _reading(self, source: Source, node: ast.AST) -> Read:
        said = said_by(node)
        named = self.checkout.rules_named(source, said)
        uses = tuple(self.checkout.uses(source, said))
        lists = source.module.split(".")[1] in THAT_LIST
        for kind in self.checkout.recorded(source, said) if lists else uses:
            named.update(self.moves.get(kind, ()))
        names = tuple(one for one in said.strings if one.endswith(".html"))
        for name in names:
            named |= set(QUOTED.findall(self.checkout.templates.get(name, ""))) & catalogue.RULES.keys()
        return Read(frozenset(named), uses, names)

    def of(self, view: View) -> tuple[set[str], str]:
        """The ids of the rules a page comes to, and its title."""
        part = ".".join(view.module.split(".")[:2])
        waiting, seen = [Place(view.module, view.function)], set()
        rules: set[str] = set()
        title = ""
        while waiting:
            place = waiting.pop()
            if place in seen or (read := self.read(place)) is None:
                continue
            seen.add(place)
            rules |= read.rules
            waiting += [
                used for used in read.uses if used.module == part or used.module.startswith(f"{part}.")
            ]
            for name in read.templates:
                title = title or "".join(TITLE.findall(self.checkout.templates.get(name, ""))[:1])
        return rules, title or self._described(view)

    def _described(self, view: View) -> str:
        source = self.checkout.sources.get(view.module)
        node = source.defines.get(view.function) if source else None
        words = (ast.get_docstring(node) or "") if isinstance(node, ast.FunctionDef) else ""
        return words.partition("\n")[0].partition(". ")[0].partition(":")[0].rstrip(".") or view.name


def draw(root: Path, views: Iterable[View], moves: Mapping[Place, tuple[str, ...]]) -> Atlas:
    """Where every rule lives. ``moves``: for each constant that is a kind of entry, the rules whose clocks it moves."""
    checkout = Checkout(root)
    reach = Reach(checkout, moves)
    screens: dict[str, list[Screen]] = {}
    for view in views:
        rules, title = reach.of(view)
        for id in rules:
            screens.setdefault(id, []).append(Screen(view.name, title, view.address))
    return {
        id: Lives(
            screens=tuple(_once(sorted(screens.get(id, ()), key=lambda one: one.name))),
            code=tuple(file for file in files if not file.startswith("tests/")),
            tests=tuple(file for file in files if file.startswith("tests/")),
        )
        for id, files in checkout.mentions().items()
    }


def _once(screens: list[Screen]) -> Iterator[Screen]:
    """Each page once, where it has two names."""
    seen = set()
    for one in screens:
        if (one.title, one.address) not in seen:
            seen.add((one.title, one.address))
            yield one
