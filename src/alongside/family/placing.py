"""Where each person of a family stands in a drawing: rows by generation, with few lines that cross.

Graphviz places; what is drawn there is ours (``alongside.family.drawing``).
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from uuid import UUID

import pygraphviz

from alongside.family.tree import Tree

#: Of a person, with the words below the symbol, in pixels; and what Graphviz measures in.
WIDE, HIGH, PER_INCH = 132.0, 132.0, 72.0
#: Graphviz is one C library for the whole process.
ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Placed:
    """Middles of people and of unions, in pixels from the upper left, and how wide and high all of it is."""

    people: dict[UUID, tuple[float, float]]
    unions: dict[str, tuple[float, float]]
    wide: float
    high: float


def place(tree: Tree) -> Placed:
    """Place a family. Two people of one union stand beside each other where that is possible."""
    graph = pygraphviz.AGraph(directed=True, nodesep="0.25", ranksep="0.42", ordering="out")
    # Without a label of its own a figure would carry its key, which the library names when it does not fit.
    size = {
        "label": "",
        "fixedsize": "true",
        "shape": "box",
        "width": str(WIDE / PER_INCH),
        "height": str(HIGH / PER_INCH),
    }
    for key in tree.people:
        graph.add_node(key.hex, **size)
    for union in tree.unions:
        graph.add_node(union.name, label="", shape="point", width="0.05", height="0.05", fixedsize="true")
        for parent in union.parents:
            graph.add_edge(parent.hex, union.name, weight="6")
        for kid in union.children:
            graph.add_edge(union.name, kid.hex, weight="2")
    for number in range(tree.rows):
        here = [one.person.pk.hex for one in tree.row(number)]
        graph.add_subgraph(here, rank="same")
        if number and here:  # A row stands below the one before it, also where no line leads there.
            graph.add_edge(
                tree.row(number - 1)[0].person.pk.hex, here[0], style="invis", minlen="2", weight="0"
            )
    for tie in tree.ties:
        if tree.people[tie.one].row != tree.people[tie.two].row:
            upper, lower = sorted((tie.one, tie.two), key=lambda key: tree.people[key].row)
            graph.add_edge(upper.hex, lower.hex, minlen="2", weight="1")
    with ONE_AT_A_TIME:
        graph.layout(prog="dot")
    left, below, right, above = (float(part) for part in graph.graph_attr["bb"].split(","))

    def middle(name: str) -> tuple[float, float]:
        x, y = graph.get_node(name).attr["pos"].split(",")
        return round(float(x) - left, 1), round(above - float(y), 1)

    return Placed(
        {key: middle(key.hex) for key in tree.people},
        {union.name: middle(union.name) for union in tree.unions},
        right - left,
        above - below,
    )
