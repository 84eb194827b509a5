"""What cannot be true of the order in which things happened in a strand."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import F

from alongside.refusals import Refusal
from alongside.strands.kinds import StepKind
from alongside.strands.models import Strand
from alongside.ui.words import date_words, moment


def refuse_out_of_turn(strand: Strand, step: StepKind, on: date, at: datetime | None) -> None:
    """Raise Refusal where a step comes before its strand began or after it ended, or before what it follows from.

    A step that does not repeat happens once. An end comes after everything that was recorded.
    """
    if on < strand.opened_on:
        raise _refused(
            "This is before it began.", f"You entered {date_words(on)}, and it began on {date_words(strand.opened_on)}."
        )  # fmt: skip
    if strand.ended_on and on > strand.ended_on:
        raise _refused(
            "This is after it ended.", f"You entered {date_words(on)}, and it ended on {date_words(strand.ended_on)}."
        )  # fmt: skip
    before = list(strand.steps.order_by("happened_on", F("happened_at").asc(nulls_last=True), "recorded_at"))
    if not step.repeats and any(one.step == step.id for one in before):
        raise Refusal(
            f"“{step.title}” is recorded already.", "It happens once.",
            "If what is recorded is wrong, correct it on the timeline.",
        )  # fmt: skip
    _refuse_without(strand, step, {one.step for one in before})
    last = before[-1] if before else None
    follows = [one for one in before if one.step in step.after or one.step == strand.declared.opens.id]
    if step is strand.declared.ends and last and on < last.happened_on:
        raise _refused(
            "Something happened after this day.",
            f"“{last.declared.title}” is recorded on {date_words(last.happened_on)}.",
        )
    for one in follows:
        if on < one.happened_on or (at and one.happened_at and at < one.happened_at):
            when = moment(one.happened_at) if at and one.happened_at else date_words(one.happened_on)
            raise _refused(
                f"This is before “{one.declared.title[:1].lower()}{one.declared.title[1:]}”.",
                f"That was on {when}, and this follows from it.",
            )


def _refuse_without(strand: Strand, step: StepKind, happened: set[str]) -> None:
    missing = [one for one in step.after if one not in happened]
    if missing:
        title = strand.declared.by_id[missing[0]].title
        raise Refusal(
            f"“{title}” is not recorded yet.", f"“{step.title}” cannot have happened without it.",
            f"Record “{title}” first.",
        )  # fmt: skip


def _refused(what: str, why: str) -> Refusal:
    return Refusal(what, why, "Check the day, here or on the timeline.", field="happened")
