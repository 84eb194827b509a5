"""How much each level of agreement says: learnt by Splink from records, kept in a file, told in words.

A weight is how much likelier a level is between two records of one person (m) than between those of two (u),
as a power of two. They are Fellegi and Sunter's; none is made up by hand, and none is shown as a number.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log2
from pathlib import Path
from typing import Any

from django.conf import settings

from alongside.matching.comparing import LEVELS, MISSING, Levels

SHIPPED = Path(__file__).with_name("weights.toml")
#: What a weight is called in words, from this power of two on.
WORDS = (
    (8.0, "very strong support"),
    (4.0, "strong support"),
    (1.5, "some support"),
    (-1.0, "says little"),
    (-3.5, "against"),
)
STRONGLY_AGAINST, NOT_KNOWN = "strongly against", "not known"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: (m, u) by field and level, and how likely two records are one person's beforehand."""

    learnt: Mapping[str, Mapping[str, tuple[float, float]]]
    before: float
    provenance: Mapping[str, Any]

    def weight(self, field: str, level: str) -> float:
        """The power of two; nothing for what is missing."""
        if level == MISSING:
            return 0.0
        m, u = self.learnt[field][level]
        return log2(m / u)

    def words(self, field: str, level: str) -> str:
        """What the level says, in words."""
        if level == MISSING:
            return NOT_KNOWN
        weight = self.weight(field, level)
        return next((words for least, words in WORDS if weight >= least), STRONGLY_AGAINST)

    def likelihood(self, levels: Levels) -> float:
        """How likely it is that two records which compare like this are one person's. For putting in order."""
        power = log2(self.before / (1 - self.before))
        power += sum(self.weight(field, level) for field, level in levels.items())
        return 1 / (1 + 2.0 ** -max(-60.0, min(60.0, power)))


def own_file() -> Path:
    """Where the weights learnt from this installation's own records are kept."""
    return Path(settings.CONFIG.data_folder) / "matching" / "weights.toml"


def in_use() -> Weights:
    """The installation's own weights, or those that were shipped."""
    own = own_file()
    return _read(own, own.stat().st_mtime_ns) if own.is_file() else _read(SHIPPED, 0)


@cache
def _read(path: Path, changed: int) -> Weights:
    """As ``read``, remembered until the file changes."""
    return read(path)


def read(path: Path) -> Weights:
    """The weights in a file, as ``as_text`` writes them."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    learnt = {
        field: {level: (told[field][level]["m"], told[field][level]["u"]) for level in levels}
        for field, levels in LEVELS.items()
    }
    return Weights(learnt, told["before"], told["provenance"])


def as_text(
    before: float, learnt: Mapping[str, Mapping[str, tuple[float, float]]], provenance: Mapping[str, Any]
) -> str:
    """The file of some learnt (m, u) by field and level."""
    lines = [
        "# How much each level of agreement between two records says, learnt by Splink: the share of pairs at that",
        "# level among records of one person (m) and of two (u). Written by “alongside matching train”; not by hand.",
        f"before = {before:.3g}",
        "",
        "[provenance]",
        *(f"{name} = {_toml(value)}" for name, value in provenance.items()),
    ]
    for field, levels in LEVELS.items():
        lines += ["", f"[{field}]"]
        lines += [
            f"{level} = {{ m = {learnt[field][level][0]:.4g}, u = {learnt[field][level][1]:.4g} }}"
            for level in levels
        ]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    return str(value) if isinstance(value, int | float) else '"' + str(value).replace('"', "'") + '"'
