"""Allegations against people in positions of trust (2023 paragraphs 223-228).

The text gives one number, a working day to tell the designated officer. How a case is reviewed, what its outcomes are
called, how long a record is kept and when somebody is suspended are not in it: for schools and colleges they are in Keeping
Children Safe in Education (``allegation``), elsewhere in local procedure.

Not encoded: the targets for finishing cases of the 2010 edition, which some local procedures keep.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Definition, Duty, Example, Force, Timescale
from alongside.guidance.kernel.spans import NoNumber, WorkingDays
from alongside.guidance.sources import (
    NOT_CONFIRMED,
    WT2015,
    WT2018,
    WT2018_AMENDED,
    WT2023,
    in_2023,
    in_2026,
    said,
)

_THREE = (
    "Somebody who works with children has harmed a child, or may have; may have committed an offence against a child or to "
    "do with one; or has behaved so that they may be a risk to children. Any one is enough."
)
_FOUR = (
    "Somebody who works with children has harmed a child, or may have; may have committed an offence against a child or to "
    "do with one; has behaved so that they may be a risk to children; or has behaved, or may have, so that they may not be "
    "suitable to work with children. Any one is enough."
)
_GROUNDS = ("harmed", "offence", "risk")


def _meets(facts: Mapping[str, Any], on: date) -> tuple[bool | None, str]:
    """``facts``: harmed, offence, risk, unsuitable, each True, False or absent."""
    if any(facts.get(ground) for ground in _GROUNDS):
        return True, "One of the grounds that every edition names is met."
    if facts.get("unsuitable"):
        begins = WT2023.in_force_from
        assert begins is not None
        if on >= begins:
            return (
                True,
                "The person may not be suitable to work with children: a ground since the 2023 edition.",
            )
        return None, "Whether suitability alone was a ground then is not established. People decide."
    if all(facts.get(ground) is False for ground in (*_GROUNDS, "unsuitable")):
        return False, "None of the grounds is met. It may still be a complaint, or a concern about practice."
    return None, "Not every ground has been answered."


HARM_THRESHOLD = Definition(
    id="position-of-trust.harm-threshold",
    title="An allegation against somebody in a position of trust",
    force=Force.SHOULD,
    means=Dated(
        Provision(WT2018.at("chapter 2"), _THREE),
        Provision(
            WT2018_AMENDED.at("chapter 2"),
            f"{_THREE} Whether this issue added suitability as a fourth ground is not established.",
        ),
        *in_2023(_FOUR, "paragraph 223", checked=False),
        *in_2026(_FOUR, f"chapter 4 ({NOT_CONFIRMED})"),
        before=WT2015,
    ),
    test=_meets,
    notes="That July 2018 had three grounds rests on one account. Keeping Children Safe in Education 2024 names the same four.",
)

POLICY_DISTINGUISHES = Duty(
    id="position-of-trust.kinds-of-concern",
    title="Tell an allegation, a concern about practice and a complaint apart",
    force=Force.SHOULD,
    by=("employers",),
    asks=said(
        "Organisations have clear policies that keep three things apart: an allegation against a person, a concern about "
        "how good their care or practice is, and a complaint.",
        chapter=4,
        wt2023="paragraph 223",
    ),
    evidence=("the policy", "each concern recorded as one of the three"),
)

CO_ORDINATED = Duty(
    id="position-of-trust.child-first",
    title="Look after the child's welfare while an allegation is dealt with",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "County and unitary authorities see that an allegation is not handled on its own: whatever the children concerned "
        "need is done without delay, and together with it.",
        chapter=4,
        wt2023="paragraphs 224-226",
    ),
    trigger="an allegation",
    evidence=("the child's record, linked with the allegation's",),
)

DESIGNATED_OFFICER = Duty(
    id="position-of-trust.designated-officer",
    title="Have an officer or a team for allegations",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "The authority designates an officer or a team to oversee allegations, qualified and experienced enough for it.",
        chapter=4,
        wt2023="paragraphs 224-226",
    ),
    evidence=("the appointment",),
)

OFFICER_QUALIFIED = Duty(
    id="position-of-trust.officer-qualified",
    title="Appoint a qualified social worker as designated officer",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "Whoever is newly appointed is a qualified social worker, unless they hold or held the same post in another authority.",
        chapter=4,
        wt2023="paragraphs 224-226",
    ),
    trigger="a new appointment",
    evidence=("the officer's registration",),
)

PASSED_ON = Timescale(
    id="position-of-trust.passed-to-officer",
    title="Pass every allegation to the designated officer",
    force=Force.SHOULD,
    runs_from="an allegation being made to anybody in the area",
    until="the designated officer has it",
    within=said(NoNumber("without delay"), chapter=4, wt2023="paragraph 224"),
    responsible="the local authority, by its arrangements",
)

ADVICE = Duty(
    id="position-of-trust.advice",
    title="Advise employers and voluntary organisations",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "The authority arranges that employers and voluntary bodies can get advice and guidance about allegations.",
        chapter=4,
        wt2023="paragraphs 224-226",
    ),
    evidence=("a log of advice given",),
)

PROGRESS = Duty(
    id="position-of-trust.progress",
    title="Follow each case with the police and others until it is done",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "The authority keeps in touch with the police and other agencies and watches each case, so that it is dealt with "
        "quickly, and thoroughly and fairly too.",
        chapter=4,
        wt2023="paragraphs 224-226",
    ),
    trigger="an open case",
    evidence=("dates of reviews",),
    notes="The text sets no cadence. For schools and colleges: allegation.first-review and allegation.next-review.",
)

POLICY = Duty(
    id="position-of-trust.policy",
    title="Have a policy for allegations",
    force=Force.SHOULD,
    by=("employers", "governing-bodies", "trustees"),
    asks=said(
        "Employers, governors and trustees have a clear policy: how an allegation is dealt with, in what time it is "
        "investigated, and what support and advice the person accused is given.",
        chapter=4,
        wt2023="paragraphs 223-226",
    ),
    evidence=("the policy, with its own time limits",),
)

SENIOR_MANAGER = Timescale(
    id="position-of-trust.senior-manager-told",
    title="Report an allegation to a senior manager",
    force=Force.SHOULD,
    runs_from="the allegation being known",
    until="a senior manager has been told",
    within=said(NoNumber("immediately"), chapter=4, wt2023="paragraph 226"),
    responsible="whoever learns of it",
)

OFFICER_TOLD = Timescale(
    id="position-of-trust.designated-officer-told",
    title="Tell the designated officer of an allegation",
    force=Force.SHOULD,
    runs_from="the allegation coming to the employer's attention, or being made to the police",
    until="the designated officer or team has been told",
    within=said(WorkingDays(1), chapter=4, wt2018="chapter 2", wt2023="paragraph 226"),
    responsible="the employer, or the police where it was made to them",
    examples=(
        Example(date(2026, 11, 18), date(2026, 11, 19), "Wednesday, so Thursday"),
        Example(date(2026, 11, 20), date(2026, 11, 23), "Friday, so Monday"),
        Example(date(2026, 11, 21), date(2026, 11, 23), "a Saturday counts from the next working day"),
        Example(date(2025, 4, 17), date(2025, 4, 22), "the Thursday before Easter, so Tuesday"),
        Example(date(2019, 5, 3), date(2019, 5, 7), "under the 2018 edition, over a bank holiday Monday"),
    ),
    notes="All allegations, not only those that seem well founded. The text does not say whether the first day counts.",
)

REGULATOR = Duty(
    id="position-of-trust.regulator",
    title="Advise whether a regulator or professional body is to be told",
    force=Force.SHOULD,
    by=("designated-officer",),
    asks=said(
        "The designated officer advises whether somebody who is registered or regulated is to be referred to their "
        "professional body or regulator, such as the Care Quality Commission or Ofsted.",
        chapter=4,
        wt2023="paragraphs 224-226",
    ),
    trigger="the person being registered or regulated",
    evidence=("the advice given",),
)

BARRING = Duty(
    id="position-of-trust.barring-referral",
    title="Refer to the Disclosure and Barring Service, whoever else was told",
    force=Force.SHOULD,
    by=("employers",),
    asks=said(
        "When an organisation takes somebody out of regulated activity because of a risk of harm to children, or would have "
        "if they had not left, it refers them to the Disclosure and Barring Service. That stands whether or not children's "
        "social care or the designated officer was told.",
        chapter=4,
        wt2023="paragraphs 227-228",
    ),
    trigger="somebody being removed from regulated activity",
    evidence=("the referral's reference",),
    notes="In some circumstances the law makes it a duty, and failing in it an offence: position-of-trust.barring-referral-by-law.",
)
