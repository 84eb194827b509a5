"""What the checks look for: the Department's validation rules for 2025/26, in our own words.

Each rule has the Department's number. One it calls an error refuses the child here too, and one it
queries (its number ends in Q) is a warning, unless ``because`` says why this reader differs: the
Department asks whether a *return* is right, and this reader whether a *record* can be true. A key
with a slash is one part of a rule whose parts differ.

Rules on the form of one value are in ``values.py``; missing elements in ``interpreting.py``.

Contains public sector information licensed under the Open Government Licence v3.0.
Origin: Department for Education, children in need census validation rules, 2025 to 2026.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..problems import Level


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``what`` says what is wrong when it is broken, ``do`` what to do about it."""

    key: str
    what: str
    do: str
    differs: Level | None = None
    because: str = ""

    @property
    def number(self) -> str:
        """The Department's number, or "" for a check of our own."""
        return "" if self.key.startswith("own/") else self.key.partition("/")[0]

    @property
    def level(self) -> Level:
        """Whether breaking it refuses the child here."""
        return self.differs or (Level.WARNING if self.number.endswith("Q") else Level.ERROR)


_EASE, _HARDEN = Level.WARNING, Level.ERROR
_ANOTHER_YEAR = "It can be true, and belongs in an earlier year's return."
_NO_LOSS = "It can be read with nothing lost: the value counts once."
_WRONG_ORDER = "Correct the date that is wrong."
_AFTER = "Correct the date, or leave it for the next return."
_CONTRADICTS = "Find out which of the two is right and correct the other."

