"""What runs beside a few cases of the small borough: each kind of page has something to show. Told at its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from alongside.access import policies
from alongside.cases.models import Allocation
from alongside.demo.organisation import Borough
from alongside.demo.telling import Cast, at
from alongside.people.models import Person
from alongside.strands.local import set_steps
from alongside.strands.services import open_strand, record_step

#: For how many days a case must have been open before something runs beside it here.
OPEN_FOR = 70
STEPS = (
    {"name": "Step 1", "who": "whoever decided, and their supervisor", "working_days": 2},
    {"name": "Step 2", "who": "managers of both agencies", "working_days": 3},
    {"name": "Step 3", "who": "heads of service", "working_days": 5},
)


def run_beside(borough: Borough, until: date) -> None:
    """A child privately fostered, one missing twice, one before court, one who cares; and a school that disagrees."""
    cast, yesterday = Cast(borough), until - timedelta(days=1)
    set_steps(
        by=cast.staff("sam"), area=borough.area, from_on=yesterday, steps=STEPS, now=at(yesterday, "09:00"),
        because="The safeguarding partnership's own procedure",
    )  # fmt: skip
    cases = (
        Allocation.objects.current()
        .filter(
            capacity=policies.LEAD,
            case__closed_on=None,
            case__opened_on__lte=until - timedelta(days=OPEN_FOR),
        )
        .select_related("case__child", "practitioner")
        .order_by("-case__opened_on", "case__child__called", "pk")
    )
    # Those whom Dana leads on first: she is the one whom visitors sign in as.
    led = sorted(
        (one for one in cases if one.case.child.born_on),
        key=lambda one: one.practitioner != cast.staff("dana"),
    )
    for happens, least in ((_fostered, 5), (_missing, 12), (_before_court, 0), (_cares, 9)):
        one = next((one for one in led if _years(one.case.child, until) >= least), None)
        if one is not None:
            led.remove(one)
            happens(_Beside(cast, one.practitioner, one.case.child, until))
    _disagrees(cast, yesterday)


def _years(child: Person, on: date) -> float:
    return (on - child.born_on).days / 365.25 if child.born_on else -1


class _Beside:
    """A child, who leads on them, and how many days ago something happened."""

    def __init__(self, cast: Cast, lead: Any, child: Person, until: date) -> None:
        self.cast, self.by, self.child, self.until = cast, lead, child, until
        self.given = child.called.split()[0]
        self.strand: Any = None

    def on(self, days_ago: int) -> date:
        return self.until - timedelta(days=days_ago)

    def opens(self, kind: str, happened: date | datetime, beside: Any = None, **answers: Any) -> None:
        self.strand = open_strand(
            by=self.by, child=self.child, kind_id=kind, happened=happened, answers=_keys(answers), lead=self.by, beside=beside,
            now=at(self.on(1), "17:00"),
        )  # fmt: skip

    def then(self, step: str, happened: date | datetime, **answers: Any) -> None:
        record_step(
            by=self.by, child=self.child, strand=self.strand, step_id=step, happened=happened, answers=_keys(answers),
            now=at(self.on(1), "17:00"),
        )  # fmt: skip


def _keys(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {key.replace("_", "-"): answer for key, answer in answers.items()}


def _fostered(it: _Beside) -> None:
    it.opens("private-fostering", it.on(55), told_by="agency", carer_name="Mrs Odell, a neighbour of many years",
             why="Mother works at sea until the spring.")  # fmt: skip
    it.then("visited", it.on(48), seen_alone="yes", visited_by=it.by, wishes=f"{it.given} misses home and likes the dog.",
            welfare="Well looked after; a room of their own.", standard_of_care="Warm and orderly.",
            contact="Calls with mother on Sundays.", report_written="yes")  # fmt: skip
    it.then(
        "carer-checked",
        it.on(44),
        records="yes",
        household="yes",
        disqualified="no",
        found="Nothing of concern.",
    )


def _missing(it: _Beside) -> None:
    for days_ago, interviewed in ((40, True), (2, False)):
        gone = at(it.on(days_ago), "19:30")
        it.opens("missing-episode", gone, last_seen="By the ferry landing, with two older boys",
                 risk="Older boys who are not known to us.", **{"from": "home"})  # fmt: skip
        it.then(
            "returned",
            gone + timedelta(hours=7),
            where="Farholme bus station",
            how="police",
            harm="not-known",
        )
        if interviewed:
            it.then("interviewed", gone + timedelta(hours=50), interviewer="Jo Tan, the independent listener",
                    independent="yes", said="They wanted me to carry something. I did not want to.",
                    themes=["criminal-exploitation", "friends"], strategy_discussion="yes")  # fmt: skip


def _before_court(it: _Beside) -> None:
    it.opens("pre-proceedings", it.on(60), threshold="Met, in the lawyers’ view", legal_advice="Advice of the 3rd",
             decision="There is time to work, and the parents want to.", family_network="Two aunts have come forward.")  # fmt: skip
    it.then("letter-sent", it.on(56), concerns="Nobody wakes for school.", expectations="Somebody is up by seven.",
            support="A worker three mornings a week.", consequences="We may ask the court.", family_group_offered="yes",
            advice="A list of lawyers is with it.")  # fmt: skip
    it.then("first-meeting", it.on(45), came=["parents", "lawyers", "our-lawyer"], agreed="Mornings, for six weeks.",
            review_on=it.on(3))  # fmt: skip
    it.opens(
        "family-group", it.on(50), beside=it.strand, when="pre-proceedings", why="Who helps in the mornings."
    )


def _cares(it: _Beside) -> None:
    it.opens("young-carer", it.on(30), how="appeared", why="A parent’s back; it comes and goes.")
    it.then("assessed", it.on(12), care_given="Breakfast, and the little ones to nursery.", appropriate="excessive",
            education="Late three days in five.", wishes="To play football again.", whole_family="Help in the mornings.",
            combined="by-itself", written_copy=["young-carer", "parents"])  # fmt: skip


def _disagrees(cast: Cast, on: date) -> None:
    helen = cast.staff("helen")
    ours = policies.DISAGREE.filter(
        Person.objects.filter(cases__opened_on__lt=on, cases__closed_on=None), helen
    )
    for child in ours.order_by("called", "pk")[:1]:
        open_strand(
            by=helen, child=child, kind_id="disagreement", happened=on, now=at(on, "15:40"),
            answers={
                "raised-by": cast.agency("primary"), "asked-of": cast.staff("dana").scope.posts[0].agency,
                "about": "threshold", "view": "What we see each morning is more than help at home can mend.",
                "other-view": "That the plan has had too little time.", "wanted": "That it is looked at again with us.",
                "safe-meanwhile": "Met at the gate each morning, and eats with us.", "level": "Step 1",
            },
        )  # fmt: skip
