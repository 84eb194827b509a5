"""Everything that must or should be told, row by row: which letter, to whom, on what ground, and what makes it due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from alongside.assessments.models import Assessment, AssessmentApproval, AssessmentNotice
from alongside.assessments.telling import ToldInWriting, record_told, waits
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import record_shortfall
from alongside.deadlines.clocks import CLOCKS
from alongside.deadlines.models import Deadline
from alongside.demo import story
from alongside.demo.telling import Cast, at
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction, ChildInNeedPlanNeed
from alongside.letters.duties import DUE, READ, duties_of, letters_of, state_of
from alongside.letters.local import set_days
from alongside.letters.models import Audience, Letter, LocalDays
from alongside.letters.papers import document
from alongside.letters.reading import read_record
from alongside.letters.which import BY_ID, LETTERS
from alongside.letters.writing import latest_case
from alongside.moments import day_of
from alongside.people.models import Name, Person
from alongside.plans.models import MoveTold, PlanMove
from alongside.plans.services.moves import Moving, end_move, record_move_away
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from alongside.strands.models import StrandStep
from alongside.strands.services import open_strand, record_step
from tests.every.pages import World
from tests.letters.hiding import hide
from tests.letters.writing_to import Desk, words
from tests.pages import MOST_QUERIES, reader

pytestmark = pytest.mark.django_db
MUST, SHOULD, LOCAL = "must", "should", "local"
C, P, A, R = Audience.CHILD, Audience.PARENT, Audience.AGENCY, Audience.REFERRER


@dataclass(frozen=True)
class Row:
    """One line of what is to be told. due: "event" where something that happened makes it due, "booked", or ""."""

    when: str
    kind: str
    to: tuple[Audience, ...]
    force: str
    due: str = "event"
    clock: bool = True


#: Where: Working Together 2023, paragraphs 151 and 153, pages 74, 85, 87, 92, 96, 100, 101; Children Act 1989, s 17ZB and 46.
ROWS = (
    Row("a referral is received", "referral-received", (R,), SHOULD),
    Row("a referral is decided on", "referral-decided", (R,), SHOULD),
    Row("an assessment is concluded", "assessment-outcome", (C, P, A), SHOULD),
    Row("an assessment is concluded", "assessment-referrer", (R,), SHOULD),
    Row("an assessment is concluded, where the area gives copies", "assessment-copy", (C, P), LOCAL, clock=False),
    Row("section 47 enquiries begin", "enquiries-begin", (C, P), SHOULD),
    Row("a conference is booked", "conference-invitation", (C, P, A), SHOULD, "booked", clock=False),
    Row("a conference decides on no plan", "conference-outcome", (C, P, A), LOCAL, clock=False),
    Row("a conference makes a plan", "plan", (C, P, A), SHOULD),
    Row("a review lets the plan go on", "review-outcome", (C, P, A), LOCAL, clock=False),
    Row("a plan ends", "plan-ended", (C, P, A), SHOULD),
    Row("a child on a plan moves", "moves-on-plan", (Audience.AUTHORITY,), SHOULD),
    Row("a child in need moves", "moves-in-need", (Audience.AUTHORITY,), SHOULD),
    Row("another authority's child: responsibility is accepted", "responsibility-accepted", (Audience.AUTHORITY,), SHOULD, "", clock=False),
    Row("police protection begins", "police-protection", (C, P, Audience.AUTHORITY), MUST),
    Row("pre-proceedings begin", "before-proceedings", (P,), SHOULD),
    Row("a young carer was assessed", "young-carer", (C, P, Audience.NAMED), MUST),
    Row("a family agrees to a plan of help", "help-plan", (C, P, A), SHOULD, "", clock=False),
    Row("anything else", "other", tuple(Audience), LOCAL, "", clock=False),
)  # fmt: skip
EACH = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kind)


@EACH
def test_each_row_has_its_letter_its_readers_its_ground_and_what_makes_it_due(row: Row) -> None:
    kind = BY_ID[row.kind]
    assert set(kind.audiences) == set(row.to)
    assert (kind.ground.force.value if kind.ground else LOCAL) == row.force
    assert bool(kind.due) is (row.due == "event")
    timed = {clock.rule.id for clock in CLOCKS}
    assert (kind.rule in timed and kind.due is not None) is row.clock


def test_every_kind_of_letter_stands_in_the_table() -> None:
    missing = {kind.id for kind in LETTERS} ^ {row.kind for row in ROWS}
    assert not missing, (
        f"Say in ROWS of {__name__} when {', '.join(missing)} is written, to whom, and on what ground."
    )


def test_every_clock_of_a_letter_starts_with_what_makes_the_letter_due() -> None:
    for kind in LETTERS:
        started = [clock.started_by.ids for clock in CLOCKS if clock.rule.id == kind.rule]
        assert not (kind.due and started) or any(kind.due.ids & ids for ids in started), kind.id
    assert DUE


@pytest.fixture
def desk(client: Client, world: World) -> Desk:
    return Desk(client, world.staff("dana"), world.child.reference)


@pytest.fixture
def approved(world: World) -> AssessmentApproval:
    """Edie's assessment is concluded, and nobody has been told: the police had referred her, and not her school."""
    Referral.objects.filter(case__child=world.child).update(referrer_agency=world.borough.agencies["police"])
    marlows = story.Marlows(
        *Person.objects.filter(called__in=("Edie Marlow", "Finn Marlow")).order_by("called")
    )
    story.the_assessment_is_approved(Cast(world.borough), marlows)
    AssessmentNotice.objects.filter(approval__case__child=world.child).delete()
    return AssessmentApproval.objects.get(case__child=world.child)


