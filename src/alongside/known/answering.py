"""Saying of each fact that is offered whether it is still so. Nothing is taken over without that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.keeping import check, keep
from alongside.known.facts import KnownFact
from alongside.known.models import StillTrue
from alongside.moments import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody says of one fact. now_so: what is so instead, where it has changed."""

    fact: KnownFact
    answer: str
    now_so: str = ""


def answer_facts(
    *, case: Case, asked_for: UUID, answers: Iterable[Answer], by: Practitioner, now: datetime
) -> dict[str, list[str]]:
    """Keep the answers, and give what each adds to the new record, by topic, with its source and day.

    Call it inside the act that writes the record. Raises ValidationError where a change does not say what is so.
    """
    added: dict[str, list[str]] = {}
    for one in answers:
        kept = StillTrue(
            case=case, asked_for=asked_for, fact=one.fact.key, topic=one.fact.topic, source=one.fact.source,
            recorded_on=one.fact.on, words=one.fact.words, answer=one.answer, now_so=one.now_so, answered_at=now,
            answered_by=by,
        )  # fmt: skip
        check(kept)
        keep(kept)
        if words := in_words(kept, now):
            added.setdefault(one.fact.topic, []).append(words)
    return added


def in_words(kept: StillTrue, now: datetime) -> str:
    """What an answered fact reads like in the new record; empty for what was not asked."""
    recorded = f", {kept.recorded_on:%-d %B %Y}" if kept.recorded_on else ""
    if kept.answer == StillTrue.Answer.YES:
        return f"{kept.words}\n({kept.source}{recorded}; still so on {day_of(now):%-d %B %Y}.)"
    if kept.answer == StillTrue.Answer.CHANGED:
        return f"{kept.now_so}\n(On {day_of(now):%-d %B %Y}. Before, {kept.source}{recorded}: “{kept.words}”)"
    return ""
