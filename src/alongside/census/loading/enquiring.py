"""Writers for section 47 enquiries."""

from __future__ import annotations

from alongside.chronology import kinds
from alongside.section47.models import EnquiryConclusion, Section47Enquiry, StrategyDiscussion

from . import words
from .context import ChildLoading
from .steps import Step

_BY = StrategyDiscussion.EnquiryBy.NOT_RECORDED
_BEGAN = StrategyDiscussion.Decision.SECTION_47
Outcome = EnquiryConclusion.Outcome


def enquiry(child: ChildLoading, step: Step) -> None:
    """The strategy discussion that began an enquiry, and the enquiry; they share one entry."""
    case, by = child.cases[step.episode], child.loading.by
    entry = child.entry(
        kinds.STRATEGY_DISCUSSION_HELD, case, step.on, decided=_BEGAN.value, outcome="section 47 enquiries",
        reasons=words.NO_REASONS, begins_enquiry=True,
    )  # fmt: skip
    discussion = StrategyDiscussion.objects.create(
        held_on=step.on, form="", convened_by=by, decided_by=by, decision=_BEGAN, enquiry_by=_BY,
        reasons=words.NO_REASONS, entry=entry, **child.about(case),
    )  # fmt: skip
    child.made[f"{step.episode} {step.uses['enquiry']}"] = Section47Enquiry.objects.create(
        started_on=step.on, opened_by=discussion, conducted=_BY, entry=entry, **child.about(case)
    )


def enquiry_ended(child: ChildLoading, step: Step) -> None:
    """The end of an enquiry: a conference, or none needed. Its day is the last it can have been."""
    case = child.cases[step.episode]
    begun: Section47Enquiry | None = child.made.get(f"{step.episode} {step.uses['enquiry']}")
    if begun is None:
        begun = Section47Enquiry.objects.get(case=case, started_on=step.uses["began"], conclusion=None)
    outcome = Outcome.CONFERENCE if step.says["conference"] else Outcome.NO_CONFERENCE_IS_ALL
    label = str(outcome.label)
    conclusion = EnquiryConclusion(
        concluded_on=step.on,
        outcome=outcome,
        reasons=words.BY_THEN,
        decided_by=child.loading.by,
        **child.about(case),
    )
    conclusion.entry = child.entry(
        kinds.SECTION_47_CONCLUDED, case, step.on, decided=outcome.value, outcome=label[0].lower() + label[1:],
        reasons=words.BY_THEN,
    )  # fmt: skip
    conclusion.save()
    begun.conclusion = conclusion
    begun.save(update_fields=("conclusion",))