def duties(child: Person, kind: str) -> list[Any]:
    case = latest_case(child)
    case.child = child
    return [
        one
        for one in duties_of(case, child, letters_of(case), read_record(case, child, READ))
        if one.kind.id == kind
    ]


def today() -> dict[str, int]:
    day = day_of(timezone.now())
    return {"on_day": day.day, "on_month": day.month, "on_year": day.year}


def goes(desk: Desk, kind: str, reader: str, about: Any = "", **said: str) -> Letter:
    """Written, signed and handed over."""
    letter = desk.begin(kind, reader, about)
    desk.say(letter, others_belong="on", **said)
    assert desk.sign(letter).status_code == 303
    assert desk.do("send", letter, how="in-person", **today()).status_code == 303
    return letter


class TestSentFailedAndNotSent:
    @EACH
    def test_a_letter_of_each_kind_to_each_reader_goes_fails_and_goes_again(
        self, world: World, desk: Desk, row: Row
    ) -> None:
        record = read_record(latest_case(world.child), world.child)
        there = {
            C: f"child:{world.child.pk}", P: record.parents[0].key, A: record.agencies[0].key,
            R: f"referrer:{next(reversed(record.referrers.values()))}",
            Audience.AUTHORITY: "authority:Farholme", Audience.NAMED: "named:Aunt Bea",
        }  # fmt: skip
        said = {box.key: "What we say." for box in BY_ID[row.kind].boxes}
        reader = there[row.to[-1]]
        if row.to[-1] in (Audience.AUTHORITY, Audience.NAMED):
            letter = self._by_name(desk, row)
        else:
            letter = desk.begin(row.kind, reader)
        assert state_of(letter) == "to-sign"
        desk.say(letter, others_belong="on", **said)
        assert desk.sign(letter).status_code == 303
        assert desk.do("send", letter, how="in-person", **today()).status_code == 303
        assert desk.do("failed", letter, because="Nobody there.", **today()).status_code == 303
        assert state_of(Letter.objects.get(pk=letter.pk)) == "failed"
        assert desk.do("not-sent", letter, because="They were told in person.").status_code == 303
        assert state_of(Letter.objects.get(pk=letter.pk)) == "not-sent"

    def _by_name(self, desk: Desk, row: Row) -> Letter:
        where = f"{desk.at('begin', row.kind)}?to={row.to[-1].value}"
        assert desk.client.post(where, {"name": ""}).status_code == 422
        answer = desk.client.post(where, {"name": "Farholme Council"})
        assert answer.status_code == 303
        return Letter.objects.get(to_name="Farholme Council", kind=row.kind)


