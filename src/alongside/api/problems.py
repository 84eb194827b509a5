"""How the interface says no: one shape for every problem, with what, where, why and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ninja import Schema
from pydantic import Field

from alongside.front_door.schema import problem_of
from alongside.refusals import Refusal


class Problem(Schema):
    """One problem. where: the field, header or part of the address it lies in."""

    what: str = Field(description="What is wrong.")
    where: str = Field(description="Where: a field such as “children.0.born_on”, a header, or “request”.")
    why: str = Field(description="Why it cannot be.")
    do: str = Field(description="What to do now.")


class Problems(Schema):
    """Every problem found. Nothing was recorded. Quote the header X-Request-ID when you ask us about it."""

    status: int
    problems: list[Problem]


class Answer(Exception):
    """End the request with problems. headers: such as Retry-After. keep: what is done once all else is undone."""

    def __init__(
        self, status: int, problems: Iterable[Problem], headers: Mapping[str, str] | None = None
    ) -> None:
        self.status, self.problems, self.headers = status, list(problems), dict(headers or {})
        self.keep: Callable[[], object] | None = None
        super().__init__(f"{status}")


def problem(status: int, what: str, where: str, why: str, do: str, **headers: str) -> Answer:
    """One problem, to be raised. Header names are written with underscores."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, [Problem(what=what, where=where, why=why, do=do)], told)


def not_found() -> Answer:
    """Not there, and not permitted: one answer, so that nobody learns which."""
    return problem(
        404, "There is nothing here that you can open.", "address",
        "It does not exist, or your agency may not open it. The answer is the same for both.",
        "Check the reference. If your agency works with this child, ask the council to record that it does.",
    )  # fmt: skip


def from_refusal(refusal: Refusal, status: int = 422) -> Answer:
    """A refusal of the domain, with each of its problems where it has several."""
    several = getattr(refusal, "problems", None)
    if several:
        found = [
            Problem(what=one.what, where=one.field or "request", why=one.why, do=one.do) for one in several
        ]
        return Answer(status, found)
    cited = f" ({refusal.citation})" if refusal.citation else ""
    return problem(status, refusal.what, refusal.field or "request", f"{refusal.why}{cited}", refusal.do)


def from_validation(errors: Iterable[Mapping[str, Any]]) -> Answer:
    """What the shape of a request is, said for each field that has another."""
    found = []
    for error in errors:
        names = [
            str(part) for part in error.get("loc", ()) if part not in {"body", "query", "path", "header"}
        ]
        said = problem_of(error, names[1:] if names[:1] in (["sent"], ["told"]) and len(names) > 1 else names)
        found.append(Problem(what=said.what, where=said.field or "request", why=said.why, do=said.do))
    return Answer(422, found)


#: What an operation that only reads may answer besides what was asked for, and one that writes.
READING = dict.fromkeys((400, 401, 403, 404, 422, 429, 500), Problems)
WRITING = READING | dict.fromkeys((409, 413, 415), Problems)
CONDITIONAL = WRITING | dict.fromkeys((412, 428), Problems)
