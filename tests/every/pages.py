"""Every page there is, and a world in which each can be opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone

from alongside.access.models import Restriction
from alongside.agencies.models import Absence, Agency, AreaSwitch, Post, Practitioner, Registration, Team
from alongside.analysis.models import AreaTag, EntryTag, Note, Significance
from alongside.api.clients import let_in
from alongside.api.models import ApiClient
from alongside.assessments.parts import parts_on
from alongside.chronology.models import Entry
from alongside.conferences.models import Booking, Conference, Invitation
from alongside.conferences.services.book import Invited, book_conference
from alongside.contexts.models import Context, ContextLink, ContextTie, ContextWorker, LetKnow, PlaceAction
from alongside.deadlines.models import Deadline, RecordedHoliday
from alongside.demo import story
from alongside.demo.chronicled import somebody_says_what_matters, they_talk_in_supervision
from alongside.demo.organisation import Borough
from alongside.demo.telling import Cast, at
from alongside.early_help.models import FamilyTeamMember
from alongside.family_help.models import MoveOfArea
from alongside.front_door.checks import ask_partners
from alongside.front_door.following import say_unhappy
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import CheckRequest, NoticeReceipt, PoliceNotice, Receipt, Unhappy
from alongside.front_door.notices import take_in_notices
from alongside.front_door.secrets import status_secret
from alongside.improvement.models import PartnershipPart, PlannedAction, SelfAssessment
from alongside.letters.models import Letter
from alongside.matching import joining, pairs
from alongside.matching.comparing import Told, compare
from alongside.matching.models import Joining, MaybeSame
from alongside.moments import day_of
from alongside.outbox.models import OutgoingMessage
from alongside.outbox.services import send_email
from alongside.partners.models import FileTransfer, SchoolNotice
from alongside.partners.services import NoticeGiven, give_notice, make_link, send_file
from alongside.people.models import ContactDetail, Danger, Person, Relationship
from alongside.plans.models import Action, ChildProtectionPlan, Need, PlanMove, StayHere
from alongside.referrals.attachments import attach
from alongside.referrals.models import Attachment, Referral
from alongside.retention.answering import ask_to_rectify, record_request
from alongside.retention.holding import place_hold
from alongside.retention.models import (
    Disposal,
    DisposalLine,
    LegalHold,
    PackSpan,
    Rectification,
    SubjectRequest,
)
from alongside.section47.models import Exclusion, RecoveryOrder, StrategyDiscussion
from alongside.sharing import services as sharing
from alongside.sharing.agreements import make_agreement
from alongside.sharing.formal import Asked, draft_request
from alongside.sharing.models import InformationRequest, SharingAgreement, SharingDecision, SharingRequest
from alongside.strands.models import LocalSteps, Strand, StrandStep
from alongside.strands.services import open_strand
from alongside.supervision.models import Supervision, SupervisionAction
from alongside.visits.models import Visit
from tests.every.letters_in_the_world import letters_are_written
from tests.every.organisations_in_the_world import an_organisation_judges_itself
from tests.every.places_in_the_world import a_place_is_recorded


def named(patterns: Any = None, space: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each page's name and the names of what its address takes."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern.url_patterns, pattern.namespace or space)
        elif isinstance(pattern, URLPattern):
            name = f"{space}:{pattern.name}" if space else str(pattern.name)
            yield name, tuple(pattern.pattern.converters)


@dataclass(slots=True)
class World:
    """Edie and Finn with a plan, an open assessment and everything that led there; and who may open what."""

    borough: Borough
    child: Person

    def staff(self, key: str) -> Practitioner:
        return self.borough.staff[key]

    def one(self, model: Any, **which: Any) -> Any:
        """The key of some record of this kind."""
        return model.objects.filter(**which).values_list("pk", flat=True)[0]


def tell_as_far_as_a_plan(borough: Borough) -> World:
    """The demonstration's own story, as far as the first core group."""
    cast = Cast(borough)
    marlows = story.a_teacher_refers(cast)
    story.an_assessment_begins(cast, marlows)
    story.the_family_is_known(cast, marlows)
    story.edie_says_something(cast, marlows)
    story.enquiries_are_made(cast, marlows)
    story.a_conference_decides_on_plans(cast, marlows)
    story.the_core_group_works(cast, marlows)
    Danger.objects.create(
        person=marlows.edie, words="A dog is loose in the yard.", from_on=date(2025, 1, 16),
        recorded_by=borough.staff["dana"],
    )  # fmt: skip
    AreaSwitch.objects.create(
        area=borough.area, switch="family-group-decision-making-offer", from_on=date(2025, 1, 6),
        decided_by="The director", reason="Families asked for it.", recorded_by=borough.staff["wyn"],
    )  # fmt: skip
    RecordedHoliday.objects.create(day=date(2027, 6, 1), name="A day of celebration", source="Proclamation")
    Restriction.objects.create(
        child=marlows.finn, practitioner=borough.staff["hal"], why="A cousin", from_on=date(2025, 1, 16)
    )
    attach(
        by=borough.staff["helen"], referral=marlows.edie.cases.get().referrals.get(), name="early help.pdf",
        content=b"%PDF-1.7", now=at(date(2025, 1, 13), "11:00"),
    )  # fmt: skip
    around = [
        one.person
        for one in Relationship.objects.filter(other=marlows.edie).exclude(kind="sibling").order_by("pk")[:2]
    ]
    Relationship.objects.create(person=around[0], other=around[1], kind="couple")
    Absence.objects.create(
        area=borough.area, practitioner=borough.staff["dana"], covered_by=borough.staff["femi"], from_on=date(2035, 5, 7),
        to_on=date(2035, 5, 18), recorded_by=borough.staff["dana"],
    )  # fmt: skip
    somebody_says_what_matters(cast, marlows.edie, marlows.finn)
    they_talk_in_supervision(cast, marlows.edie)
    share_and_ask(borough, marlows.edie)
    a_neighbour_writes(borough)
    a_review_is_booked(borough, marlows.edie)
    a_system_is_let_in(borough)
    the_record_is_asked_for(borough, marlows.edie)
    a_child_may_have_two_records(borough, marlows.edie)
    something_runs_beside(borough, marlows.edie)
    letters_are_written(borough, marlows.edie)
    a_place_is_recorded(borough, marlows.edie, marlows.finn)
    an_organisation_judges_itself(borough)
    MoveOfArea.objects.create(
        area=borough.area, case=marlows.edie.cases.get(), known_on=date(2025, 2, 3), way="away", other_authority="Farholme",
        recorded_by=borough.staff["dana"],
    )  # fmt: skip
    they_move(borough, marlows.edie)
    FamilyTeamMember.objects.create(
        area=borough.area, case=marlows.edie.cases.get(), name="Nana Marlow", part="Collects them on Fridays",
        from_on=date(2025, 2, 3), recorded_by=borough.staff["dana"],
    )  # fmt: skip
    return World(borough, marlows.edie)


