"""Who may do what, written from the rules and read over by people: never made from the code.

Amara's record when Dana leads, Jamal chairs, and the school and the police are involved. Each policy names
everyone in the cast who may; all others may not. A policy that is in none of these tables fails a test.
"""

from __future__ import annotations

CAST = (
    "maya", "priya", "dana", "sam", "olu", "jamal", "helen", "tom", "ruth", "ada", "wyn", "stranger", "relative",
)  # fmt: skip
TEAM = {"dana", "sam", "olu"}
FRONT_DOOR = {"maya", "priya"}
WHOLE_RECORD = TEAM | FRONT_DOOR | {"jamal"}
MANAGERS = {"priya", "sam"}
AGENCIES = {"helen", "tom"}

ON_A_CHILD: dict[str, set[str]] = {
    "read-child": WHOLE_RECORD | AGENCIES,
    "read-record": WHOLE_RECORD,
    "decide-referral": {"priya"},
    "record-referral-work": FRONT_DOOR,
    "allocate": MANAGERS,
    "change-details": TEAM | FRONT_DOOR,
    "record-visit": TEAM | FRONT_DOOR,
    "read-assessment": WHOLE_RECORD,
    "write-assessment": TEAM,
    "approve-assessment": {"sam"},
    "keep-child-in-need-plan": TEAM,
    "keep-early-help": TEAM,
    "read-early-help": WHOLE_RECORD,
    "read-help-plan": WHOLE_RECORD,
    "step-down": TEAM,
    "record-strategy-discussion": TEAM | {"priya"},
    "record-section-47": TEAM,
    "record-immediate-protection": TEAM | FRONT_DOOR | {"tom"},
    "request-conference": TEAM | {"jamal"} | AGENCIES,
    "record-conference": TEAM | {"jamal"},
    "keep-plan": TEAM | {"jamal"},
    "close-case": MANAGERS,
    "correct-entry": WHOLE_RECORD,
    "analyse": TEAM | {"jamal"},
    "supervise-case": {"sam"},
    "answer-supervision": TEAM,
    "write-letters": WHOLE_RECORD,
    "release-address": MANAGERS,
    "explain-access": TEAM | FRONT_DOOR,
    "seal": MANAGERS,
    "lift-conflict": MANAGERS,
    "note-for-named-eyes": WHOLE_RECORD | AGENCIES,
    "review-emergency": MANAGERS,
    # Partner agencies
    "see-part": AGENCIES,
    "read-plan": WHOLE_RECORD,
    "report-to-conference": AGENCIES,
    "read-conference-reports": WHOLE_RECORD,
    "answer-plan-action": AGENCIES,
    "send-information": AGENCIES,
    "record-school-notice": {"helen"},
    # Beside the case
    "keep-strands": TEAM | FRONT_DOOR,
    "disagree": WHOLE_RECORD | AGENCIES,
    "link-to-context": TEAM | FRONT_DOOR,
    # Sharing
    "share-information": WHOLE_RECORD | AGENCIES,
    "read-sharing-decisions": WHOLE_RECORD,
    # Matching
    "join-records": {"priya"},
    # Retention
    "hold-record": MANAGERS,
    "answer-subject": MANAGERS,
    # The front door
    "ask-partner": FRONT_DOOR,
}
EVERYBODY_HERE = set(CAST) - {"stranger"}
ON_AN_AREA: dict[str, set[str]] = {
    "make-referral": EVERYBODY_HERE,
    "offer-early-help": EVERYBODY_HERE,
    "see-front-door": FRONT_DOOR,
    "see-figures": {"sam", "ada"},
    "administer": {"wyn"},
    "sign-disposal": {"wyn", "sam"},
    "break-glass": {"priya", "dana", "sam", "relative"},
    "settle-conflicts": {"priya"},
    "see-maybe-same": {"priya"},
    "keep-agreements": {"priya", "sam", "wyn"},
    "keep-tags": {"priya", "sam", "wyn"},
    "set-front-door-figures": {"priya", "wyn"},
    "set-local-steps": {"priya", "sam", "wyn"},
    "set-risk-words": {"priya", "sam", "wyn"},
    "open-context": {"priya", "sam"},
    "read-local-steps": EVERYBODY_HERE,
    "keep-partnership": {"wyn"},
    # Only whoever is given a part: tests/improvement.
    "read-partnership": set(),
    "assess-partnership": set(),
}
#: Policies about anything else, and the tests that hold them.
ELSEWHERE: dict[str, str] = {
    "see-notice": "tests/notices/test_notices.py",
    "read-letter": "tests/letters/test_letters.py",
    "read-entry": "tests/access/test_marked_entries.py",
    "recognise": "tests/family/test_recognising.py",
    "say-away": "tests/desk_work/test_away.py",
    "read-context": "tests/contexts/test_who_knows_of_whom.py",
    "manage-context": "tests/contexts/test_who_knows_of_whom.py",
    "answer-place-action": "tests/contexts/test_who_knows_of_whom.py",
    **dict.fromkeys(
        (
            "read-organisation",
            "assess-organisation",
            "read-self-assessment",
            "assess",
            "read-planned-action",
            "plan-action",
            "answer-planned-action",
        ),
        "tests/improvement/test_who_may.py",
    ),
    "supervise": "tests/supervision",
    "read-supervision": "tests/supervision",
    "review-access": "tests/access/test_access_review.py",
    "keep-school-records": "tests/partners",
    "recall-shared": "tests/sharing",
    "read-shared": "tests/sharing",
    "answer-request": "tests/sharing",
    "answer-check": "tests/front_door/test_checks_with_partners.py",
}
