"""What a referral carries of early help: offered in its boxes with source and day, for the referrer to read and change."""

from __future__ import annotations

from alongside.early_help.models import EarlyHelpAssessment
from alongside.early_help.reading import Episode
from alongside.ui.words import date_words

HEADINGS = (
    ("agreement", "Agreement"), ("practitioners", "Who contributes"), ("wishes", "Wishes and feelings"),
    ("contexts", "Age, family and what is around it"), ("each_member", "What each member of the family needs"),
    ("underlying", "What shows, and what lies beneath"), ("facts", "Facts and strengths"),
    ("action", "What is done"), ("later_use", "For a later assessment"), ("special_regard", "Special regard"),
)  # fmt: skip


def in_words(assessment: EarlyHelpAssessment | None) -> str:
    """The assessment as text, with who wrote it and when; empty where there is none."""
    if assessment is None:
        return ""
    done = "finished" if assessment.complete else "not finished"
    parts = [
        f"Early help assessment of {date_words(assessment.written_on)}, by {assessment.recorded_by}, {done}."
    ]
    parts += [f"{title}: {words}" for name, title in HEADINGS if (words := getattr(assessment, name))]
    return "\n\n".join(parts)


def carried(episode: Episode, assessment: EarlyHelpAssessment | None) -> dict[str, str]:
    """What stands in the boxes of a referral at first. Choices are left to the referrer."""
    team = [one for one in (episode.lead, *episode.members) if one]
    people = "\n".join(", ".join(part for part in (one.name, one.role, one.detail) if part) for one in team)
    found = {"early_help_assessment": in_words(assessment)}
    if people:
        found["known_services"] = f"The team around the family:\n{people}"
    if assessment and assessment.contexts:
        found["outside_factors"] = (
            f"{assessment.contexts}\n(early help assessment of {date_words(assessment.written_on)})"
        )
    if assessment and assessment.each_member:
        found["capacity"] = (
            f"{assessment.each_member}\n(early help assessment of {date_words(assessment.written_on)})"
        )
    return found
