"""Every length of time that stands in words outside the rules: the rule it repeats, or why it repeats none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repeats:
    """The figure is the one of this rule: if the rule changes, the words have to."""

    rule: str


CONFERENCE = Repeats("child-protection.transfer-in-conference")
DECISION = Repeats("referral.decision")
POLICE = Repeats("emergency.police-protection")
FOUR_WEEKS = "how far ahead a page looks"
LINK = "how long a guest's link works: a setting"
EXCLUSION = (
    "the Children Act 1989, sections 38A(10) and 44A(10): what ends a power of arrest, on which no clock runs"
)
ONE_DAY = "no length: the same day"

#: By file and figure.
FIGURES: dict[tuple[str, str], Repeats | str] = {
    ("care/status_forms.py", "20 working days"): Repeats("care.approval-needed"),
    ("census/checks/rules.py", "280 days"): "a check of the census on dates of birth",
    ("census/checks/rules.py", "one day"): ONE_DAY,
    ("census/elements.py", "15 working days"): Repeats("child-protection.initial-conference-statistics"),
    (
        "conferences/forms/arranging.py",
        "10 working days",
    ): "said there to be practice, and not Working Together",
    ("conferences/forms/booking.py", "three working days"): "when this service asks again",
    ("conferences/forms/moves_and_chairs.py", "15 working days"): CONFERENCE,
    ("desk/administration/silences.py", "one day"): ONE_DAY,
    ("desk/boards_weeks.py", "four-weeks"): FOUR_WEEKS,
    ("desk/my_work_due.py", "four weeks"): FOUR_WEEKS,
    ("desk/pages_urls.py", "four-weeks"): FOUR_WEEKS,
    ("front_door/desk_views.py", "28 days"): "how long drafts of the public form are kept: a setting",
    ("front_door/local.py", "28 days"): "how long months are",
    ("letters/brought/conference.py", "15 working days"): CONFERENCE,
    ("letters/brought/front_door.py", "one working day"): DECISION,
    ("letters/brought/protection.py", "72 hours"): POLICE,
    ("matching/explaining.py", "one day"): ONE_DAY,
    ("need_to_know/reviewing.py", "four weeks"): "when this service looks at who signs in",
    ("partners/services/school.py", "two days"): "no length: two dates",
    ("plans/forms/moves.py", "15 working days"): CONFERENCE,
    ("plans/views/moves.py", "15 working days"): CONFERENCE,
    ("replay/asked.py", "ten days"): "an invented example of a draft",
    ("replay/asked.py", "10 working days"): "an example of how to write a limit",
    ("replay/management/commands/guidance_replay.py", "104 weeks"): "how far a replay looks back",
    ("retention/disposal_models.py", "365 days"): "how long an area may wait: a setting",
    ("retention/schedule.py", "30 days"): "how long drafts are kept: a setting",
    ("section47/models/exclusion.py", "24 hours"): EXCLUSION,
    ("section47/services/protection_orders.py", "two days"): "no length: two dates",
    ("section47/views/exclusions.py", "24 hours"): EXCLUSION,
    ("strands/kinds/before_court.py", "16 weeks"): Repeats("pre-proceedings.length"),
    ("strands/kinds/missing.py", "72 hours"): Repeats("missing.return-interview"),
    ("strands/kinds/private_fostering.py", "28 days"): Repeats("definition.private-fostering"),
    ("strands/kinds/schooling.py", "15 days"): Repeats("school.attendance-order-notice"),
    ("templates/desk/child.html", "12 months"): "a statistic: referred again",
    ("templates/desk/my_work.html", "four weeks"): FOUR_WEEKS,
    ("templates/desk/team.html", "four weeks"): FOUR_WEEKS,
    ("templates/desk/team_load.html", "12 months"): "how far back a page looks",
    ("templates/desk/team_load.html", "3 months"): "how far back a page looks",
    ("templates/desk/team_weeks.html", "four weeks"): FOUR_WEEKS,
    ("templates/desk/team_weeks_for_print.html", "four weeks"): FOUR_WEEKS,
    (
        "templates/front_door/figures.html",
        "28 days",
    ): "how long drafts of the public form are kept: a setting",
    ("templates/front_door/receipt.html", "one working day"): DECISION,
    ("templates/partners/check_links.html", "two weeks"): LINK,
    ("templates/partners/guest_links.html", "two weeks"): LINK,
    ("templates/partners/guest_report.html", "one hour"): LINK,
    ("templates/referrals/referral_sent.html", "one working day"): DECISION,
    ("ui/calendar_file.py", "four weeks"): FOUR_WEEKS,
    ("ui/examples.py", "five days"): "an example in the gallery",
    ("ui/examples.py", "eight weeks"): "an example in the gallery",
}
