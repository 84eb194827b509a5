"""The story of Edie and Finn Marlow, from a teacher's worry to the end of a plan.

It is told through the acts that pages call, and is the tutorial's. Nobody in it exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.assessments.approval import ToldInWriting, approve_assessment
from alongside.assessments.parts import parts_on
from alongside.assessments.services import send_for_approval, start_assessment
from alongside.assessments.writing import Writing, save_sections
from alongside.closure.services import Closure, close_case
from alongside.conferences.services import (
    allocate_chair,
    book_conference,
    record_initial_conference,
    record_review_conference,
)
from alongside.conferences.sitting import AtConference, DecidedForChild, Sitting
from alongside.demo.chronicled import somebody_says_what_matters, they_talk_in_supervision
from alongside.demo.organisation import Borough
from alongside.demo.telling import Cast, at
from alongside.demo.written import the_assessment_is_told, the_plan_is_sent_out
from alongside.family.reaching import NewContact, add_contact
from alongside.family.relatives import NewRelative, add_relative
from alongside.family_help.services.contents import NewAction, NewNeed, PlanAgreed
from alongside.family_help.services.end import end_plan
from alongside.family_help.services.start import start_plan
from alongside.people.models import Person
from alongside.plans.agreed import AgreedAction, AgreedMember, AgreedNeed, AtCoreGroup, Timetable
from alongside.plans.services import record_core_group, write_plan_for_the_child
from alongside.referrals.front_door import Decided, acknowledge, allocate_lead, decide, tell_referrer
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.section47.said import ActionAgreed, ChildDiscussed, DiscussionHeld, Participant
from alongside.section47.services import conclude_section_47, record_enquiry_step, record_strategy_discussion
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen

MONDAY = date(2025, 1, 13)
EDIE, FINN = "WREN-EDYE22", "WREN-FYNN33"


@dataclass(slots=True)
class Marlows:
    """Edie, who is eight, and Finn, who is three."""

    edie: Person
    finn: Person

    @property
    def both(self) -> list[Person]:
        return [self.edie, self.finn]


def tell(borough: Borough) -> Marlows:
    """Tell the whole story; every day in it lies in the past."""
    cast = Cast(borough)
    children = a_teacher_refers(cast)
    an_assessment_begins(cast, children)
    the_family_is_known(cast, children)
    edie_says_something(cast, children)
    enquiries_are_made(cast, children)
    a_conference_decides_on_plans(cast, children)
    the_core_group_works(cast, children)
    the_plan_is_sent_out(cast, children.edie, children.finn)
    somebody_says_what_matters(cast, children.edie, children.finn)
    they_talk_in_supervision(cast, children.edie)
    the_assessment_is_approved(cast, children)
    the_assessment_is_told(cast, children.edie, children.finn)
    the_plan_is_reviewed_and_goes_on(cast, children)
    the_plan_ends(cast, children)
    help_goes_on_and_the_case_closes(cast, children)
    return children


def a_teacher_refers(cast: Cast) -> Marlows:
    """Monday 13 January 2025: Helen refers both children; the front door decides the same afternoon."""
    helen, maya, priya = cast.staff("helen"), cast.staff("maya"), cast.staff("priya")
    received = at(MONDAY, "09:20")
    referrals = make_referral(
        by=helen, area=cast.borough.area, now=received,
        children=[
            ReferredChild(given="Edie", family="Marlow", born_on=date(2016, 5, 22), sex="F", reference=EDIE),
            ReferredChild(given="Finn", family="Marlow", born_on=date(2021, 8, 9), sex="M", reference=FINN),
        ],
        given=ReferralGiven(
            received_at=received, referrer_kind="practitioner", referrer=helen,
            referrer_relation="Designated safeguarding lead, Mill Lane Primary School", siblings=True,
            statements=[
                Said(kind="fact", said_by="Edie's class teacher",
                     words="Edie came to school without a coat on three days last week. She was late on four."),
                Said(kind="concern", said_by="Helen Marsh",
                     words="I am worried that nobody is looking after Edie and Finn in the mornings and at night."),
                Said(kind="reported", said_by="Edie, to her teacher", words="“I do Finn's breakfast. Mum sleeps.”"),
            ],
            immediate_danger="no", whereabouts="Edie is at school, Finn at Saltings Nursery",
            development="Edie reads well and is often tired. Finn has few words for his age.",
            capacity="Rosa, their mother, is warm with them. She has not come to the last two meetings.",
            outside_factors="The family is behind with the rent.",
            communication="English. No interpreter needed.", known_services="Old Town Surgery; health visitor Ruth Keane",
            family_asked="agreed",
        ),
    )  # fmt: skip
    for referral in referrals:
        acknowledge(by=maya, referral=referral, how="By telephone", now=at(MONDAY, "10:05"))
    decisions = decide(
        by=priya, referrals=referrals, now=at(MONDAY, "15:40"),
        decided=Decided(
            outcome="section-17-assessment",
            reasons="Both children may be in need: neglect that has gone on for some months, and a parent under strain.",
            threshold="Level 3", see_child_by="This week",
            to_tell_referrer="We will assess what help Edie, Finn and their mother need. Dana Wright will be in touch.",
        ),
    )  # fmt: skip
    tuesday = at(MONDAY + timedelta(days=1), "09:15")
    for decision in decisions:
        tell_referrer(
            by=maya,
            decision=decision,
            how="By telephone, to Helen Marsh",
            told=decision.to_tell_referrer,
            now=tuesday,
        )
    marlows = Marlows(*(referral.case.child for referral in referrals))
    for child in marlows.both:
        allocate_lead(
            by=priya, child=child, practitioner=cast.staff("dana"), team=cast.borough.teams["harbour"],
            reason="Dana has room, knows the school, and agrees to take it on.", now=tuesday,
        )  # fmt: skip
    return marlows


def an_assessment_begins(cast: Cast, marlows: Marlows) -> None:
    """15 and 16 January: the assessment starts, and Dana sees both children at home."""
    dana = cast.staff("dana")
    for child in marlows.both:
        start_assessment(
            by=dana, child=child, started_on=date(2025, 1, 15), basis="section-17", lead=dana,
            why="To understand what the children's days are like and what their mother needs.",
            pace="Two weeks to a first picture; sooner if anything worries us.", now=at(date(2025, 1, 15)),
        )  # fmt: skip
    visit(
        cast, date(2025, 1, 16), "assessment",
        (marlows.edie, "I do Finn's breakfast because Mum is asleep. I like it when she gets up with us.", ""),
        (marlows.finn, "", "Finn held on to Edie's sleeve and would not be put down. He pointed and did not speak."),
    )  # fmt: skip


NUMBERS = {
    "mother": (NewContact(
        kind="mobile", value="07700 900146", safe="yes", words="Mornings are best. She does not mind a text.",
    ),),
    "grandparent": (NewContact(
        kind="home", value="01632 960088", safe="no",
        words="Do not leave messages: Rosa’s former partner still has a key and listens to them.",
    ),),
}  # fmt: skip


def the_family_is_known(cast: Cast, marlows: Marlows) -> None:
    """16 January: who is who. Their father is a person too, though nobody knows his name."""
    now = at(date(2025, 1, 16), "17:30")
    relatives = (
        ("mother", ("Rosa", "Marlow", ""), "yes", True),
        ("grandparent", ("Nell", "Marlow", ""), "no", False),
        ("father", ("", "", "Father (not known)"), "unknown", False),
    )
    for kind, (given, family, called), responsibility, at_home in relatives:
        known: Person | None = None
        for child in marlows.both:
            relative = NewRelative(kind=kind, known=known, given=given, family=family, called=called,
                                   parental_responsibility=responsibility, lives_with_child=at_home)  # fmt: skip
            known = add_relative(by=cast.staff("dana"), child=child, relative=relative, now=now).person
        for number in NUMBERS.get(kind, ()):
            assert known is not None
            add_contact(by=cast.staff("dana"), child=marlows.edie, person=known, contact=number, now=now)


def visit(cast: Cast, on: date, purpose: str, *seen: tuple[Person, str, str]) -> None:
    """Dana sees the children at home: each child, what they said, what she observed."""
    record_child_seen(
        by=cast.staff("dana"), now=at(on, "17:10"),
        visit=VisitMade(seen_on=on, seen_at=at(on, "16:00"), where="home", purpose=purpose, bedroom="yes",
                        others_there="Rosa Marlow, in the kitchen"),
        children=[
            ChildSeen(child=child, alone="yes" if said else "no", alone_why="" if said else "Finn is three and stayed close to Edie.",
                      said=said, communication=["speech"] if said else ["observed"], observed=observed)
            for child, said, observed in seen
        ],
    )  # fmt: skip


def edie_says_something(cast: Cast, marlows: Marlows) -> None:
    """29 January: after what Edie told her teacher, a strategy discussion starts section 47 enquiries."""
    dana, ruth, tom, helen = (cast.staff(key) for key in ("dana", "ruth", "tom", "helen"))
    on = date(2025, 1, 29)
    record_strategy_discussion(
        by=dana, now=at(on, "15:30"),
        children=[
            ChildDiscussed(
                child=child, decision="section-47-enquiry", enquiry_by="single",
                reasons="The children were alone overnight. Harm is likely if it goes on.",
                childs_views="Edie is afraid of the night and wants to stay with her mother." if child == marlows.edie else "",
            )
            for child in marlows.both
        ],
        discussion=DiscussionHeld(
            held_on=on, held_at=at(on, "11:00"), form="meeting", convened_by=dana, decided_by=cast.staff("sam"),
            participants=(
                Participant(name=dana.name, practitioner=dana, agency=cast.agency("council"), may_decide="yes",
                            information="Edie gets Finn up, feeds him and puts him to bed."),
                Participant(name=ruth.name, practitioner=ruth, agency=cast.agency("health"), may_decide="yes",
                            information="Finn missed two development checks. Rosa was low in the autumn."),
                Participant(name=tom.name, practitioner=tom, agency=cast.agency("police"), may_decide="yes",
                            information="Nothing known. A neighbour rang at 23.40 on Saturday."),
                Participant(name=helen.name, practitioner=helen, agency=cast.agency("primary"), may_decide="yes",
                            information="“We were on our own and it was dark,” Edie told her teacher on Tuesday."),
            ),
            actions=(
                ActionAgreed(what="See both children today, Edie alone at school", agency=cast.agency("council"), by_on=on),
                ActionAgreed(what="Development check for Finn", agency=cast.agency("health"), by_on=date(2025, 2, 5)),
            ),
            legal_action="Not needed now; Sam talked it through with the legal team.",
            criminal_investigation="None for now. The police will think again if there is more.",
            child_kept_safe="Their grandmother, Nell Marlow, stays with them until the conference.",
            family_told="told", told_what="Dana told Rosa why enquiries are being made and what happens next.",
            other_children="No other children live there.",
        ),
    )  # fmt: skip


def enquiries_are_made(cast: Cast, marlows: Marlows) -> None:
    """30 January to 14 February: Dana makes the enquiries and decides on a conference."""
    dana, jamal = cast.staff("dana"), cast.staff("jamal")
    visit(
        cast, date(2025, 1, 30), "section-47",
        (marlows.edie, "It was dark and I put the chair by the door. Nan is here now, so it's all right.", ""),
        (marlows.finn, "", "Finn played near his grandmother and ate a full meal."),
    )  # fmt: skip
    steps = (
        (
            "purpose-explained",
            date(2025, 1, 29),
            "Rosa Marlow",
            "Dana told Rosa why, how it goes and what may come of it.",
        ),
        (
            "family-and-environment",
            date(2025, 2, 3),
            "Nell Marlow",
            "A damp flat, a long walk to school, a grandmother nearby.",
        ),
        ("history", date(2025, 2, 5), "", "No earlier referral. Two house moves since Finn was born."),
    )
    for child in marlows.both:
        for kind, on, whom, words in steps:
            record_enquiry_step(
                by=dana, child=child, kind=kind, done_on=on, with_whom=whom, words=words, now=at(on)
            )
        record_enquiry_step(by=dana, child=child, kind="parents", done_on=date(2025, 1, 31), with_whom="Rosa Marlow",
                            words="Rosa has not slept for weeks and goes out because she cannot bear the flat.", now=at(date(2025, 1, 31)))  # fmt: skip
        record_enquiry_step(by=dana, child=child, kind="agencies", done_on=date(2025, 2, 4), agency=cast.agency("health"),
                            words="Finn's speech is a year behind. No injury.", now=at(date(2025, 2, 4)))  # fmt: skip
    allocate_chair(
        by=dana, children=marlows.both, chair=jamal, from_on=date(2025, 2, 3), now=at(date(2025, 2, 3))
    )
    for child in marlows.both:
        conclude_section_47(
            by=dana, child=child, concluded_on=date(2025, 2, 10), outcome="conference", decided_by=dana,
            reasons="The children were left alone at night more than once, and are likely to suffer harm if it goes on.",
            analysis="Rosa loves the children. Depression, debt and being alone with it all have worn her down.",
            childs_views="Edie wants her mother to get up with them.", reviewed_by=cast.staff("sam"),
            told=["child", "parents", "agencies", "referrer"], told_what="What we found, and why there is a conference.",
            now=at(date(2025, 2, 10), "16:00"),
        )  # fmt: skip


def attendance(cast: Cast) -> tuple[AtConference, ...]:
    """Who comes to the conferences."""
    staff = (
        ("dana", "council", "social worker"),
        ("ruth", "health", "health visitor"),
        ("helen", "primary", "school"),
    )
    return (
        AtConference(name="Rosa Marlow", part="mother"),
        AtConference(name="Nell Marlow", part="grandmother"),
        *(
            AtConference(name=cast.staff(key).name, part=part, practitioner=cast.staff(key), agency=cast.agency(place),
                         report="received", report_received_on=None)
            for key, place, part in staff
        ),
        AtConference(name=cast.staff("tom").name, part="police officer", practitioner=cast.staff("tom"),
                     agency=cast.agency("police"), came="apologies", report="received"),
    )  # fmt: skip


def a_conference_decides_on_plans(cast: Cast, marlows: Marlows) -> None:
    """18 February: the conference, on the fourteenth working day, makes a plan for each child."""
    on = date(2025, 2, 18)
    booking = book_conference(
        by=cast.staff("dana"), children=marlows.both, kind="initial", starts_at=at(on, "10:00"),
        place="Beacon Hill family hub", chair=cast.staff("jamal"), now=at(date(2025, 2, 4)),
    )  # fmt: skip
    record_initial_conference(
        by=cast.staff("jamal"), now=at(on, "16:20"),
        sitting=Sitting(held_on=on, chair=cast.staff("jamal"), place="Beacon Hill family hub",
                        attendance=attendance(cast), booking=booking),
        decisions=[
            DecidedForChild(
                child=child, decided="plan", category="neglect",
                reasons="Both children are likely to suffer harm through neglect unless nights and mornings change.",
                child_views=views, child_took_part="Edie's words were read out by Dana; Finn is three.",
                parents_views="Rosa agrees that she needs help and is frightened of losing the children.",
                advocacy="taken-up" if child == marlows.edie else "not-offered",
                needs=needs(cast, child, marlows), members=members(cast),
                timetable=Timetable(core_group_on=date(2025, 2, 27), ready_by=date(2025, 2, 27), review_on=date(2025, 5, 13)),
            )
            for child, views in (
                (marlows.edie, "I want Mum to get up. I want to go to drama club. I don't want to be the grown-up."),
                (marlows.finn, "Finn wants to be near Edie and his Nan."),
            )
        ],
    )  # fmt: skip


def needs(cast: Cast, child: Person, marlows: Marlows) -> tuple[AgreedNeed, ...]:
    """What each plan sets out to change."""
    safe = AgreedNeed(
        need=f"{child.called.split()[0]} is never alone at night",
        must_change="An adult is in the flat every night", how_much="Every night, from today", by_when=date(2025, 3, 18),
        actions=(
            AgreedAction(what="Stay every night until Rosa is well, then twice a week", owner="Nell Marlow, grandmother",
                         by_when=date(2025, 2, 18), how_we_will_know="Edie says so; Dana's visits"),
            AgreedAction(what="Treatment for depression, and someone to ring", owner="Ruth Keane, health visitor",
                         agency=cast.agency("health"), practitioner=cast.staff("ruth"), by_when=date(2025, 3, 4),
                         how_we_will_know="Rosa has seen the doctor and says she sleeps"),
        ),
    )  # fmt: skip
    own = (
        AgreedNeed(
            need="Edie can be a child", must_change="Rosa gets both children up and to school", how_much="Four days in five",
            by_when=date(2025, 5, 13),
            actions=(AgreedAction(what="Breakfast club and drama club", owner="Helen Marsh, Mill Lane", agency=cast.agency("primary"),
                                  practitioner=cast.staff("helen"), by_when=date(2025, 3, 3), how_we_will_know="Attendance; Edie"),),
        )
        if child == marlows.edie
        else AgreedNeed(
            need="Finn learns to talk", must_change="Finn is at nursery and seen for his speech", how_much="Every week",
            by_when=date(2025, 5, 13),
            actions=(AgreedAction(what="Speech therapy, and nursery four mornings", owner="Ruth Keane, health visitor",
                                  agency=cast.agency("health"), by_when=date(2025, 3, 10), how_we_will_know="Words he uses"),),
        )
    )  # fmt: skip
    return (safe, own)


def members(cast: Cast) -> tuple[AgreedMember, ...]:
    """Who the core group consists of."""
    return (
        AgreedMember(name="Rosa Marlow", part="mother"),
        AgreedMember(name="Nell Marlow", part="grandmother"),
        AgreedMember(name="Dana Wright", part="social worker", agency=cast.agency("council"), practitioner=cast.staff("dana")),
        AgreedMember(name="Ruth Keane", part="health visitor", agency=cast.agency("health"), practitioner=cast.staff("ruth")),
        AgreedMember(name="Helen Marsh", part="school", agency=cast.agency("primary"), practitioner=cast.staff("helen")),
    )  # fmt: skip


def the_core_group_works(cast: Cast, marlows: Marlows) -> None:
    """27 February and after: the core group meets, and Dana visits."""
    record_core_group(
        by=cast.staff("dana"), children=marlows.both, held_on=date(2025, 2, 27), now=at(date(2025, 2, 27), "15:00"),
        attendance=[AtCoreGroup(name=m.name, present=m.name != "Helen Marsh", agency=m.agency,
                                written_views="Edie has been in on time every day." if m.name == "Helen Marsh" else "")
                    for m in members(cast)],
        decisions="Nell goes on staying at night. Rosa starts treatment on Monday. Breakfast club from 3 March.",
        next_on=date(2025, 3, 27),
    )  # fmt: skip
    write_plan_for_the_child(
        by=cast.staff("dana"), child=marlows.edie, worries="You and Finn were on your own at night.",
        promises="Nan stays at night. Mum sees the doctor. You go to drama club on Thursdays.",
        who_helps="Dana, Ruth, Ms Marsh and Nan", what_next="We all meet again on 13 May.",
        disagree="Tell Dana, or ring the number on your card. Someone will listen.",
        explained_on=date(2025, 3, 6), child_said="Can Nan stay even when Mum is better?", now=at(date(2025, 3, 6), "16:30"),
    )  # fmt: skip
    visit(
        cast, date(2025, 3, 6), "child-protection-plan",
        (marlows.edie, "Mum got up three times this week! I went to drama.", ""),
        (marlows.finn, "", "Finn said “juice” and “Nan”. He let Rosa pick him up."),
    )  # fmt: skip


TEXTS = {
    "childs-wishes-and-feelings": "Edie wants to stay with her mother, with someone there at night.",
    "parents-views": "Rosa knows that she left them alone. She wants help and fears what we may do.",
    "practitioners-views": "School, health visitor and nursery all see a mother who loves her children and cannot cope.",
    "history": "No earlier referral. Rosa's own mother, Nell, cared for her alone.",
    "strengths": "Warmth; a grandmother who comes; a school that knows Edie well.",
    "analysis": "Nights alone came from illness and exhaustion, not from lack of care. With treatment and family the risk can fall.",
}
ELSEWHERE = (
    "Talked through with Rosa and the practitioners who know the children; nothing that changes the picture."
)


def the_assessment_is_approved(cast: Cast, marlows: Marlows) -> None:
    """14 March: the assessment is approved on the forty-fourth working day from the referral."""
    dana, sam = cast.staff("dana"), cast.staff("sam")
    keys = [key for part in parts_on(date(2025, 1, 15)) for key in part.keys if key != "child-seen"]
    for child in marlows.both:
        save_sections(by=dana, child=child, now=at(date(2025, 3, 10), "12:00"), done=True,
                      writings=[Writing(heading=key, words=TEXTS.get(key, ELSEWHERE), version=0) for key in keys])  # fmt: skip
        send_for_approval(by=dana, child=child, sent_on=date(2025, 3, 10), outcome="child-in-need-plan",
                          reasons="Each child is in need of help, which the child protection plan gives for now.",
                          now=at(date(2025, 3, 10), "16:45"))  # fmt: skip
        approve_assessment(
            by=sam, child=child, approved_on=date(2025, 3, 14), outcome="child-in-need-plan",
            reasons="A clear picture. The plan answers it.", factors=["4B", "16A"], now=at(date(2025, 3, 14), "11:30"),
            told=[ToldInWriting(how="copy"), ToldInWriting(how="email", agency=cast.agency("primary")),
                  ToldInWriting(how="email", agency=cast.agency("health"))],
        )  # fmt: skip


def the_plan_is_reviewed_and_goes_on(cast: Cast, marlows: Marlows) -> None:
    """13 May: the first review, within three months; the plans go on."""
    visit(cast, date(2025, 4, 24), "child-protection-plan",
          (marlows.edie, "It's better. Sometimes I still wake up and check.", ""),
          (marlows.finn, "", "Finn named every animal in his book."))  # fmt: skip
    on = date(2025, 5, 13)
    record_review_conference(
        by=cast.staff("jamal"), now=at(on, "13:00"),
        sitting=Sitting(held_on=on, chair=cast.staff("jamal"), place="Beacon Hill family hub", attendance=attendance(cast)),
        decisions=[
            DecidedForChild(child=child, decided="continue", category="neglect",
                            reasons="Much is better. It has held for two months, and Rosa's treatment goes on.",
                            child_views=views, parents_views="Rosa is proud of the mornings and worries about the summer.",
                            proceedings="Considered, and not needed.", household="Edie and Finn are the only children at home.",
                progress="No night alone since January. Edie's attendance is 96%. Finn goes to nursery.",
                            timetable=Timetable(review_on=date(2025, 11, 4)))
            for child, views in ((marlows.edie, "I sleep now."), (marlows.finn, "Finn came and showed his book."))
        ],
    )  # fmt: skip


def the_plan_ends(cast: Cast, marlows: Marlows) -> None:
    """4 November: the second review ends both plans; help goes on under a child-in-need plan."""
    visit(cast, date(2025, 9, 18), "child-protection-plan",
          (marlows.edie, "Mum does the mornings. I'm in the play.", ""),
          (marlows.finn, "Me and Mum made soup.", "Finn talks in short sentences."))  # fmt: skip
    on = date(2025, 11, 4)
    record_review_conference(
        by=cast.staff("jamal"), now=at(on, "12:40"),
        sitting=Sitting(held_on=on, chair=cast.staff("jamal"), place="Beacon Hill family hub", attendance=attendance(cast)),
        decisions=[
            DecidedForChild(child=child, decided="end",
                            reasons="The children are no longer likely to suffer harm. What changed has lasted eight months.",
                            child_views=views, parents_views="Rosa wants to keep Dana for a while.",
                            progress="Every need of the plan is met.", proceedings="Considered, and not needed.",
                            household="Edie and Finn are the only children at home.", support="child-in-need-plan",
                            support_words="Dana and Ruth stay on for three months.")
            for child, views in ((marlows.edie, "I don't need the chair by the door."), (marlows.finn, "“Bye meeting.”"))
        ],
    )  # fmt: skip


def help_goes_on_and_the_case_closes(cast: Cast, marlows: Marlows) -> None:
    """November to February: three months of help under a child-in-need plan; then Sam closes the case."""
    dana, sam = cast.staff("dana"), cast.staff("sam")
    for child in marlows.both:
        start_plan(
            by=dana, child=child, started_on=date(2025, 11, 5), now=at(date(2025, 11, 5), "11:00"),
            plan=PlanAgreed(aims="What has changed goes on changing things, with less of us.", family_agreed="yes",
                            agreed_by="Rosa Marlow", approved_by=sam, expectations="Rosa keeps the mornings going.",
                            strengths="Rosa, Nell, and two children who say what they think.",
                            outside_factors="The rent is paid off.", education="Mill Lane and Saltings stay in touch.",
                            next_review_on=date(2026, 1, 20)),
            needs=[NewNeed(need="Someone to ring", outcome="Rosa rings before things slip",
                           actions=[NewAction(what="Ring every other Friday", agency=cast.agency("council"), practitioner=dana,
                                              by_when=date(2026, 1, 30), how_we_will_know="Rosa's word, and Edie's")])],
        )  # fmt: skip
    visit(cast, date(2026, 1, 15), "child-in-need-plan",
          (marlows.edie, "You don't have to come any more. But you can.", ""),
          (marlows.finn, "I got a big boy bed.", "Finn chatted throughout."))  # fmt: skip
    for child in marlows.both:
        end_plan(by=dana, child=child, ended_on=date(2026, 2, 10), outcome="need-met", now=at(date(2026, 2, 10), "15:00"),
                 reasons="What the plan set out has been done, and has held.")  # fmt: skip
        close_case(
            by=sam, child=child, now=at(date(2026, 2, 12), "10:10"),
            closure=Closure(closed_on=date(2026, 2, 12), outcome="no-longer-in-need", told=("child", "parents", "agencies"),
                            reasons="The children are safe and well, and the family knows whom to ring.",
                            views="We're all right now." if child == marlows.edie else "“Bye Dana.”"),
        )  # fmt: skip
