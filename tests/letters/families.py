"""Families made up from a seed, each with homes and numbers that are protected and stand nowhere else."""

from __future__ import annotations

import random
import string
from dataclasses import dataclass, field
from datetime import date, timedelta

from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology.models import Entry
from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.outbox.services import send_email
from alongside.people.models import Address, ContactDetail, Name, Person, Relationship, Residence
from alongside.plans.models import Action, ChildProtectionPlan, Need, PlanForTheChild
from alongside.referrals.models import Decision, Referral, Statement

OPENED = date(2025, 1, 13)
NAMES = ("Ada", "Bo", "Cleo", "Dov", "Esme", "Flo", "Gus", "Hana", "Ivo", "Jun", "Kai", "Lia")
KINDS = Relationship.Kind


@dataclass
class Family:
    """One child at the centre. secrets: what must not leave, as it would be found in bytes, all in small letters."""

    child: Person
    case: Case
    people: list[Person] = field(default_factory=list)
    secrets: dict[str, str] = field(default_factory=dict)
    #: Texts into which somebody typed a protected home by mistake: letters that would hold them must stop.
    slipped: bool = False
    number: int = 0
    #: The protected homes, as somebody might type them.
    homes: list[str] = field(default_factory=list)
    #: Whether each family is asked about another part of the pages; or else of all.
    in_turn: bool = True


