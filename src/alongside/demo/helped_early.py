"""Three families with early help in the small borough: one led by a school, one stepped up, one stepped down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.early_help.carried import carried
from alongside.early_help.reading import latest_assessment, read_episode
from alongside.early_help.services import (
    Answer,
    NewMember,
    Offer,
    SteppedDown,
    add_member,
    offer_early_help,
    record_meeting,
    step_down,
    step_up,
    write_assessment,
)
from alongside.family_help.services import NewAction, NewNeed, PlanAgreed, record_review, start_plan
from alongside.family_help.taking_over import agreed_from, latest_help
from alongside.people.models import Person
from alongside.referrals.front_door import Decided, acknowledge, allocate_lead, decide, tell_referrer
from alongside.referrals.models import Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral

TOLD = "That school, the hub and the people they name can see this, and why it is written down."


def help_early(borough: Borough, until: date) -> None:
    """Each kind of episode, told through the acts that everybody uses."""
    _led_by_a_school(Telling(borough, until))
    _stepped_up(Telling(borough, until))
    _stepped_down(Telling(borough, until))


@dataclass
class Telling:
    """One family, told by days before the last."""

    borough: Borough
    until: date

    def on(self, days: int) -> date:
        return self.until - timedelta(days=days)

    def moment(self, days: int) -> datetime:
        return at(self.on(days), "10:00")

    def offered(
        self, by: str, days: int, child: ReferredChild, why: str, signs: Sequence[str], parent: str
    ) -> Person:
        """Early help that the child and a parent agreed to."""
        answers = [
            Answer(part="child", who=child.given, answer="yes", may_share="yes", words="I want mornings to be calm."),
            Answer(part="parent", who=parent, answer="yes", may_share="in-part", words="School and the nurse, yes."),
        ]  # fmt: skip
        offer = Offer(offered_on=self.on(days), why=why, told=TOLD, answers=answers, signs=signs)
        made = offer_early_help(
            by=self.borough.staff[by], area=self.borough.area, child=child, offer=offer, now=self.moment(days)
        )
        return made.case.child

    def assessed(self, by: str, days: int, child: Person, **words: str) -> None:
        write_assessment(
            by=self.borough.staff[by], child=child, written_on=self.on(days), words=words, complete=True, now=self.moment(days)
        )  # fmt: skip

    def planned(self, by: str, days: int, child: Person, plan: PlanAgreed, *needs: NewNeed) -> None:
        start_plan(
            by=self.borough.staff[by], child=child, started_on=self.on(days), plan=plan, needs=needs, basis="early-help",
            now=self.moment(days),
        )  # fmt: skip

    def decided(self, referral: Referral, days: int, team: str, lead: str) -> None:
        """Acknowledged, decided on section 17, told and allocated within the day."""
        priya, now = self.borough.staff["priya"], self.moment(days) + timedelta(hours=3)
        acknowledge(by=self.borough.staff["maya"], referral=referral, how="by telephone", now=now)
        decided = Decided(outcome="section-17-assessment", reasons="Help by agreement alone has not been enough.",
                          to_tell_referrer="We assess under section 17 with the family.")  # fmt: skip
        decision = decide(by=priya, referrals=[referral], decided=decided, now=now)[0]
        tell_referrer(by=priya, decision=decision, told=decided.to_tell_referrer, how="by telephone", now=now)
        allocate_lead(
            by=priya, child=referral.case.child, practitioner=self.borough.staff[lead], team=self.borough.teams[team],
            reason="Knows the neighbourhood.", now=now,
        )  # fmt: skip


def _led_by_a_school(it: Telling) -> None:
    helen, ruth = it.borough.staff["helen"], it.borough.staff["ruth"]
    nell = it.offered(
        "helen", 84, ReferredChild(given="Nell", family="Harrow", born_on=it.on(3300), sex="F", reference="WREN-NELLH2"),
        "Nell has come late since her father went to prison.", ("parent-in-custody", "missing-education"), "Jo, her mother",
    )  # fmt: skip
    it.assessed(
        "helen", 77, nell, agreement="Nell and Jo agree; Nell's father agreed by letter.",
        practitioners="School, school nurse, family hub.", wishes="Nell wants to see her father. An advocate was offered.",
        contexts="Nine. Two close friends; online a lot at night.", each_member="Jo is short of sleep and money.",
        underlying="Late mornings; beneath them a frightened house since the arrest.",
        facts="Late 19 days of 40. Reads far above her age.", action="Breakfast club, sleep, a visit each month.",
        later_use="No sign of harm. Debts to a neighbour were mentioned once.",
    )  # fmt: skip
    it.planned(
        "helen", 70, nell,
        PlanAgreed(
            aims="Nell is at school on time and sees her father.", family_agreed="yes", agreed_by="Nell and Jo",
            strengths="Nell and Jo talk.", next_review_on=it.on(-20),
        ),
        NewNeed(
            need="A calm morning", outcome="On time five days of five",
            actions=(
                NewAction(what="A place at breakfast club", agency=it.borough.agencies["primary"], practitioner=helen),
                NewAction(what="Clothes and bag the night before", owner="Jo, her mother"),
            ),
        ),
        NewNeed(need="To see her father", actions=(NewAction(what="A visit each month", owner="Uncle Pete"),)),
    )  # fmt: skip
    add_member(
        by=helen, child=nell, member=NewMember(from_on=it.on(69), practitioner=ruth, part="School nurse: sleep"), now=it.moment(69)
    )  # fmt: skip
    add_member(
        by=helen, child=nell, member=NewMember(from_on=it.on(69), name="Uncle Pete", part="Visits, weekends"), now=it.moment(69)
    )  # fmt: skip
    record_meeting(
        by=helen, child=nell, met_on=it.on(40), who="Nell, Jo, Uncle Pete, Ruth Keane, Helen Marsh",
        child_and_family="Nell: the visit was good.", discussed="Mornings are better; money is not.",
        agreed="Helen asks about free school meals.", now=it.moment(40),
    )  # fmt: skip
    record_review(
        by=helen, child=nell, reviewed_on=it.on(28), decision="continue", reasons="On time four days of five.",
        progress="She comes in smiling.", child_and_family="Both want to go on.", next_review_on=it.on(-20), now=it.moment(28),
    )  # fmt: skip


def _stepped_up(it: Telling) -> None:
    dev = it.borough.staff["dev"]
    omar = it.offered(
        "dev", 98, ReferredChild(given="Omar", family="Dray", born_on=it.on(5100), sex="M", reference="WREN-QMARD2"),
        "Omar is out late with older boys.", ("crime", "missing"), "Leila, his mother",
    )  # fmt: skip
    it.assessed(
        "dev", 91, omar, agreement="Omar and Leila agree.", practitioners="School and youth work.",
        wishes="Omar wants to stay on the team.", contexts="Fourteen. A new group at the harbour.",
        each_member="Leila works nights.", facts="Two nights out in a month.", action="Football, a mentor, a curfew they agreed.",
    )  # fmt: skip
    it.planned(
        "dev", 84, omar,
        PlanAgreed(aims="Omar is home at night and safe.", family_agreed="yes", agreed_by="Omar and Leila"),
        NewNeed(
            need="Somewhere to be in the evening", outcome="Football twice a week",
            actions=(NewAction(what="Lifts to training", owner="His uncle Sami"),),
        ),
    )  # fmt: skip
    kept: dict[str, Any] = carried(read_episode(omar), latest_assessment(omar))
    referral = step_up(by=dev, child=omar, now=it.moment(30), given=ReferralGiven(
        received_at=it.moment(30), referrer_kind="practitioner", referrer=dev, immediate_danger="no", family_asked="agreed",
        statements=[Said(kind="concern", words="He had a knife in his bag, and says he has to carry it.", said_by=dev.name)],
        **kept,
    ))  # fmt: skip
    it.decided(referral, 30, "beacon", "nina")
    earlier = latest_help(omar, "section-17")
    assert earlier is not None
    ticked = {key for key, _ in earlier.choices}
    agreed = PlanAgreed(
        aims="", family_agreed="yes", agreed_by="Omar and Leila", approved_by=it.borough.staff["bea"], next_review_on=it.on(-30),
        expectations="Leila rings when he is not home by ten.", outside_factors="Boys at the harbour.",
    )  # fmt: skip
    start_plan(
        by=it.borough.staff["nina"], child=omar, started_on=it.on(20), plan=agreed_from(earlier, ticked, agreed),
        needs=earlier.taken_over(ticked), now=it.moment(20),
    )  # fmt: skip


def _stepped_down(it: Telling) -> None:
    tilly, hal = it.borough.staff["tilly"], it.borough.staff["hal"]
    child = ReferredChild(given="Isla", family="Penn", born_on=it.on(1300), sex="F", reference="WREN-JSLAP2")
    referral = make_referral(by=tilly, area=it.borough.area, children=[child], now=it.moment(150), given=ReferralGiven(
        received_at=it.moment(150), referrer_kind="practitioner", referrer=tilly, immediate_danger="no", family_asked="agreed",
        statements=[Said(kind="concern", words="Isla is hungry and her mother is very low.", said_by=tilly.name)],
    ))[0]  # fmt: skip
    it.decided(referral, 150, "beacon", "hal")
    isla = referral.case.child
    start_plan(
        by=hal, child=isla, started_on=it.on(120), now=it.moment(120),
        plan=PlanAgreed(aims="Isla is fed and her mother is well.", family_agreed="yes", agreed_by="Kim, her mother",
                        approved_by=it.borough.staff["bea"], strengths="They are close."),
        needs=[NewNeed(need="Food every day", actions=(NewAction(what="Lunch at nursery", owner="Tilly Moss"),))],
    )  # fmt: skip
    step_down(by=hal, child=isla, now=it.moment(35), down=SteppedDown(
        stepped_on=it.on(35), reasons="Kim is treated, and Isla eats well.", family_agreed="yes", agreed_by="Kim, her mother",
        lead=tilly, family_view="Kim asked for Tilly.", approved_by=it.borough.staff["bea"],
    ))  # fmt: skip
