"""Making a referral, and what the front door does with one. One function for each act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Area, Practitioner
from alongside.cases.episodes import open_or_begin_case
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.keys import new_key
from alongside.matching import spellings
from alongside.moments import day_of
from alongside.outbox.events import Event, happened
from alongside.people.models import Name, Person, Relationship
from alongside.people.references import new_reference
from alongside.referrals.models import Referral, Statement
from alongside.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredChild:
    """A child as a referrer describes them; ``known`` when the referrer works from the child's own record.

    ``reference`` is given only where it was chosen beforehand, as in the demonstration.
    """

    given: str = ""
    family: str = ""
    born_on: date | None = None
    expected_on: date | None = None
    sex: str = Person.Sex.NOT_RECORDED
    known: Person | None = None
    reference: str = ""

    @property
    def called(self) -> str:
        """The name to show, also for a child who is not born or not named."""
        name = f"{self.given} {self.family}".strip()
        if self.given:
            return name
        return f"Baby {self.family} (not yet named)" if self.family else "Child (name not known)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement: its kind (fact, concern or reported), the words, and who said or saw it."""

    kind: str
    words: str
    said_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralGiven:
    """What a referrer tells us, the same for every child in the referral. Fields as on ``Referral``.

    source: through which door it came and who really said it, where ``by`` is not they.
    """

    received_at: datetime
    referrer_kind: str
    statements: Sequence[Said]
    referrer: Practitioner | None = None
    referrer_name: str = ""
    referrer_relation: str = ""
    referrer_contact: str = ""
    referrer_agency: Agency | None = None
    referrer_email: str = ""
    email_proven_at: datetime | None = None
    immediate_danger: str = Referral.Danger.UNKNOWN
    whereabouts: str = ""
    family_asked: str = ""
    not_asked_because: str = ""
    development: str = ""
    capacity: str = ""
    outside_factors: str = ""
    communication: str = ""
    known_services: str = ""
    early_help_assessment: str = ""
    source_code: str = ""
    source: str = ""
    siblings: bool = False
    submission: UUID = field(default_factory=new_key)


CARRIED_OVER = (
    "submission", "received_at", "referrer_kind", "referrer_relation", "referrer_contact", "referrer_email",
    "email_proven_at", "source_code",
    "immediate_danger", "whereabouts", "family_asked", "not_asked_because", "development", "capacity",
    "outside_factors", "communication", "known_services", "early_help_assessment",
)  # fmt: skip


@transaction.atomic
def make_referral(
    *, by: Practitioner, area: Area, children: Sequence[ReferredChild], given: ReferralGiven, now: datetime
) -> list[Referral]:
    """Refer one child or several in one go; a case is open for each from the day it was received.

    Sending the same submission twice makes one referral. Raises Refusal when it was received in the
    future or names no child, PermissionDenied when the area is not one the practitioner works in.
    Working Together 2023, paragraphs 149 to 153.
    """
    if not policies.MAKE_REFERRAL.allows(area, by):
        raise PermissionDenied(f"You cannot make a referral to {area}.")
    _refuse_impossible(children, given, now)
    if sent := list(Referral.objects.filter(submission=given.submission, area=area, recorded_by=by)):
        return sent
    people = [child_described(by, area, child, now) for child in children]
    if given.siblings:
        _note_siblings(people)
    made = [_refer(by, person, given, now) for person in people]
    tell_systems(Event.REFERRAL_RECEIVED, made[0], now)
    return made


def tell_systems(event: Event, referral: Referral, now: datetime) -> None:
    """Tell the systems of the agency that referred, where they asked to hear of it."""
    happened(
        event, area=referral.area, agency=referral.referrer_agency, about=referral, now=now,
        data={"submission": str(referral.submission)},
    )  # fmt: skip


def _refuse_impossible(children: Sequence[ReferredChild], given: ReferralGiven, now: datetime) -> None:
    if not children:
        raise Refusal(
            "This referral names no child.", "A referral is about at least one child.",
            "Enter what you know of the child; a name or a date of birth is not needed.",
        )  # fmt: skip
    if given.received_at > now:
        raise Refusal(
            "This referral was received in the future.",
            f"You entered {day_of(given.received_at):%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
            "Enter the day and time at which it was received.", field="received_at",
        )  # fmt: skip
    for child in children:
        if child.born_on and child.born_on > day_of(now):
            raise Refusal(
                f"{child.called} has a date of birth in the future.",
                f"You entered {child.born_on:%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
                "For a child who is not born yet, enter the expected date of birth.", field="born_on",
            )  # fmt: skip


def child_described(by: Practitioner, area: Area, child: ReferredChild, now: datetime) -> Person:
    """The known child, if ``by`` may open their record, or a new record made from what was described."""
    if child.known:
        if not policies.READ_CHILD.allows(child.known, by):
            raise PermissionDenied("You cannot refer from a record that you cannot open.")
        return child.known
    person = Person(
        area=area, reference=child.reference or new_reference(area), called=child.called, born_on=child.born_on,
        expected_on=child.expected_on, sex=child.sex, recorded_at=now,
    )  # fmt: skip
    check(person)
    keep(person)
    if child.given or child.family:
        Name.objects.create(person=person, given=child.given, family=child.family)
        spellings.keep(person)
    return person


def _note_siblings(people: list[Person]) -> None:
    for place, person in enumerate(people):
        for other in people[place + 1 :]:
            Relationship.objects.get_or_create(
                person=person, other=other, kind=Relationship.Kind.SIBLING, to_on=None
            )


def _refer(by: Practitioner, child: Person, given: ReferralGiven, now: datetime) -> Referral:
    received_on = day_of(given.received_at)
    case = open_or_begin_case(child, on=received_on, by=by, now=now)
    referrer = given.referrer
    referral = Referral(
        area_id=case.area_id, case=case, received_on=received_on, referrer_agency=given.referrer_agency or _agency_of(referrer),
        referrer_name=given.referrer_name or (referrer.name if referrer else ""),
        recorded_at=now, recorded_by=by, referrer=referrer,
        **{name: getattr(given, name) for name in CARRIED_OVER},
    )  # fmt: skip
    check(referral, exclude=("entry",))
    concern = next((s.words for s in given.statements if s.kind == Statement.Kind.CONCERN), "")
    referral.entry = kinds.REFERRAL_RECEIVED.record(
        case, on=received_on, at=given.received_at, by=by, now=now, referrer=referral.referrer_words,
        concern=concern, danger=given.immediate_danger, referral=str(referral.pk), source=given.source,
    )  # fmt: skip
    keep(referral)
    Statement.objects.bulk_create(
        Statement(referral=referral, kind=said.kind, words=said.words, said_by=said.said_by)
        for said in given.statements
        if said.words
    )
    missing = expected_but_absent("referral.content", filled(referral, given), received_on)
    record_shortfall(referral.entry, "referral.content", missing)
    refresh(case)
    return referral


def filled(referral: Referral, given: ReferralGiven) -> set[str]:
    """Which headings of the rule on a referral's content this one fills.

    An early help assessment is asked for only where there is one, so its absence is never a shortfall.
    """
    said = {"concern"} if any(said.words for said in given.statements) else set()
    own = {"development": "development", "capacity": "capacity", "outside-factors": "outside_factors"}
    return said | {"early-help-assessment"} | {key for key, name in own.items() if getattr(referral, name)}


def _agency_of(referrer: Practitioner | None) -> Agency | None:
    posts = referrer.scope.posts if referrer else []
    return posts[0].agency if posts else None
