"""A family and the agencies around it as figures: what a template draws, and what the table beside it says.

The symbols are those that practitioners know: a square for a man or boy, a circle for a woman or girl, a diamond where that
is not recorded, a triangle for a child not born yet, a cross through whoever has died, two lines round the child it
is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from textwrap import wrap
from uuid import UUID

from alongside.facts import Fact
from alongside.family.placing import HIGH, Placed, place
from alongside.family.tree import Drawn, Tree, Union
from alongside.ui.words import age, date_words, listed

#: Half a symbol; how far its middle stands below the top of what belongs to a person; between two lines of words.
HALF, DOWN, LINE = 22.0, 28.0, 16.0
SHAPES = {
    "man": "man or boy", "woman": "woman or girl", "unknown": "sex not recorded", "unborn": "not born yet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One person in the drawing, and the same in words. name: where the table tells of them."""

    name: str
    x: float
    y: float
    shape: str
    lines: tuple[str, ...]
    died: bool
    is_child: bool
    home: str
    responsible: bool
    words: str
    row: tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line. path: as SVG has it. kind: how it is drawn."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a line."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Genogram:
    """The drawing of a family. above: room over its first row. said: its couples in words. homes: what each letter means."""

    wide: float
    high: float
    above: float
    figures: tuple[Figure, ...]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
    said: tuple[str, ...]
    homes: tuple[tuple[str, str], ...]


def draw(tree: Tree, today: date) -> Genogram:
    """Draw a family as it is recorded today."""
    placed = place(tree)
    tops = {key: (x, y - HIGH / 2 + DOWN) for key, (x, y) in placed.people.items()}
    strokes: list[Stroke] = []
    labels: list[Label] = []
    for tie in tree.ties:
        (ax, ay), (bx, by) = tops[tie.one], tops[tie.two]
        if ay == by:  # Side by side: over their heads, so that it runs through nobody between them.
            strokes.append(
                Stroke(f"M{ax} {ay - HALF} Q{(ax + bx) / 2} {ay - HALF - 44} {bx} {by - HALF}", "tie")
            )
            labels.append(Label(ax if tie.two == tree.child.pk else bx, ay - HALF - 28, tie.words))
        else:
            strokes.append(Stroke(f"M{ax} {ay} L{bx} {by}", "tie"))
            labels.append(Label(ax + (bx - ax) * 0.4, ay + (by - ay) * 0.4, tie.words))
    for number, union in enumerate(sorted(tree.unions, key=lambda one: placed.unions[one.name])):
        strokes += _of_union(tree, union, placed, tops, (number % 3 - 1) * 9.0)
    figures = tuple(_figure(one, tree, tops[key], today) for key, one in tree.people.items())
    return Genogram(
        placed.wide, placed.high + 8, 40.0 if tree.ties else 0.0, figures, tuple(strokes), tuple(labels),
        tuple(_said(tree, union) for union in tree.unions), _homes(tree),
    )  # fmt: skip


def _of_union(
    tree: Tree, union: Union, placed: Placed, tops: dict[UUID, tuple[float, float]], aside: float
) -> Iterable[Stroke]:
    """From each of the two down to one line, and from there to each child; twins from one point."""
    ux, uy = placed.unions[union.name]
    uy += aside
    kind = union.state or ("unrecorded" if len(union.parents) > 1 else "parent")
    for parent in union.parents:
        px, py = tops[parent]
        yield Stroke(f"M{px} {py + HALF} V{uy} H{ux}", kind)
    if union.state == "separated":
        yield Stroke(f"M{ux - 8} {uy + 7} l6 -14 M{ux - 1} {uy + 7} l6 -14", "together")
    if not union.children:
        return
    bar = min(tops[kid][1] for kid in union.children) - HALF - 20 + aside
    twins = tree.twins(union)
    single = [kid for kid in union.children if not any(kid in born for born in twins)]
    for kid in single:
        kx, ky = tops[kid]
        yield Stroke(f"M{ux} {uy} V{bar} H{kx} V{ky - HALF}", "child")
    for born in twins:
        middle = sum(tops[kid][0] for kid in born) / len(born)
        yield Stroke(f"M{ux} {uy} V{bar} H{middle}", "child")
        for kid in born:
            kx, ky = tops[kid]
            yield Stroke(f"M{middle} {bar} L{kx} {ky - HALF}", "child")


