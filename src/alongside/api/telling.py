"""Records as the interface tells them, made from what the pages are made from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from alongside.agencies.models import Practitioner
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.desk.around import around
from alongside.desk.how_things_stand import sentences
from alongside.desk.told import title_of, words_of
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.partners.part import read_part
from alongside.people.models import Person


def child_of(child: Person, me: Practitioner, reads: str, now: datetime) -> dict[str, Any]:
    """A child: who they are, and how things stand as far as ``reads`` (record or part) goes."""
    told = {name: getattr(child, name) for name in IDENTITY}
    because: list[str] = child.opened_because  # type: ignore[attr-defined]
    stands = _whole(child, me, now) if reads == "record" else {}
    return {
        **told,
        "area": child.area.code,
        "reads": reads,
        "because": because,
        **_part(child, me, now),
        **stands,
    }


IDENTITY = ("reference", "called", "born_on", "birth_estimated", "expected_on", "died_on", "sex")


def _part(child: Person, me: Practitioner, now: datetime) -> dict[str, Any]:
    part = read_part(child, me, day_of(now))
    return {
        "stands": part.stands,
        "lead": part.lead,
        "dates": [{"what": what, "on": on} for what, on in part.dates],
        "meetings": [
            {"what": one.what, "at": one.at, "place": one.place, "answer": one.answer, "report": one.report}
            for one in part.meetings
        ],
        "actions": [
            {"what": one.what, "who": one.who, "by": one.by, "done_on": one.done_on} for one in part.promises
        ],
    }


def _whole(child: Person, me: Practitioner, now: datetime) -> dict[str, Any]:
    known = around(child, me)
    running = [one for one in known.running if one.rule.clock == "guidance"]
    return {
        "stands": [one.words for one in sentences(known.states, known.running, day_of(now))],
        "dates": [{"what": one.rule.title, "on": one.on} for one in running],
    }


def entry_of(entry: Entry) -> dict[str, Any]:
    """One thing that happened, in the sentence of its kind."""
    return {
        "id": entry.pk,
        "kind": entry.kind,
        "title": title_of(entry),
        "words": words_of(entry),
        "happened_on": entry.happened_on,
        "happened_at": entry.happened_at,
        "recorded_at": entry.recorded_at,
        "recorded_by": entry.recorded_by.name,
        "source": entry.source,
        "corrects": entry.corrects_id,
        "correction_reason": entry.correction_reason,
    }


def deadline_of(one: Deadline, now: datetime) -> dict[str, Any]:
    """One limit, and why its date is what it is."""
    told = {name: getattr(one, name) for name in LIMIT}
    return {
        **told,
        "rule": one.rule_id,
        "title": catalogue.rule(one.rule_id).title,
        "state": _state(one, now),
    }


LIMIT = (
    "id", "clock", "force", "starts_on", "due_on", "due_at", "met_on", "ended_on", "because", "citation", "edition",
    "checked",
)  # fmt: skip


def _state(one: Deadline, now: datetime) -> str:
    if one.ended_on:
        return "ended"
    if one.met_on:
        return "met-late" if one.was_late else "met"
    return "overdue" if one.is_overdue(now, day_of(now)) else "running"