def they_move(borough: Borough, child: Person) -> None:
    """Edie moves to another authority; and, as a page of a child without a plan here needs one, is said to stay."""
    plan, dana = ChildProtectionPlan.objects.get(child=child), borough.staff["dana"]
    about: dict[str, Any] = {
        "area": borough.area,
        "case": plan.case,
        "recorded_by": dana,
        "authority": "Farholme",
    }
    PlanMove.objects.create(
        **about, plan=plan, known_on=date(2025, 2, 3), lasting="for-good", meanwhile="Dana visits weekly."
    )
    ours = {"area": borough.area, "case": plan.case, "recorded_by": dana, "court": "Estuary Family Court"}
    Exclusion.objects.create(
        **ours,
        stands_in="interim-care-order",
        form="requirement",
        who="Lee Hart",
        where="The home",
        begun_on=date(2025, 2, 3),
    )
    RecoveryOrder.objects.create(
        **ours, made_on=date(2025, 2, 3), ground="missing", words="Whoever knows says where."
    )
    StayHere.objects.create(**about, from_on=date(2025, 2, 3), their_lead="Mo Reed", agreed="Both visit.")


def a_system_is_let_in(borough: Borough) -> None:
    """The school's own system may ask, and a message could not be sent."""
    now, wyn, school = timezone.now(), borough.staff["wyn"], borough.staff["helen"].scope.posts[0].agency
    let_in(
        by=wyn, area=borough.area, agency=school, team=None, name="School records", permissions=["refer"],
        expires_on=day_of(now) + timedelta(days=365), now=now,
    )  # fmt: skip
    message = send_email(to="head@school.example", subject="Hello", body="Hello.", area=borough.area, now=now)
    OutgoingMessage.objects.filter(pk=message.pk).update(failed_at=now, tries=8, last_error="Not reached.")


def the_record_is_asked_for(borough: Borough, child: Person) -> None:
    """Somebody asks for Edie's record, somebody says that an entry is wrong, and the record is held."""
    priya, now = borough.staff["priya"], at(date(2025, 2, 5), "09:00")
    record_request(
        by=priya, child=child, asked_by="A solicitor", asks_as="representative", identity="A letter of authority",
        received_on=day_of(now), now=now,
    )  # fmt: skip
    ask_to_rectify(
        by=priya, entry=Entry.objects.filter(child=child, kind="child-seen")[0], asked_by="Edie", asked_on=day_of(now),
        wants="I did not say that.", now=now,
    )  # fmt: skip
    place_hold(by=priya, child=child, reason="An inquiry", review_on=date(2035, 2, 5), now=now)