class Maker:
    """Makes families in a borough, the same for the same seed."""

    def __init__(self, borough: Borough, seed: int) -> None:
        self.borough, self.chance, self.made, self.families = borough, random.Random(seed), 0, 0

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def family(self) -> Family:
        self.made += 1
        surname = f"Fam{self.chance.choice(string.ascii_lowercase)}{self.made}"
        child = self._person("Robin", surname, years=self.chance.randint(1, 16))
        case = Case.objects.create(
            area=self.borough.area, child=child, opened_on=OPENED, recorded_by=self.borough.staff["dana"]
        )
        self.families += 1
        family = Family(child, case, [child], number=self.families)
        for given, kind, years in self._members():
            person = self._person(given, surname, years)
            Relationship.objects.create(
                person=person,
                other=child,
                kind=kind,
                parental_responsibility="yes" if kind in (KINDS.MOTHER, KINDS.FATHER) else "no",
            )
            family.people.append(person)
        if self.likely(0.4):  # Somebody on a relative's record, and not on the child's own.
            far = self._person("Zed", surname, years=30)
            Relationship.objects.create(person=far, other=family.people[-1], kind=KINDS.PARTNER)
            family.people.append(far)
        self._homes(family)
        self._team(family)
        self._what_happened(family)
        return family

    def _members(self) -> list[tuple[str, str, int]]:
        found = [("Mo", KINDS.MOTHER, 34)]
        found += [("Fay", KINDS.FATHER, 36)] if self.likely(0.8) else []
        found += [("Stan", KINDS.STEP_PARENT, 40)] if self.likely(0.3) else []
        found += [("Nan", KINDS.GRANDPARENT, 60)] if self.likely(0.4) else []
        found += [
            (self.chance.choice(NAMES), KINDS.SIBLING, self.chance.randint(0, 17))
            for _ in range(self.chance.randint(0, 3))
        ]
        return found

    def _person(self, given: str, surname: str, years: int) -> Person:
        self.made += 1
        person = Person.objects.create(
            area=self.borough.area, reference=f"WREN-GEN{self.made}", called=f"{given} {surname}",
            born_on=date(2025, 1, 1) - timedelta(days=365 * years + 30),
        )  # fmt: skip
        Name.objects.create(person=person, given=given, family=surname)
        return person

    def _homes(self, family: Family) -> None:
        for person in family.people:
            for now in (True, False)[: self.chance.randint(1, 2)]:
                protected = self.likely(0.6)
                road, postcode = self._unmistakable()
                address = Address.objects.create(
                    area=person.area,
                    lines=f"{self.chance.randint(1, 99)} {road}\nEastmere",
                    postcode=postcode,
                )
                Residence.objects.create(
                    person=person, address=address, protected=protected, from_on=OPENED,
                    to_on=None if now else OPENED + timedelta(days=3), protected_from="Somebody" if protected else "",
                )  # fmt: skip
                if protected:
                    family.homes.append(address.lines.splitlines()[0])
                    family.secrets[road.split()[0].lower()] = f"a home of {person}"
                    family.secrets[postcode.replace(" ", "").lower()] = f"the postcode of {person}"
                if now and self.likely(0.6):
                    number = f"0{self.chance.randint(7_000_000_000, 7_999_999_999)}"
                    hidden = protected or self.likely(0.4)
                    ContactDetail.objects.create(
                        person=person,
                        kind="mobile",
                        value=number,
                        safe="not-known",
                        protected=hidden and not protected,
                    )
                    if hidden:
                        family.secrets[number] = f"the number of {person}"

    def _unmistakable(self) -> tuple[str, str]:
        letters = "".join(self.chance.choice("bcdfghjklmnpqrstvwxz") for _ in range(9))
        first, last = (self.chance.choice("ABEHMN") for _ in range(2))
        return (
            f"{letters.title()} Terrace",
            f"Z{first}{self.chance.randint(10, 99)} {self.chance.randint(1, 9)}{last}Z",
        )

    def _team(self, family: Family) -> None:
        staff, case = self.borough.staff, family.case
        Allocation.objects.create(
            area=case.area,
            case=case,
            practitioner=staff["dana"],
            team=self.borough.teams["harbour"],
            from_on=OPENED,
        )
        Allocation.objects.create(
            area=case.area, case=case, practitioner=staff["jamal"], team=self.borough.teams["chairs"],
            capacity=Allocation.Capacity.CONFERENCE_CHAIR, from_on=OPENED,
        )  # fmt: skip
        for key in ("primary", "police", "health"):
            Involvement.objects.create(
                area=case.area,
                case=case,
                agency=self.borough.agencies[key],
                why="Works with the child",
                from_on=OPENED,
            )

    def _what_happened(self, family: Family) -> None:
        dana, case, now = self.borough.staff["dana"], family.case, at(OPENED, "10:00")
        words = self._words(family)
        about = {"area_id": case.area_id, "case": case, "recorded_at": now, "recorded_by": dana}

        def entry(kind: str, **details: object) -> Entry:
            return Entry.objects.create(
                area=case.area,
                child=case.child,
                case=case,
                kind=kind,
                happened_on=OPENED,
                details=details,
                recorded_at=now,
                recorded_by=dana,
            )

        received = entry("referral-received", referrer="Helen Marsh", concern="A concern.")
        referral = Referral.objects.create(
            entry=received, received_on=OPENED, referrer_kind="practitioner", referrer_name="Helen Marsh",
            referrer=self.borough.staff["helen"], referrer_agency=self.borough.agencies["primary"], decided=True, **about,
        )  # fmt: skip
        Statement.objects.create(referral=referral, kind="fact", words="Seen.", said_by="Helen Marsh")
        decided = entry("referral-decided", decided="section-17-assessment", outcome="an assessment", decider="Priya", reasons="x",
                        referral=str(referral.pk))  # fmt: skip
        Decision.objects.create(referral=referral, entry=decided, decided_on=OPENED, outcome="section-17-assessment",
                                to_tell_referrer="We assess.", decided_by=dana, **about)  # fmt: skip
        entry(
            "strategy-discussion-held",
            decided="section-47-enquiry",
            outcome="enquiries",
            reasons=words,
            begins_enquiry=True,
        )
        started = entry(
            "initial-conference-held", decided="plan", outcome="a plan", category="neglect", reasons=words
        )
        plan = ChildProtectionPlan.objects.create(
            entry=started,
            child=case.child,
            started_on=OPENED,
            initial_category="neglect",
            category="neglect",
            **about,
        )
        need = Need.objects.create(
            plan=plan,
            need="Safe at home",
            must_change=words,
            agreed_on=OPENED,
            recorded_at=now,
            recorded_by=dana,
        )
        Action.objects.create(need=need, what="Visit", owner="Dana Wright", agency=self.borough.agencies["council"],
                              by_when=OPENED + timedelta(days=30), agreed_on=OPENED, recorded_at=now, recorded_by=dana)  # fmt: skip
        PlanForTheChild.objects.create(plan=plan, written_on=OPENED, worries="Shouting.", promises="We come each week.", recorded_at=now,
                                       recorded_by=dana)  # fmt: skip
        entry(
            "review-conference-held",
            decided="continue",
            outcome="the plan goes on",
            category="neglect",
            reasons="It goes on.",
        )
        send_email(
            to="nobody@school.example",
            subject="News",
            body="There is news.",
            area=case.area,
            about=referral,
            now=now,
        )

    def _words(self, family: Family) -> str:
        """What was written of the decision: one time in five with a protected home in it, by mistake."""
        hidden = list(
            Residence.objects.filter(person__in=family.people, protected=True).select_related("address")
        )
        if hidden and self.likely(0.2):
            family.slipped = True
            return f"She is safe at {hidden[0].address.lines.splitlines()[0]} for now."  # type: ignore[union-attr]
        return "The house is warm now."