def _figure(one: Drawn, tree: Tree, at: tuple[float, float], today: date) -> Figure:
    person, is_child = one.person, one.person.pk == tree.child.pk
    lived = _lived(one, today)
    name = wrap(person.called, 17)[:3] or ["?"]
    role = "the child this record is of" if is_child else listed(dict.fromkeys(one.roles)) or "family"
    home = _home(one, tree)
    responsible = (
        "Yes" if one.responsibility else ("Does not apply" if is_child else "Not recorded as having it")
    )
    lines = (*name, lived)
    # What a link is called begins with the words that are seen in it.
    words = ", ".join(
        part for part in (
            " ".join(lines), "" if " ".join(name) == person.called else person.called, role, home,
            "has parental responsibility" if one.responsibility else "",
        ) if part
    )  # fmt: skip
    return Figure(
        name=f"person-{person.pk.hex}", x=at[0], y=at[1], shape=one.shape, lines=lines, died=bool(person.died_on),
        is_child=is_child, home="" if one.home is None else _letter(one.home), responsible=one.responsibility, words=words,
        row=(person.called, role[:1].upper() + role[1:], f"{lived}; {SHAPES[one.shape]}", responsible, home or "Not recorded"),
    )  # fmt: skip


def _lived(one: Drawn, today: date) -> str:
    person = one.person
    if person.is_unborn:
        return f"expected {date_words(person.expected_on)}"
    if person.died_on:
        return f"died {date_words(person.died_on)}"
    if person.born_on is None:
        return "age not known"
    return (
        age(person.born_on, today).split(" years")[0].strip()
        if age(person.born_on, today)
        else "age not known"
    )


def _home(one: Drawn, tree: Tree) -> str:
    if one.home is None:
        return ""
    if one.home == 0:
        return "" if one.person.pk == tree.child.pk else f"lives with {tree.child.called}"
    return f"lives in household {_letter(one.home)}"


def _letter(home: int) -> str:
    return chr(ord("A") + home) if home < 26 else str(home)


def _homes(tree: Tree) -> tuple[tuple[str, str], ...]:
    found: dict[int, list[str]] = {}
    for one in tree.people.values():
        if one.home is not None:
            found.setdefault(one.home, []).append(one.person.called)
    return tuple((_letter(home), listed(names)) for home, names in sorted(found.items()))


def _said(tree: Tree, union: Union) -> str:
    """A couple and its children in a sentence."""
    parents = listed([tree.people[key].person.called for key in union.parents])
    children = listed([tree.people[key].person.called for key in union.children])
    how = {"together": " are together", "separated": " have separated"}.get(union.state, "")
    if len(union.parents) == 1:
        return f"{parents} is recorded as the only parent of {children}."
    twins = "".join(
        f" {listed([tree.people[key].person.called for key in born])} were born together."
        for born in tree.twins(union)
    )
    if not children:
        return f"{parents}{how}."
    parted = f"{parents}{how}, and are" if how else f"{parents} are"
    return f"{parted} the parents of {children}.{twins}" + (
        "" if how else " Whether they are a couple is not recorded."
    )


@dataclass(frozen=True, slots=True)
class Around:
    """One agency or person of the network, round the child. words: since when, through whom, why."""

    x: float
    y: float
    lines: tuple[str, ...]
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EcoMap:
    """The child in the middle, and who works with the child around it."""

    size: float
    middle: tuple[str, ...]
    around: tuple[Around, ...]


def eco_map(called: str, agencies: Iterable[Fact]) -> EcoMap:
    """The agencies that work with a child now, in a circle. name: the agency; role: through whom; detail: why; from_on."""
    found = sorted(agencies, key=lambda one: one.name)
    size = max(460.0, 150.0 + 60.0 * len(found))
    reach = size / 2 - 84
    placed = []
    for number, one in enumerate(found):
        turn = 2 * pi * number / len(found) - pi / 2
        placed.append(Around(
            round(size / 2 + reach * cos(turn), 1), round(size / 2 + reach * sin(turn), 1), tuple(wrap(one.name, 16)[:3]),
            one.name, (one.role or "Not recorded", one.detail, date_words(one.from_on, "Not recorded")),
        ))  # fmt: skip
    return EcoMap(size, tuple(wrap(called, 14)[:3]), tuple(placed))