def something_runs_beside(borough: Borough, child: Person) -> None:
    """Edie was missing for a time, and her school sees a decision differently."""
    staff, now = borough.staff, at(date(2025, 2, 5), "12:00")
    school, council = (staff[key].scope.posts[0].agency for key in ("helen", "dana"))
    open_strand(by=staff["dana"], child=child, kind_id="missing-episode", happened=now, answers={}, now=now)
    open_strand(
        by=staff["helen"], child=child, kind_id="disagreement", happened=day_of(now), now=now,
        answers={"raised-by": school, "asked-of": council, "about": "plan", "view": "It drifts.", "wanted": "A review.",
                 "safe-meanwhile": "She is at school every day."},
    )  # fmt: skip
    LocalSteps.objects.create(
        area=borough.area, from_on=date(2025, 1, 1), because="Agreed by the partnership", recorded_at=now,
        recorded_by=staff["sam"], steps=[{"name": "Step 1", "who": "Whoever decided", "working_days": 5}],
    )  # fmt: skip


def share_and_ask(borough: Borough, child: Person) -> None:
    """What was shared on the child, asked for and agreed, so that each page about it has something to show."""
    now, staff = at(date(2025, 2, 3), "10:00"), borough.staff
    school, council = (staff[key].scope.posts[0].agency for key in ("helen", "dana"))
    given = sharing.Sharing(
        outcome="share", what="Edie's attendance", reasons="It helps the school support her.", recipient=school,
        recipient_function="Keeping Edie in school", basis="public-task", purpose="help", would_harm="no",
        family_told="told", items=[sharing.Item(kind="fact", words="Edie is at home on Mondays.")],
    )  # fmt: skip
    sharing.decide_sharing(by=staff["dana"], child=child, sharing=given, now=now)
    for asking, asked in (("helen", council), ("dana", school)):
        sharing.ask_for_information(
            by=staff[asking],
            child=child,
            asked=asked,
            what="How is Edie?",
            why="For her plan",
            purpose="plan",
            now=now,
        )
    make_agreement(
        by=staff["sam"], area=borough.area, name="School and council", parties=[school, council], purpose="help",
        information=["education"], from_on=date(2025, 1, 1), now=now,
    )  # fmt: skip
    draft_request(by=staff["sam"], area=borough.area, asked=Asked(addressed_to="A landlord"), now=now)


def a_neighbour_writes(borough: Borough) -> None:
    """A referral by the public form that is held for a look."""
    sent = {
        "version": 1, "area": borough.area.code, "referrer": {"kind": "anonymous"}, "children": [{}],
        "statements": [{"kind": "concern", "words": "A boy is out alone at night."}],
    }  # fmt: skip
    take_in(
        sent, via=Via(door="public-form", sender="a neighbour"), idempotency_key="1",
        now=at(date(2025, 2, 3), "11:00"), held_because="Many within an hour",
    )  # fmt: skip
    receipt = Receipt.objects.all()[0]
    say_unhappy(
        submission=receipt.submission, area=borough.area, reason="Nobody rang.", contact="", by=None,
        now=at(date(2025, 2, 10), "09:00"),
    )  # fmt: skip
    noticed = {
        "number": "EP-1",
        "happened_at": "2025-02-01T22:00",
        "kind": "Missing",
        "words": "Found at the quay.",
    }
    take_in_notices(
        [noticed | {"given": "Noah", "family": "Marlow"}], area=borough.area, force="Estuary Police",
        now=at(date(2025, 2, 3), "12:00"),
    )  # fmt: skip
    ask_partners(
        by=borough.staff["maya"], child=Person.objects.filter(called="Edie Marlow")[0], reason="She was absent.",
        agencies=[borough.staff["helen"].scope.posts[0].agency], question="Does she come to school?",
        basis="section-17", now=at(date(2025, 2, 3), "13:00"),
    )  # fmt: skip