_ROWS: tuple[Rule, ...] = (
    # The child
    Rule(
        "1510", "The check letter of the unique pupil number is wrong.", "Check the number with the school."
    ),
    Rule(
        "1530",
        "The authority in the unique pupil number is not in our table.",
        "Check the number with the school.",
        _EASE,
        "Our table has no pseudo-authorities and may lack new authorities.",
    ),
    Rule(
        "1550", "The last character of the unique pupil number is not allowed.", "Check it with the school."
    ),
    Rule("1560Q", "The former unique pupil number is not in the form of one.", "Check it with the school."),
    Rule("8520", "The child was born after the reference date.", "Use the expected date until the birth."),
    Rule(
        "8525Q", "A birth date or an expected birth date is wanted, and only one.", "Keep the one that holds."
    ),
    Rule("8530Q", "The expected birth date is far from the reference date.", "Check it."),
    Rule(
        "8535Q/order",
        "The child died before being born.",
        _WRONG_ORDER,
        _HARDEN,
        "It cannot be true.",
    ),
    Rule("8535Q/no-birth", "There is a date of death and no date of birth.", "Add the date of birth."),
    Rule("8545Q", "The date of death is outside the year.", "Check it."),
    Rule("8606", "The referral is more than 280 days before the birth.", _WRONG_ORDER),
    Rule("8750", "An unborn child has a known sex.", "Give the birth date, or sex U."),
    Rule("8770Q", "A child of school age has no unique pupil number.", "Ask the school, or give a reason."),
    Rule("8772", "No number because of no further action, yet a referral led to action.", _CONTRADICTS),
    Rule(
        "8775Q", "The episode runs past the person's 25th birthday.", "Check the birth date and the closure."
    ),
    Rule(
        "8540", "A born child whose referral led to action has no disability code.", "Add it: NONE if none."
    ),
    Rule("8790", "NONE stands beside another disability.", _CONTRADICTS),
    Rule("8794", "A disability is given twice.", "Give it once.", _EASE, _NO_LOSS),
    # The episode
    Rule("8600", "The referral is after the reference date.", _AFTER),
    Rule("8555Q", "The referral is after the child's death.", "Check both dates."),
    Rule(
        "8569Q",
        "A referral with no further action lies before the year.",
        "It belonged in last year's return.",
    ),
    Rule("8610", "There is no primary need though the referral led to action.", "Add it: N0 if not stated."),
    Rule("8620/after", "The closure is after the reference date.", _AFTER),
    Rule("8620/before", "The closure is before the year.", "Leave the episode out.", _EASE, _ANOTHER_YEAR),
    Rule("8630", "The episode closed before its referral.", _WRONG_ORDER),
    Rule("8805", "There is a closure date and no reason.", "Add the reason, or take the date out."),
    Rule("8810", "There is a reason for closure and no date.", "Add the date, or take the reason out."),
    Rule("8565", "Something happened after the episode closed.", _WRONG_ORDER),
    Rule("8585Q", "Closed as died, with no date of death.", "Add the date of death."),
    Rule("8815", "The child has more than one open episode.", "Close the earlier one, or join them."),
    Rule("8816", "An open episode is not the child's latest.", "Close it, or correct the referral dates."),
    Rule("8820", "Two episodes of the child overlap.", "Correct the dates, or join them."),
    Rule("8825Q", "Closed after assessment, and there is no assessment.", "Check the reason for closure."),
    Rule("2990", "Closed after assessment, yet there was an enquiry, a conference or a plan.", _CONTRADICTS),
    Rule("8831", "A referral with no further action has an assessment, enquiry or conference.", _CONTRADICTS),
    Rule("8832", "A referral with no further action has a child protection plan.", _CONTRADICTS),
    Rule("4000", "A referral with no further action has a child in need plan.", _CONTRADICTS),
    Rule("own/conference", "The conference is outside its episode or its year.", _WRONG_ORDER),
    # Assessments
    Rule("1103", "The assessment began before the referral.", _WRONG_ORDER),
    Rule("own/assessment-after", "The assessment began after the reference date.", _AFTER),
    Rule("8608", "The assessment ended before it began.", _WRONG_ORDER),
    Rule("8614", "An assessment that is not complete has factors.", "Give the day it was complete."),
    Rule("8670Q", "An open assessment is past its time limit.", "Check that it is still open."),
    Rule("8696/after", "The assessment ended after the reference date.", _AFTER),
    Rule("8696/before", "The assessment ended before the year.", "Leave it out.", _EASE, _ANOTHER_YEAR),
    Rule(
        "8736",
        "An open assessment began before the year.",
        "Check that it is still open.",
        _EASE,
        "It can be true, and is what a late assessment looks like.",
    ),
    Rule("8863Q", "An assessment began while another of the episode ran.", "Check both."),
    Rule("8867", "A closed episode has an assessment that is not complete.", "Give the day it was complete."),
    Rule("8869", "Factor 21, none found, stands beside other factors.", _CONTRADICTS),
    Rule("8873Q", "The only assessment found no factor, and the closure says otherwise.", "Check both."),
    Rule(
        "8896", "The episode has more than one open assessment.", "Give the day the earlier one was complete."
    ),
    Rule("8897Q", "A completed assessment has no factor.", "Add what it found."),
    Rule("8898", "A factor is given twice.", "Give it once.", _EASE, _NO_LOSS),
    Rule("8945Q", "Factor 18A does not say whether an adult or a child did it.", "Use 18B or 18C."),
    Rule("8950Q", "Factor 19A does not say whether an adult or a child did it.", "Use 19B or 19C."),
    # Section 47 enquiries and conferences
    Rule("2889", "The section 47 enquiry began before the referral.", _WRONG_ORDER),
    Rule("own/enquiry-after", "The section 47 enquiry began after the reference date.", _AFTER),
    Rule("1104", "The initial conference was before the referral.", _WRONG_ORDER),
    Rule("8615", "The initial conference was before the enquiry began.", _WRONG_ORDER),
    Rule(
        "2884",
        "One initial conference is given twice: in an enquiry and in its episode.",
        "Keep the enquiry's.",
    ),
    Rule("own/ruled-out", "The enquiry rules a conference out and gives the day of one.", _CONTRADICTS),
    Rule("2991Q", "There is an enquiry and no assessment.", "Check the episode."),
    Rule("8675Q", "An enquiry is past its time limit with no conference.", "Check that it is still open."),
    Rule("8715/after", "The initial conference is after the reference date.", _AFTER),
    Rule("8715/before", "The initial conference is before the year.", "Leave it out.", _EASE, _ANOTHER_YEAR),
    Rule(
        "8740",
        "An open enquiry began before the year.",
        "Check that it is still open.",
        _EASE,
        "It can be true, and is what a late conference looks like.",
    ),
    Rule("8839", "The episode has more than one open enquiry.", "Settle the earlier one."),
    Rule("8868", "A closed episode has an enquiry nobody settled.", "Give the conference, or rule it out."),
    Rule("8870Q", "The target for the conference is at a weekend.", "Work it out again."),
    Rule(
        "8875",
        "The initial conference was at a weekend.",
        "Check the date.",
        _EASE,
        "No guidance forbids a conference at a weekend.",
    ),
    Rule("8890", "An enquiry began while another of the episode ran.", _WRONG_ORDER),
    # Child in need plans
    Rule("4008", "The child in need plan began after the child's death.", _WRONG_ORDER),
    Rule("4009Q", "The child in need plan ended after the child's death.", "Check both dates."),
    Rule("4010", "The child in need plan began after the reference date.", _AFTER),
    Rule("4011", "The child in need plan ended before it began.", _WRONG_ORDER),
    Rule("4012Q", "The child in need plan began and ended on one day.", "Check both dates."),
    Rule("4013/after", "The child in need plan ended after the reference date.", _AFTER),
    Rule(
        "4013/before", "The child in need plan ended before the year.", "Leave it out.", _EASE, _ANOTHER_YEAR
    ),
    Rule("4014", "Two child in need plans overlap.", _WRONG_ORDER),
    Rule("4004", "The episode has more than one open child in need plan.", "End the earlier one."),
    Rule("4015", "The child in need plan began before the referral.", _WRONG_ORDER),
    Rule("4016", "A child in need plan began during a child protection plan.", _WRONG_ORDER),
    Rule("4017", "A child protection plan began during a child in need plan.", _WRONG_ORDER),
    Rule(
        "4001", "A child in need plan and a child protection plan are both open.", "End the one that ended."
    ),
    # Child protection plans
    Rule("1105", "The child protection plan began before the referral.", _WRONG_ORDER),
    Rule("8720", "The child protection plan began after the reference date.", _AFTER),
    Rule(
        "2885", "The child protection plan did not begin on the day of an initial conference.", _WRONG_ORDER
    ),
    Rule("8840", "The child protection plan began and ended on one day.", _WRONG_ORDER),
    Rule("8915", "The child protection plan began after the child's death.", _WRONG_ORDER),
    Rule("8920", "The child protection plan ended after the child's death.", _WRONG_ORDER),
    Rule("8925", "The child protection plan ended before it began.", _WRONG_ORDER),
    Rule("8930/after", "The child protection plan ended after the reference date.", _AFTER),
    Rule(
        "8930/before",
        "The child protection plan ended before the year.",
        "Leave it out.",
        _EASE,
        _ANOTHER_YEAR,
    ),
    Rule("8935", "The child has more than one open child protection plan.", "End the earlier one."),
    Rule("8940", "Two child protection plans of the child overlap.", _WRONG_ORDER),
    Rule("8841", "A review conference was not after the plan began.", _WRONG_ORDER),
    Rule("4003", "A review conference falls inside a child in need plan.", _WRONG_ORDER),
    Rule("own/review-outside", "A review conference is after the plan ended or the year.", _WRONG_ORDER),
    Rule(
        "own/review-twice",
        "A review conference is given twice.",
        "Give it once.",
        _EASE,
        _NO_LOSS,
    ),
    # The return as a whole: never a reason to refuse one child
    Rule(
        "2883",
        "More child protection plans began in the year than initial conferences were held.",
        "Look for conferences that are missing.",
        _EASE,
        "It is said of the return, and of no one child.",
    ),
    Rule("2886Q", "Sex is unknown for more than 2% of born children.", "Find out what is missing."),
    Rule("2887Q", "Fewer than eight kinds of disability are used.", "Check how disability is recorded."),
    Rule("2888Q", "No child has more than one disability.", "Check how disability is recorded."),
)

RULES: Mapping[str, Rule] = {rule.key: rule for rule in _ROWS}