class TestTheFamilyIsTold:
    def test_letters_to_all_of_the_family_say_so_on_the_assessments_page_and_meet_what_was_missing(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        page = reverse("assessments:signed", args=[world.child.reference, approved.assessment.pk])
        family = [
            one.reader.key for one in duties(world.child, "assessment-outcome") if one.reader.person_key
        ]
        for key in family[:-1]:
            goes(desk, "assessment-outcome", key, approved.entry_id, why="Because.")
        assert not AssessmentNotice.objects.filter(approval=approved).exists(), (
            "one of them is still to be told"
        )

        goes(desk, "assessment-outcome", family[-1], approved.entry_id, why="Because.")

        notice = AssessmentNotice.objects.get(approval=approved, agency=None)
        assert notice.source is not None
        assert notice.source.kind == "letter-sent"
        shown = words(desk.client.get(page))
        assert "The family: handed over in person" in shown
        assert "What the assessment of Edie Marlow decided" in shown

    def test_what_was_missing_is_shown_as_met_on_that_day(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        record_shortfall(approved.entry, "assessment.findings-shared", ["the family"])
        page = reverse("assessments:signed", args=[world.child.reference, approved.assessment.pk])
        assert "Told since" not in words(desk.client.get(page))
        for one in duties(world.child, "assessment-outcome"):
            if one.reader.person_key:
                goes(desk, "assessment-outcome", one.reader.key, approved.entry_id, why="Because.")
        assert "the family not recorded. Told since: the family on" in words(desk.client.get(page))

    def test_a_family_that_was_told_is_no_word_to_the_referrer_and_a_letter_is_no_copy(
        self, world: World, approved: AssessmentApproval
    ) -> None:
        LocalDays.objects.create(
            area=world.borough.area, what="assessment-copy", working_days=5, from_on=date(2025, 1, 1), because="Protocol",
            written_at=timezone.now(), written_by=world.staff("wyn"),
        )  # fmt: skip
        notice = AssessmentNotice.objects.create(
            area=world.borough.area, approval=approved, how="letter", told_on=approved.approved_on
        )
        states = {
            kind: {one.state for one in duties(world.child, kind)}
            for kind in ("assessment-referrer", "assessment-copy")
        }
        assert states == {"assessment-referrer": {"to-write"}, "assessment-copy": {"to-write"}}
        AssessmentNotice.objects.filter(pk=notice.pk).update(how="copy")
        assert {one.state for one in duties(world.child, "assessment-copy")} == {"told"}

    def test_whoever_referred_before_somebody_without_a_name_is_not_told_what_followed_that(
        self, world: World, approved: AssessmentApproval
    ) -> None:
        assert len(duties(world.child, "assessment-referrer")) == 1
        last = Referral.objects.filter(case=approved.case).latest("received_on", "id")
        last.pk, last._state.adding = uuid4(), True
        last.entry, last.received_on = approved.entry, last.received_on + timedelta(days=1)
        last.referrer_kind, last.referrer, last.referrer_agency = Referral.Referrer.ANONYMOUS, None, None
        last.save()
        assert duties(world.child, "assessment-referrer") == []

    def test_the_referrer_is_a_limit_until_their_agency_or_a_letter_has_told_them(
        self, world: World, approved: AssessmentApproval
    ) -> None:
        waiting = Deadline.objects.outstanding().filter(
            case=approved.case, rule_id="assessment.referrer-told"
        )
        assert waiting.get().starts_on == approved.approved_on
        agency = world.borough.agencies["police"]
        record_told(
            by=world.staff("dana"), assessment=Assessment.objects.get(approval=approved), now=timezone.now(),
            told=[ToldInWriting(how="email", agency=agency)], told_on=approved.approved_on,
        )  # fmt: skip
        assert not waiting.exists()

    @pytest.mark.parametrize(
        ("kind", "agency", "reachable", "informed", "waiting"),
        [
            ("practitioner", True, True, "nobody", True),
            ("practitioner", True, True, "agency", False),
            ("practitioner", False, True, "family", True),
            ("family", False, True, "nobody", True),
            ("family", False, True, "family", False),
            ("public", False, True, "family", True),
            ("public", False, False, "nobody", False),
            ("anonymous", False, False, "nobody", False),
        ],
    )
    def test_who_referred_and_is_still_to_be_told(
        self, world: World, kind: str, agency: bool, reachable: bool, informed: str, waiting: bool
    ) -> None:
        police = world.borough.agencies["police"]
        referral = Referral(
            referrer_kind=kind, referrer_agency=police if agency else None, referrer_name="Una Marsh",
            referrer_contact="01632 960 001" if reachable else "",
        )  # fmt: skip
        told = {"nobody": [], "family": [None], "agency": [None, police.pk]}[informed]
        assert waits(referral, told) is waiting

    def test_a_family_of_whom_nobody_was_sent_it_is_not_told(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        for one in duties(world.child, "assessment-outcome"):
            if one.reader.person_key:
                letter = desk.begin("assessment-outcome", one.reader.key, approved.entry_id)
                desk.do("not-sent", letter, because="It is not safe.")
        assert not AssessmentNotice.objects.filter(approval=approved, agency=None).exists()


class TestBeforeProceedings:
    SAID = {
        "concerns": "Nobody is home at night.", "expectations": "Somebody is home.", "support": "A worker comes.",
        "consequences": "We ask a court.", "family_group": "Ring us.", "lawyer": "Ask at the advice centre.",
    }  # fmt: skip

    @pytest.fixture
    def begun(self, world: World) -> Any:
        return open_strand(
            by=world.staff("dana"), child=world.child, kind_id="pre-proceedings", happened=day_of(timezone.now()),
            answers={"decision": "Things do not change."}, now=timezone.now(),
        )  # fmt: skip

    def test_each_parent_is_due_a_letter_and_the_last_one_meets_it_and_stands_with_the_strand(
        self, world: World, desk: Desk, begun: Any
    ) -> None:
        due = duties(world.child, "before-proceedings")
        assert [one.reader.audience for one in due] == [P] * len(due)
        limit = Deadline.objects.get(child=world.child, rule_id="pre-proceedings.letter-sent")
        assert limit.is_outstanding

        for one in due:
            assert Deadline.objects.get(pk=limit.pk).is_outstanding
            goes(desk, "before-proceedings", one.reader.key, one.about.pk, **self.SAID)

        assert Deadline.objects.get(pk=limit.pk).met_on == day_of(timezone.now())
        steps = StrandStep.objects.filter(strand=begun, step="letter-sent")
        assert {step.answers["to"] for step in steps} == {str(one.reader.person_key) for one in due}
        assert {step.answers["concerns"] for step in steps} == {"Nobody is home at night."}
        assert Deadline.objects.get(child=world.child, rule_id="family-group.offer").met_on, (
            "the letter held the offer"
        )

    def test_a_letter_that_was_recorded_beside_the_case_by_hand_is_not_due_again(
        self, world: World, desk: Desk, begun: Any
    ) -> None:
        rosa = Person.objects.get(called="Rosa Marlow")
        record_step(
            by=world.staff("dana"), child=world.child, strand=begun, step_id="letter-sent", happened=day_of(timezone.now()),
            answers={"to": rosa}, now=timezone.now(),
        )  # fmt: skip
        states = {one.reader.name: one.state for one in duties(world.child, "before-proceedings")}
        assert states["Rosa Marlow"] == "told"
        assert Deadline.objects.get(child=world.child, rule_id="pre-proceedings.letter-sent").met_on


class TestAYoungCarersCopy:
    @pytest.mark.parametrize(
        ("given", "left"), [((), 2), (("young-carer",), 1), (("young-carer", "parents"), 0)]
    )
    def test_it_must_go_to_the_child_and_the_parents_unless_they_had_it_at_once(
        self, world: World, given: tuple[str, ...], left: int
    ) -> None:
        by, now = world.staff("dana"), timezone.now()
        strand = open_strand(
            by=by, child=world.child, kind_id="young-carer", happened=day_of(now), answers={}, now=now
        )
        record_step(
            by=by, child=world.child, strand=strand, step_id="assessed", happened=day_of(now), now=now,
            answers={"care-given": "Gets Finn ready each day.", "written-copy": list(given)},
        )  # fmt: skip
        due = duties(world.child, "young-carer")
        still = {one.reader.audience for one in due if not one.settled}
        assert len(still) == left
        running = Deadline.objects.filter(child=world.child, rule_id="young-carer.assessment-copy")
        assert running.exists() is (left > 0)
        assert all(one.force == MUST and "section 17ZB" in one.citation for one in running)


class TestAMoveOfAChildOnAPlan:
    def test_the_other_authority_is_told_by_the_letter_and_its_limit_runs_from_that_day(
        self, world: World, desk: Desk
    ) -> None:
        for one in PlanMove.objects.filter(case__child=world.child):
            end_move(by=world.staff("dana"), child=world.child, move=one.pk, ended_on=day_of(timezone.now()), how="withdrawn",
                     words="They stayed.", now=timezone.now())  # fmt: skip
        record_move_away(
            by=world.staff("dana"), child=world.child, now=timezone.now(),
            moving=Moving(known_on=day_of(timezone.now()), lasting="for-good", authority="Eastholme", meanwhile="Dana visits."),
        )  # fmt: skip
        (due,) = duties(world.child, "moves-on-plan")
        assert due.reader.name == "Eastholme"

        goes(
            desk,
            "moves-on-plan",
            due.reader.key,
            due.about.pk,
            moved="For good, today.",
            sent="All of it.",
            meanwhile="We do.",
        )

        assert MoveTold.objects.get(move__authority="Eastholme").sent == "All of it."
        assert Deadline.objects.get(
            child=world.child, rule_id="child-protection.move-told", started_by=due.about
        ).met_on
        assert Deadline.objects.filter(
            child=world.child, rule_id="child-protection.receiving-conference"
        ).exists()
        assert all(one.settled for one in duties(world.child, "moves-on-plan"))


class TestLastDays:
    def test_an_invitation_is_due_by_the_day_of_the_conference(self, world: World, desk: Desk) -> None:
        due = duties(world.child, "conference-invitation")
        assert due
        assert {one.because for one in due} == {"the conference"}
        assert all(one.by for one in due)
        assert "the conference" in words(desk.get("documents"))

    def test_an_area_sets_its_own_days_for_sending_out_the_plan(self, world: World, client: Client) -> None:
        admin = Desk(client, world.staff("wyn"), world.child.reference)
        where = reverse("letters:set-days", args=[world.borough.area.code, "plan-circulation"])
        day = day_of(timezone.now())
        said = {"working_days": "5", "because": "Local protocol, 4.2"}
        now = {"from_on_day": day.day, "from_on_month": day.month, "from_on_year": day.year}
        assert client.post(where, {**now, "because": ""}).status_code == 422
        told_back = client.post(where, {**said, **now})
        assert told_back.status_code == 200
        (form,) = [one for one in html.fromstring(told_back.content).forms if "working_days" in one.inputs]
        kept = client.post(where, {**dict(form.form_values()), "step": "confirm"})
        assert kept.status_code == 303
        assert LocalDays.objects.get().working_days == 5
        assert "5 working days from" in words(
            client.get(reverse("letters:templates", args=[world.borough.area.code]))
        )
        assert admin.get("documents").status_code == 404, "who administers reads no record"

    def test_days_are_set_for_what_is_to_come_and_once_for_a_day(self, world: World) -> None:
        def kept(on: date) -> LocalDays:
            return set_days(by=world.staff("wyn"), area=world.borough.area, what="assessment-copy", working_days=3, from_on=on,
                            because="Protocol", now=timezone.now())  # fmt: skip

        day = day_of(timezone.now())
        kept(day)
        with pytest.raises(Refusal, match="are set already"):
            kept(day)
        with pytest.raises(Refusal, match="to come"):
            kept(day - timedelta(days=1))

    def test_the_plan_is_shown_as_due_by_the_areas_own_figure_which_is_no_law(
        self, world: World, desk: Desk
    ) -> None:
        assert {one.by for one in duties(world.child, "plan")} == {None}
        self.set(world, "plan-circulation", 5)

        (by,) = {one.by for one in duties(world.child, "plan")}
        held = Entry.objects.get(child=world.child, kind="initial-conference-held").happened_on
        assert held + timedelta(days=7) == by
        assert "5 working days, this area’s own figure" in words(desk.get("documents"))

    def test_a_copy_of_the_assessment_is_due_only_where_the_area_says_so(
        self, world: World, approved: AssessmentApproval
    ) -> None:
        assert duties(world.child, "assessment-copy") == []
        self.set(world, "assessment-copy", 10)
        assert {one.reader.audience for one in duties(world.child, "assessment-copy")} == {C, P}

    def set(self, world: World, what: str, days: int) -> None:
        LocalDays.objects.create(
            area=world.borough.area, what=what, working_days=days, from_on=date(2025, 1, 1), because="Protocol",
            written_at=at(date(2025, 1, 1), "09:00"), written_by=world.staff("wyn"),
        )  # fmt: skip


class TestThePlanInPlainWords:
    """The child's own plan and the parents' page, whichever plan runs."""

    @pytest.mark.parametrize("basis", ["section-17", "early-help"])
    def test_a_plan_that_the_family_agreed_to_has_both_too(
        self, world: World, desk: Desk, basis: str
    ) -> None:
        child, case = self._somebody(world)
        plan = ChildInNeedPlan.objects.create(
            area=case.area, case=case, basis=basis, started_on=date(2025, 2, 1), aims="Calm mornings.", recorded_by=world.staff("dana"),
            expectations="Rosa rings when it is hard.", family_agreed="yes", agreed_by="Rosa", next_review_on=date(2025, 5, 1),
        )  # fmt: skip
        need = ChildInNeedPlanNeed.objects.create(
            plan=plan, need="Breakfast.", outcome="Edie eats each morning.", recorded_at=timezone.now()
        )
        ChildInNeedPlanAction.objects.create(
            need=need,
            what="Comes at seven",
            owner="Dana Wright",
            by_when=date(2025, 3, 1),
            recorded_at=timezone.now(),
        )
        for_child, for_parents = (document(which, child, case) for which in ("for-the-child", "for-parents"))

        said = " ".join(block.words for block in for_child.blocks)
        assert "Dana Wright: Comes at seven, by Saturday 1 March 2025." in said
        assert "Edie eats each morning." in said
        assert "If it isn't working" in said
        assert "Rosa rings" not in said, "what is asked of parents is not the child's to carry"
        parents = " ".join(block.words for block in for_parents.blocks)
        assert "Calm mornings." in parents
        assert "Rosa rings when it is hard." in parents
        assert "complaint" in parents
        desk.reference = child.reference
        read, dana = reader(desk.client), world.staff("dana")
        read(dana, desk.at("documents"))
        asked = {
            which: len(read(dana, desk.at("paper", which, "view")).sql)
            for which in ("for-the-child", "for-parents")
        }
        letter = desk.begin("help-plan", f"child:{child.pk}")
        assert "Comes at seven" in words(desk.get("letter", letter.pk))
        asked["letter"] = len(read(dana, desk.at("letter", letter.pk)).sql)
        assert max(asked.values()) <= MOST_QUERIES, asked

    def test_a_school_is_not_named_to_the_family_while_a_home_is_protected(self, world: World) -> None:
        child, case = self._somebody(world)
        plan = ChildInNeedPlan.objects.create(
            area=case.area, case=case, basis="section-17", started_on=date(2025, 2, 1), aims="Rest.", family_agreed="yes",
            agreed_by="Rosa", recorded_by=world.staff("dana"),
        )  # fmt: skip
        need = ChildInNeedPlanNeed.objects.create(plan=plan, need="Friends", recorded_at=timezone.now())
        ChildInNeedPlanAction.objects.create(
            need=need,
            what="A club each week",
            agency=world.borough.agencies["primary"],
            recorded_at=timezone.now(),
        )
        said = " ".join(one.words for one in document("for-the-child", child, case).blocks)
        assert "Mill Lane Primary School: A club each week." in said
        hide([child])
        said = " ".join(one.words for one in document("for-the-child", child, case).blocks)
        assert "Mill Lane" not in said
        assert "Somebody who helps you: A club each week." in said

    def _somebody(self, world: World) -> tuple[Person, Case]:
        area, dana = world.borough.area, world.staff("dana")
        child = Person.objects.create(
            area=area, reference="WREN-HELPED", called="Noor Hale", born_on=date(2015, 4, 1)
        )
        Name.objects.create(person=child, given="Noor", family="Hale")
        case = Case.objects.create(area=area, child=child, opened_on=date(2025, 1, 20), recorded_by=dana)
        Allocation.objects.create(
            area=area,
            case=case,
            practitioner=dana,
            team=world.borough.teams["harbour"],
            from_on=date(2025, 1, 20),
        )
        return child, case

    def test_a_child_protection_plan_says_how_to_say_that_it_is_not_working(self, world: World) -> None:
        case = latest_case(world.child)
        case.child = world.child
        said = [block.words for block in document("for-the-child", world.child, case).blocks]
        assert "What grown-ups promised, and by when" in said
        assert "If it isn't working" in said

    def test_the_assessment_for_a_copy_leaves_out_what_is_protected(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        shown = words(desk.get("paper", "the-assessment", "view"))
        assert "Assessment of Edie Marlow" in shown
        assert "Concluded on" in shown