def a_review_is_booked(borough: Borough, child: Person) -> None:
    """Edie's review is to come: the school is invited with an account, a nurse without. A file is on its way."""
    staff, now = borough.staff, at(date(2025, 2, 4), "09:00")
    booking = book_conference(
        by=staff["dana"], children=[child], kind="review", starts_at=at(date(2035, 5, 8), "10:00"), place="Quay Room",
        chair=staff["jamal"], now=now,
        invitations=[
            Invited(name="Helen Marsh", agency=borough.agencies["primary"], report_wanted=True),
            Invited(name="Nora Quill", agency=borough.agencies["surgery"], report_wanted=True),
        ],
    )  # fmt: skip
    make_link(
        by=staff["dana"], child=child, invitation=booking.invitations.get(name="Nora Quill"), purpose="conference-report",
        email="nora@surgery.example", address_of="https://wrenmouth.example/guest/{}/".format, now=timezone.now(),
    )  # fmt: skip
    send_file(
        by=staff["dev"], sender=borough.agencies["secondary"], receiver=borough.agencies["primary"], child_name="Kit Rowe",
        born_on=date(2014, 5, 1), summary="Came to us in year 5.", now=now,
    )  # fmt: skip
    give_notice(
        by=staff["helen"], school=borough.agencies["primary"], child=None, now=now,
        given=NoticeGiven(kind="off-roll", from_on=date(2025, 2, 3), child_name="Kit Rowe", born_on=date(2014, 5, 1)),
    )  # fmt: skip


def a_child_may_have_two_records(borough: Borough, child: Person) -> None:
    """Edie and somebody who may be she; and two records that wait for a second person to join them."""
    now, priya = at(date(2025, 2, 5), "09:00"), borough.staff["priya"]
    twice = [
        Person.objects.create(
            area=borough.area, reference=f"WREN-TWICE{n}", called=called, born_on=child.born_on
        )
        for n, called in enumerate(("Edy Marlow", "Ed Marlowe", "Edi Marlowe"), start=2)
    ]
    pairs.listed(child, twice[0], found="batch", levels=compare(Told(), Told()), likelihood=0.5, now=now)
    joining.join(
        by=priya, kept=twice[1], joined=twice[2], reason="One child.", choices={"called": "kept"}, now=now
    )
    disposal = Disposal.objects.create(
        area=borough.area, on=date(2025, 2, 5), proposed_at=now, proposed_by=borough.staff["wyn"]
    )
    DisposalLine.objects.create(
        disposal=disposal, child=twice[0], reference_digest="0" * 32, rule="records.local", force="local",
        because="7 years from the last closing of a case", kept_until=date(2025, 2, 4),
    )  # fmt: skip


def _pair(world: World) -> tuple[Any, ...]:
    return (world.one(MaybeSame),)


def _joining(world: World) -> tuple[Any, ...]:
    return (world.one(Joining),)


def _booked(world: World) -> tuple[Any, ...]:
    return (world.child.reference, world.one(Booking, place="Quay Room"))


def _guest(world: World) -> tuple[Any, ...]:
    """The secret that went to the nurse, out of the letter that holds it."""
    letter = OutgoingMessage.objects.get(to="nora@surgery.example")
    return (re.search(r"/guest/([^/]+)/", letter.body)[1],)  # type: ignore[index]


def _entry(world: World) -> tuple[Any, ...]:
    return (world.child.reference, world.one(Entry, child=world.child, kind="child-seen"))


def _about(model: Any, **which: Any) -> Callable[[World], tuple[Any, ...]]:
    """The child's reference, and the key of one of the child's records."""
    return lambda world: (world.child.reference, world.one(model, **which, case__child=world.child))


def _referral(world: World) -> tuple[Any, ...]:
    return (world.one(Referral, case__child=world.child),)


def _submission(world: World) -> tuple[Any, ...]:
    return (Referral.objects.filter(case__child=world.child).values_list("submission", flat=True)[0],)


def _receipt(world: World) -> tuple[Any, ...]:
    return (status_secret(world.one(Receipt)),)


def _check(world: World) -> tuple[Any, ...]:
    return (world.one(CheckRequest),)


def _stack(world: World) -> tuple[Any, ...]:
    return (PoliceNotice.objects.values_list("stack", flat=True)[0],)


def _part(world: World) -> tuple[Any, ...]:
    return (world.child.reference, parts_on(date(2025, 1, 15))[0].key)


def _about_supervision(world: World) -> tuple[Any, ...]:
    return (world.child.reference, world.one(SupervisionAction, supervision__case__child=world.child))


def _area(world: World) -> tuple[Any, ...]:
    return (world.borough.area.code,)


def _in_area(model: Any, **which: Any) -> Callable[[World], tuple[Any, ...]]:
    return lambda world: (world.borough.area.code, world.one(model, **which))


