"""A context, the children of whom the reader may know, and what ties them: figures for a template, with their words.

Graphviz places; what is drawn there is ours. Nobody of whom the reader does not know is in it, and no gap shows for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from uuid import UUID

import pygraphviz

from alongside.contexts.models import Context, ContextLink
from alongside.contexts.reading import Tied
from alongside.family.placing import ONE_AT_A_TIME, PER_INCH

#: Of a figure with the words in it, in pixels.
WIDE, HIGH = 150.0, 84.0
#: How far the first tie hangs below the children, and each further one below that.
BELOW, STEP = 56.0, 26.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A child or a context. name: the row that tells of it; words: the same for who cannot see it."""

    name: str
    x: float
    y: float
    kind: str
    lines: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two figures, with its words half way."""

    path: str
    kind: str
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing of a context. empty: where there is nothing to draw but the context itself."""

    wide: float
    high: float
    figures: tuple[Figure, ...]
    strokes: tuple[Stroke, ...]
    empty: bool


def draw(context: Context, known: Sequence[ContextLink], ties: Sequence[Tied]) -> Map:
    """Draw a context with the children of whom the reader knows, what else those are linked to, and what ties them."""
    here = [link for link in known if link.context_id == context.pk]
    places: dict[UUID, Context] = {context.pk: context} | {link.context_id: link.context for link in known}
    at, wide, high = _placed(list(places), here, known)
    figures = [
        Figure(f"place-{key.hex}", *at[key.hex], "here" if key == context.pk else "place", tuple(wrap(one.name, 18)[:3]),
               f"{one.name}, {one.kind_words.lower()}")
        for key, one in places.items()
    ]  # fmt: skip
    figures += [
        Figure(f"child-{link.pk.hex}", *at[link.case.child_id.hex], "child", tuple(wrap(link.case.child.called, 18)[:3]),
               f"{link.case.child.called}: {_part_of(link)}")
        for link in here
    ]  # fmt: skip
    strokes = [_down(at, link) for link in known] + [_below(at, tie, n) for n, tie in enumerate(ties)]
    room = BELOW + STEP * (len(ties) - 1) if ties else 0.0
    return Map(wide, high + room, tuple(figures), tuple(strokes), not here)


def _placed(
    places: Sequence[UUID], here: Sequence[ContextLink], known: Sequence[ContextLink]
) -> tuple[dict[str, tuple[float, float]], float, float]:
    """The middle of each figure, by its key, from the upper left; and how wide and high all of it is."""
    graph = pygraphviz.AGraph(directed=False, strict=True, nodesep="0.5", ranksep="0.8")
    # Without a label of its own a figure would carry its key, which the library names when it does not fit.
    size = {
        "label": "",
        "fixedsize": "true",
        "shape": "box",
        "width": str(WIDE / PER_INCH),
        "height": str(HIGH / PER_INCH),
    }
    names = [key.hex for key in (*places, *(link.case.child_id for link in here))]
    for name in names:
        graph.add_node(name, **size)
    for link in known:
        graph.add_edge(link.context_id.hex, link.case.child_id.hex)
    # Two rows, so that no line runs through anybody; ties hang below the children.
    for row in ([key.hex for key in places], [link.case.child_id.hex for link in here]):
        graph.add_subgraph(row, rank="same")
    with ONE_AT_A_TIME:
        graph.layout(prog="dot")
    left, below, right, above = (float(part) for part in graph.graph_attr["bb"].split(","))
    found = {}
    for name in names:
        x, y = graph.get_node(name).attr["pos"].split(",")
        found[name] = (round(float(x) - left, 1), round(above - float(y), 1))
    return found, right - left, above - below


def _down(at: dict[str, tuple[float, float]], link: ContextLink) -> Stroke:
    (ax, ay), (bx, by) = at[link.context_id.hex], at[link.case.child_id.hex]
    kind = link.part if link.opens else "told"  # type: ignore[attr-defined]
    return Stroke(f"M{ax} {ay} L{bx} {by}", kind, 0.0, 0.0, "")


def _part_of(link: ContextLink) -> str:
    """The child's part, for whoever reads the record. Whoever was let know is told the name and the risk."""
    opens: bool = link.opens  # type: ignore[attr-defined]
    return str(link.get_part_display()).lower() if opens else "you were let know of this child"


def _below(at: dict[str, tuple[float, float]], tie: Tied, number: int) -> Stroke:
    """From under one child to under the other, each a step lower than the one before it."""
    (ax, ay), (bx, by) = at[tie.one.case.child_id.hex], at[tie.other.case.child_id.hex]
    low = max(ay, by) + HIGH / 2 + BELOW - 24 + STEP * number
    # A curve of this kind goes half as far down as the point that bends it.
    path = f"M{ax} {ay + 40} Q{(ax + bx) / 2} {2 * low - ay - 40} {bx} {by + 40}"
    return Stroke(path, "tie", round((ax + bx) / 2, 1), round(low, 1), tie.kind)
