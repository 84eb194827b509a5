"""What a reader chose to compare: two editions, for whom, a chapter, a subject. It lives in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from django.utils.http import urlencode

from alongside.guidance.actors import AUDIENCES
from alongside.guidance.compare import Comparison, compare
from alongside.guidance.editions import BY_ID, EDITIONS, Edition
from alongside.guidance.kernel.words import listed
from alongside.guidance.subjects import SUBJECTS

NAMES = ("from", "to", "for", "chapter", "about")
EVERYONE = "everyone"
#: What people ask for most, offered as links. What lies between two editions is always gone through.
OFFERED = (("WT2018", "WT2026"), ("WT2023", "WT2026"), ("WT2018", "WT2023"), ("WT2015", "WT2018"))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the address that cannot be used: which part, what is wrong, why, and what to do."""

    name: str
    what: str
    why: str
    do: str

    def __str__(self) -> str:
        return f"{self.what} {self.why} {self.do}"


class Unclear(ValueError):
    """What was asked for cannot be compared. ``problems`` say why, one for each part of the address."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(" ".join(str(one) for one in problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Two editions and the readers. audience, subject: "" for all; chapter: as the later edition numbers it."""

    before: str
    after: str
    audience: str = ""
    chapter: int | None = None
    subject: str = ""

    @property
    def comparison(self) -> Comparison:
        return compare(
            self.before, self.after, audience=self.audience, chapter=self.chapter, subject=self.subject
        )

    @property
    def readers(self) -> str:
        """For whom, as it is written."""
        return AUDIENCES[self.audience].title if self.audience else "Everyone"

    @property
    def narrowed(self) -> tuple[str, ...]:
        """What else it was narrowed to, in words."""
        edition = BY_ID[self.after]
        chapter = (
            () if self.chapter is None else (f"chapter {self.chapter}, {edition.chapters[self.chapter]}",)
        )
        return (*chapter, *((SUBJECTS[self.subject].title,) if self.subject else ()))

    @property
    def span(self) -> str:
        """“2018 to 2023 to 2026”: the editions gone through; an amendment only where it begins or ends them."""
        return span(self.before, self.after)

    @property
    def query(self) -> str:
        """The choice as the end of an address."""
        chapter = "" if self.chapter is None else str(self.chapter)
        said = zip(NAMES, (self.before, self.after, self.audience, chapter, self.subject), strict=True)
        return urlencode({name: value for name, value in said if value})

    def whole(self) -> Choice:
        """The same editions and readers, without a chapter or a subject."""
        return replace(self, chapter=None, subject="")


def passed(before: str, after: str) -> tuple[Edition, ...]:
    """The editions from one to another, in order, both included."""
    order = [one.id for one in EDITIONS]
    return EDITIONS[order.index(before) : order.index(after) + 1]


def span(before: str, after: str) -> str:
    """The editions gone through, by year."""
    ends = (before, after)
    return " to ".join(year(one) for one in passed(before, after) if one.id in ends or not amends(one))


def year(edition: Edition) -> str:
    return edition.title.removeprefix("Working Together ")


def short_year(edition: Edition) -> str:
    """The year, and that it is as amended, without when."""
    return f"{year(edition)[:4]} as amended" if amends(edition) else year(edition)


def amends(edition: Edition) -> bool:
    """Whether it is an earlier edition as amended, rather than one of its own."""
    return edition.id != edition.issues[0].edition


def read(data: Mapping[str, str]) -> Choice | None:
    """The choice an address holds; None where no edition is named yet. Raises Unclear."""
    said = {name: data.get(name, "").strip() for name in NAMES}
    if not said["from"] and not said["to"]:
        if problems := tuple(_audience(said["for"])[1]):
            raise Unclear(problems)
        return None
    before, wrong_before = _edition("from", said["from"])
    after, wrong_after = _edition("to", said["to"])
    audience, wrong_audience = _audience(said["for"])
    subject, wrong_subject = _subject(said["about"])
    problems = (*wrong_before, *wrong_after, *wrong_audience, *wrong_subject)
    if not (wrong_before or wrong_after):
        problems = (*problems, *_order(before, after))
    chapter, wrong_chapter = _chapter(said["chapter"], after)
    if problems := (*problems, *wrong_chapter):
        raise Unclear(problems)
    return Choice(before=before, after=after, audience=audience, chapter=chapter, subject=subject)


def audience_in(data: Mapping[str, str]) -> str:
    """The readers an address names, where it names any that are there."""
    return _audience(data.get("for", "").strip())[0]


def _edition(name: str, said: str) -> tuple[str, tuple[Problem, ...]]:
    for id in (said.upper(), f"WT{said}".upper()):
        if id in BY_ID:
            return id, ()
    which = "earlier" if name == "from" else "later"
    there = listed([f"{one.id} ({year(one)})" for one in EDITIONS], "or")
    if not said:
        return "", (
            Problem(
                name, f"The {which} edition is missing.", "Two editions are compared.", f"Choose {there}."
            ),
        )
    return "", (Problem(name, f"There is no edition {_short(said)}.", f"It was given as the {which} one.", f"Choose {there}."),)  # fmt: skip


def _order(before: str, after: str) -> tuple[Problem, ...]:
    order = [one.id for one in EDITIONS]
    if order.index(before) < order.index(after):
        return ()
    return (Problem("to", f"{BY_ID[after].title} does not come after {BY_ID[before].title}.",
                    "Changes are told from an earlier edition to a later one.", "Choose a later edition, or swap the two."),)  # fmt: skip


def _audience(said: str) -> tuple[str, tuple[Problem, ...]]:
    key = said.casefold()
    if not key or key == EVERYONE or key in AUDIENCES:
        return ("" if key == EVERYONE else key), ()
    near = get_close_matches(key, AUDIENCES, n=1, cutoff=0.6)
    meant = f"Did you mean {near[0]}?" if near else f"Choose {listed((*AUDIENCES, EVERYONE), 'or')}."
    return "", (Problem("for", f"There are no readers called {_short(said)}.", "Briefings are made for certain readers.", meant),)  # fmt: skip


def _subject(said: str) -> tuple[str, tuple[Problem, ...]]:
    if not said or said in SUBJECTS:
        return said, ()
    near = get_close_matches(said, SUBJECTS, n=3, cutoff=0.5)
    do = f"Did you mean {listed(near, 'or')}?" if near else "Choose one from the list."
    return "", (
        Problem("about", f"There is no subject called {_short(said)}.", "Subjects are a fixed list.", do),
    )


def _chapter(said: str, after: str) -> tuple[int | None, tuple[Problem, ...]]:
    if not said or not after:
        return None, ()
    chapters = BY_ID[after].chapters
    if (number := {str(one): one for one in chapters}.get(said)) is not None:
        return number, ()
    there = listed([str(one) for one in chapters], "or")
    return None, (Problem("chapter", f"{BY_ID[after].title} has no chapter {_short(said)}.",
                          "Chapters have the numbers of the later edition; 0 is the introduction.", f"Choose {there}."),)  # fmt: skip


def _short(said: str) -> str:
    return f"“{said}”" if len(said) <= 40 else f"“{said[:40]}…”"