#: What a page's address takes beyond the child's reference, by the page's name.
TAKES: dict[str, Callable[[World], tuple[Any, ...]]] = {
    "desk:entry": _entry,
    **{f"analysis:{name}": _entry for name in ("significant", "tag", "of-entry")},
    "analysis:take-back": lambda world: (world.child.reference, world.one(Significance)),
    "analysis:take-off": lambda world: (world.child.reference, world.one(EntryTag)),
    **{
        f"analysis:{name}": lambda world: (world.child.reference, world.one(Note))
        for name in ("note", "again")
    },
    "desk:correct-entry": _entry,
    "desk:add-to-entry": _entry,
    "desk:why": lambda world: (world.child.reference, world.one(Deadline, child=world.child)),
    "explorer:rule": lambda world: ("child-protection.initial-conference",),
    "explorer:reader": lambda world: ("schools",),
    "explorer:actor": lambda world: ("practitioners",),
    "explorer:topic": lambda world: ("child-protection",),
    "explorer:text": lambda world: ("CA1989",),
    "explorer:chapter": lambda world: ("WT2023", 3),
    "explorer:paragraph": lambda world: ("WT2023", "paragraph-153"),
    "briefings:document": lambda world: ("checklist",),
    "briefings:file": lambda world: ("briefing", "pdf"),
    "desk:agency": _in_area(Agency),
    "desk:team-details": _in_area(Team),
    "desk:close-team": _in_area(Team),
    "desk:practitioner": lambda world: (world.borough.area.code, world.staff("dana").pk),
    "desk:change-practitioner": lambda world: (world.borough.area.code, world.staff("dana").pk),
    "desk:new-post": lambda world: (world.borough.area.code, world.staff("dana").pk),
    "desk:new-registration": lambda world: (world.borough.area.code, world.staff("dana").pk),
    "desk:new-password": lambda world: (world.borough.area.code, world.staff("dana").pk),
    "desk:reset-sign-in": lambda world: (world.borough.area.code, world.staff("dana").pk),
    "desk:close-account": lambda world: (world.borough.area.code, world.staff("dana").pk),
    "desk:open-account": lambda world: (world.borough.area.code, world.staff("dana").pk),
    "desk:end-post": _in_area(Post, practitioner__name="Dana Wright"),
    "desk:end-registration": _in_area(Registration, practitioner__name="Dana Wright"),
    "desk:remove-holiday": _in_area(RecordedHoliday),
    "desk:end-switch": _in_area(AreaSwitch),
    "desk:reckon": lambda world: (world.borough.area.code, "2027-06-01"),
    "referrals:sent": _submission,
    "referrals:attach": _submission,
    "referrals:attach-here": _referral,
    "referrals:document": lambda world: (*_referral(world), world.one(Attachment)),
    "referrals:decide": _referral,
    "referrals:acknowledge": _referral,
    "referrals:tell": _referral,
    "referrals:same-child": _referral,
    "family:end-relationship": lambda world: (
        world.child.reference,
        world.one(Relationship, other=world.child),
    ),
    "family:take-back-couple": lambda world: (world.child.reference, world.one(Relationship, kind="couple")),
    "family:end-danger": lambda world: (world.child.reference, world.one(Danger)),
    "family:change-contact": lambda world: (world.child.reference, world.one(ContactDetail)),
    "api:systems": _area,
    "api:new-system": _area,
    "desk:messages": _area,
    "front_door:confirm": lambda world: ("a-secret",),
    "front_door:status": _receipt,
    "front_door:receipt": _receipt,
    "front_door:unhappy": _receipt,
    "front_door:answer": _check,
    "front_door:unhappy-with-own": _submission,
    "front_door:one-held": lambda world: (world.one(Receipt),),
    "front_door:one-unhappy": lambda world: (world.one(Unhappy),),
    "front_door:stack": _stack,
    "front_door:notice-receipt": lambda world: (world.one(NoticeReceipt),),
    "front_door:match": _stack,
    "desk:message": _in_area(OutgoingMessage),
    **dict.fromkeys(("api:system", "api:renew-system", "api:shut-out-system"), _in_area(ApiClient)),
    "family_help:passed-on": _about(MoveOfArea),
    "early_help:end-member": _about(FamilyTeamMember, agency=None, leads=False),
    "visits:visit": _about(Visit),
    **dict.fromkeys(("strands:local-steps", "strands:set-local-steps"), _area),
    "strands:start": lambda world: (world.child.reference, "private-fostering"),
    "strands:strand": _about(Strand, kind="missing-episode"),
    "strands:step": lambda world: (*_about(Strand, kind="missing-episode")(world), "returned"),
    **dict.fromkeys(
        ("strands:correct-step", "strands:earlier"),
        lambda world: (
            *_about(Strand, kind="missing-episode")(world),
            world.one(StrandStep, strand__kind="missing-episode"),
        ),
    ),
    "strands:disagreement": _about(Strand, kind="disagreement"),
    "strands:disagreement-step": lambda world: (*_about(Strand, kind="disagreement")(world), "answered"),
    "assessments:section": _part,
    "assessments:autosave": _part,
    "assessments:versions": _part,
    "section47:strategy-discussion": _about(StrategyDiscussion),
    "section47:end-exclusion": _about(Exclusion),
    "plans:one-plan": _about(ChildProtectionPlan),
    **{
        f"plans:{name}": _about(PlanMove) for name in ("move-told", "move-contact", "move-answer", "end-move")
    },
    "plans:change-need": lambda world: (
        world.child.reference,
        world.one(Need, plan__child=world.child, plan__ended_on=None),
    ),
    "plans:change-action": lambda world: (
        world.child.reference,
        world.one(
            Action, need__plan__child=world.child, need__plan__ended_on=None, done_on=None, dropped_on=None
        ),
    ),
    "sharing:decision": _about(SharingDecision),
    "sharing:recall": _about(SharingDecision),
    "sharing:one-shared": lambda world: (world.one(SharingDecision),),
    "sharing:answer": lambda world: (world.one(SharingRequest, asking_agency__sector="education"),),
    "sharing:withdraw": _about(SharingRequest, asking_agency__sector="childrens-social-care"),
    "sharing:end-agreement": _in_area(SharingAgreement),
    "sharing:request": _in_area(InformationRequest),
    "conferences:conference": lambda world: (world.child.reference, world.one(Conference)),
    "conferences:keep-away": _booked,
    "conferences:too-few": _booked,
    "conferences:quorum": _area,
    "conferences:booking": _booked,
    "conferences:report": _booked,
    "conferences:cancel": _booked,
    "partners:invitation": _booked,
    "partners:report": _booked,
    "partners:guest-links": _booked,
    "partners:check-links": _about(CheckRequest),
    "partners:guest": _guest,
    "partners:guest-code": _guest,
    "partners:action": lambda world: (
        world.child.reference,
        world.one(Action, agency__sector="education", need__plan__child=world.child),
    ),
    "partners:school-notice": lambda world: ("off-roll",),
    "partners:school-notice-for": lambda world: ("attendance", world.child.reference),
    "partners:unmatched-notice": lambda world: (world.one(SchoolNotice, child=None),),
    "partners:file": lambda world: (world.one(FileTransfer),),
}
_letter = _about(Letter, signed=None)
TAKES |= {
    f"letters:{name}": _letter
    for name in ("letter", "write", "sign", "send", "failed", "not-sent", "translate")
}
TAKES |= {
    "letters:begin": lambda world: (world.child.reference, "other"),
    "letters:paper": lambda world: (world.child.reference, "for-a-court", "view"),
    "letters:file": lambda world: (*_letter(world), "print"),
    "letters:received": lambda world: (world.one(Letter, signed__isnull=False),),
    "letters:received-file": lambda world: (world.one(Letter, signed__isnull=False), "print"),
    "letters:templates": _area,
    "letters:set-days": lambda world: (world.borough.area.code, "plan-circulation"),
    "letters:template": lambda world: (world.borough.area.code, "plan", "parent"),
}
TAKES |= {
    "conference_day:preread": _booked,
    "conference_day:papers": _booked,
    "conference_day:give": lambda world: (*_booked(world), world.one(Invitation, name="Nora Quill")),
    "conference_day:paper": lambda world: (*_booked(world), world.one(Invitation, name="Nora Quill"), "view"),
    "conference_day:wall": lambda world: (world.child.reference, "review"),
    "conference_day:afterwards": lambda world: (world.child.reference, world.one(Conference)),
}
TAKES |= {
    "supervision:session": lambda world: (world.one(Supervision),),
    "supervision:record": lambda world: (world.staff("dana").pk,),
    "supervision:done": _about_supervision,
}
TAKES |= {
    "desk:say-away": lambda world: (world.staff("dana").pk,),
    **dict.fromkeys(("desk:change-cover", "desk:end-away"), lambda world: (world.one(Absence),)),
}
_place, _place_action, _linked = (
    lambda world: (world.one(Context),), lambda world: (world.one(PlaceAction),), _about(ContextLink),
)  # fmt: skip
TAKES |= {
    **dict.fromkeys(("contexts:context", "contexts:print", "contexts:history", "contexts:tie"), _place),
    **dict.fromkeys(("contexts:action", "contexts:settle", "contexts:move"), _place_action),
    "contexts:act": lambda world: (*_place(world), "add-action"),
    "contexts:end-tie": lambda world: (*_place(world), world.one(ContextTie)),
    "contexts:end-naming": lambda world: (*_place(world), world.one(ContextWorker)),
    "contexts:one-link": _linked,
    "contexts:act-on-link": lambda world: (*_linked(world), "renew"),
    "contexts:end-let-know": lambda world: (
        *_linked(world),
        world.one(LetKnow, link__case__child=world.child),
    ),
    **dict.fromkeys(("contexts:risk-words", "contexts:set-risk-words"), _area),
}
_round, _planned, _organisation = (
    lambda world: (world.one(SelfAssessment, signed_at=None),),
    lambda world: (world.one(PlannedAction),),
    lambda world: (world.borough.area.code, world.borough.agencies["primary"].pk),
)
TAKES |= {
    **{f"improvement:{name}": _round for name in (
        "assessment", "assessment-print", "assessment-csv", "history", "sign", "submit", "add", "set-aside",
    )},
    **{f"improvement:{name}": _planned for name in ("action", "change", "progress", "done", "drop", "reopen")},
    **{f"improvement:{name}": _organisation for name in (
        "body", "begin", "over-time", "plan", "plan-print", "plan-csv", "plan-calendar", "plan-new",
    )},
    **{f"improvement:{name}": _area for name in (
        "side-by-side", "side-by-side-print", "side-by-side-csv", "parts", "give-part", "scale", "set-scale",
    )},
    "improvement:judge": lambda world: (*_round(world), "expectation.leaders:learn"),
    "improvement:end-part": _in_area(PartnershipPart),
}  # fmt: skip
TAKES |= {"analysis:area-tags": _area, "analysis:end-area-tag": _in_area(AreaTag)}
TAKES |= {f"matching:{name}": _pair for name in ("pair", "join")}
TAKES |= {f"matching:{name}": _joining for name in ("confirm", "withdraw", "part")}
TAKES |= {
    f"retention:{name}": _area
    for name in ("due", "new-period", "records", "disposals", "propose", "new-wait")
}
TAKES |= {
    f"retention:{name}": _in_area(Disposal)
    for name in ("disposal", "sign-disposal", "cancel-disposal", "certificate")
}
TAKES |= {
    f"retention:{name}": lambda world: (world.child.reference, world.one(SubjectRequest))
    for name in ("one-request", "cover", "sign", "given")
}
TAKES |= {
    "retention:lift-hold": lambda world: (world.child.reference, world.one(LegalHold)),
    "retention:decide": lambda world: (world.child.reference, world.one(SubjectRequest), world.one(PackSpan)),
    "retention:new-rectification": _entry,
    "retention:answer-rectification": lambda world: (world.child.reference, world.one(Rectification)),
}
TAKES |= {
    "need_to_know:rules": _area,
    "need_to_know:review-team": lambda world: (world.one(Team, name="Harbour team"),),
}
TAKES |= {
    f"desk:{name}": _area
    for name in (
        "administration-area", "area", "agencies", "new-agency", "teams", "new-team", "changes", "practitioners",
        "new-practitioner", "holidays", "new-holiday", "switches", "new-switch", "silences", "new-silences",
    )
}  # fmt: skip
TAKES |= {f"sharing:{name}": _area for name in ("agreements", "new-agreement", "requests", "new-request")}
#: What other systems ask of the interface, with a token: tests/api asks each of them.
OPERATIONS = {f"api:{name}" for name in (
    "areas", "rules", "rule", "due", "referrals", "referral", "police-notices", "police-notices-receipt", "children", "child", "chronology",
    "deadlines", "details", "tell", "information", "subscriptions", "subscription", "description", "nowhere",
)}  # fmt: skip
#: Addresses that no person opens as a page: machines and forms send to them.
NO_PAGES = {
    "partners:ask-again",
    "partners:guest-draft",
    "signing_in:end-session",
    "signing_in:end-others",
    "openid_connect_login",
    "openid_connect_callback",
    "signing_in:stay",
    "signing_in:leave",
    "drafts:keep",
    "drafts:throw-away",
    "letters:correct",
    "front_door:undo",
    "front_door:part",
    *OPERATIONS,
    "partners:report-draft",
    "partners:withdraw-guest",
    "partners:withdraw-check-link",
    "partners:file-received",
    "healthz",
    "replay:what-if-table",
    "account_logout",
    "assessments:autosave",
    "gallery:kept",
    "front_door:schema",
    "explorer:export",
    "explorer:schema",
    "front_door:notice-receipt-csv",
    "desk:notice-seen",
    "desk:team-weeks-calendar",
    *(f"improvement:{name}" for name in ("assessment-csv", "plan-csv", "plan-calendar", "side-by-side-csv")),
}
#: Pages that stand only while something is so that is not so in this world; their own tests open them.
ELSEWHERE = {
    "retention:pack": "a sign-in of the last minutes",
    "retention:pack-file": "a pack that was signed",
    "retention:sign-disposal": "somebody who proved lately who they are",
    "retention:certificate": "a disposal that was carried out",
    "need_to_know:emergency": "a sign-in of the last minutes",
    "need_to_know:keys": "a seal that stands",
    "need_to_know:lift-seal": "a seal that stands",
    "need_to_know:lift-conflict": "a record closed to somebody",
    "need_to_know:review-emergency": "a record opened in an emergency",
    "conferences:before-birth": "a child who is not born yet",
    "need_to_know:settle": "a conflict that somebody told of",
    "need_to_know:settle-found": "names on record that are alike",
    "desk:reset-sign-in": "somebody who proved lately who they are",
    "api:new-system": "somebody who proved lately who they are",
    "api:renew-system": "somebody who proved lately who they are",
    "mfa_authenticate": "somebody in the middle of signing in",
    "signing_in:add-app": "somebody who proved lately who they are",
    "signing_in:add-passkey": "somebody who proved lately who they are",
    "signing_in:recovery-codes": "somebody with a second factor",
    "signing_in:remove-factor": "somebody with a second factor",
    "front_door:question": "a referral that somebody began to write",
    "front_door:check": "a referral that somebody wrote",
    "front_door:later": "a referral that somebody began to write",
    "front_door:back": "a referral that somebody began to write",
    "family_help:done": "an action of an open child-in-need plan",
    **dict.fromkeys(("care:change", "care:cease", "care:two-plans"), "a child who is looked after"),
    "assessments:signed": "an assessment that was approved",
    "assessments:tell": "an assessment that was approved",
    "section47:answer-request": "an agency's request for a conference",
    "partners:add-to-report": "a report that an agency has sent",
    "partners:file-document": "a document that another school sent",
    "letters:release": "a letter in which a protected address stands",
    "partners:guest-open": "a guest whose code was right",
    **dict.fromkeys(("replay:what-if-print", "replay:what-if-rule"), "a text that somebody asked to try"),
}
#: Pages of one's own area, which show nothing of another's.
OF_ONES_OWN_AREA = {
    "referrals:front-door", "front_door:held", "front_door:figures", "front_door:set-figures", "front_door:notices", "front_door:notice-receipts",
    "partners:unmatched-notices",
    "contexts:open", "matching:maybe-same", "desk:helped", "replay:what-if", "early_help:mine", "early_help:offer-new",
}  # fmt: skip
#: Pages for people who have no account; some take a secret that only they hold.
WITHOUT_SIGN_IN = {
    "account_login", "api:documentation", "front_door:start", "front_door:emergency", "front_door:confirm", "front_door:confirmed",
    "front_door:status", "front_door:receipt", "front_door:unhappy", "partners:guest", "partners:guest-code",
    *(f"explorer:{name}" for name in (
        "home", "search", "reader", "actor", "topic", "limits", "words", "texts", "text", "chapter", "paragraph", "rules",
        "rules-to-check", "rule",
    )),
    "briefings:compare", "briefings:briefings", "briefings:document", "briefings:file",
}  # fmt: skip
#: Pages that are everybody's, once signed in.
EVERYBODYS = WITHOUT_SIGN_IN | {
    "front_door:asked-of-me",
    "replay:reading",
    "desk:what-i-looked-at",
    "letters:to-translate",
    "account_login", "account_change_password", "password_changed", "signing_in:confirm", "signing_in:safety",
    "signing_in:add-app", "signing_in:add-passkey", "signing_in:recovery-codes", "signing_in:remove-factor",
    "signing_in:sessions",
    "desk:home", "desk:my-work", "desk:search",
    "desk:team", "desk:team-silences", "desk:handovers", "desk:team-away", "desk:team-weeks", "desk:team-weeks-print", "desk:away", "desk:team-load", "desk:team-sign-off", "supervision:sessions", "desk:notices", "need_to_know:policies",
    "need_to_know:mine", "need_to_know:declare-by-name", "referrals:new", "referrals:mine",
    "sharing:shared", "partners:tell-us", "contexts:contexts", "contexts:our-actions", "improvement:home", "improvement:adopt",
}  # fmt: skip


def address(name: str, takes: tuple[str, ...], world: World) -> str:
    """The address of a page in this world. Raises KeyError for a page that nobody has placed in it yet."""
    if name in TAKES:
        return reverse(name, args=TAKES[name](world))
    if takes in ((), ("reference",)):
        return reverse(name, args=(world.child.reference,) * len(takes))
    raise KeyError(f"{name} takes {takes}. Say in tests/every/pages.py where it is to be opened.")


PAGES = {name: takes for name, takes in named() if name not in NO_PAGES}
OPENED = {name: takes for name, takes in PAGES.items() if name not in ELSEWHERE}
