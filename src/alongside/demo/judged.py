"""Organisations of the borough judge themselves, twice where they have been at it for a year, and one keeps its plan."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from alongside.agencies.models import Post, Practitioner, Role
from alongside.demo.organisation import SINCE, Borough, email_of
from alongside.demo.telling import at
from alongside.guidance import catalogue
from alongside.improvement import services
from alongside.improvement.bodies import Body
from alongside.improvement.models import SelfAssessment
from alongside.improvement.statements import statements_on

NOT_THERE, PARTLY, MOSTLY = "Not there yet", "Partly in place", "Mostly in place"
LEADERS, MANAGERS, PRACTITIONERS = "expectation.leaders", "expectation.managers", "expectation.practitioners"
PARENTS, OUTCOMES = "parents-and-carers.principles", "arrangements.outcomes"
#: key, name, what they do; the first works for the school, the other two for the partnership alone.
PEOPLE = (
    ("rose", "Rose Anning", "Head teacher"),
    ("petra", "Petra Holm", "Delegate of the safeguarding partners"),
    ("silas", "Silas Orme", "Independent scrutineer"),
)
Said = tuple[tuple[str, str, str, str], ...]
#: Of the school, a year ago: statement, score, what it rests on, what to do next.
A_YEAR_AGO: Said = (
    (f"{LEADERS}:collaborate", PARTLY, "The trust’s plan names shared goals; our governors had not seen it.", "Bring it to the governors"),
    (f"{MANAGERS}:learn", NOT_THERE, "No group supervision for pastoral staff in the autumn term.", "Book four sessions"),
    (f"{MANAGERS}:challenge", PARTLY, "Two disagreements recorded, one settled in time.", ""),
    (f"{PRACTITIONERS}:collaborate", MOSTLY, "12 of 14 files read show what the child said.", ""),
    (f"{PRACTITIONERS}:include", NOT_THERE, "Staff survey: 6 of 31 felt sure of the difference between hardship and neglect.", "Training in spring"),
    (f"{PARENTS}:communication", PARTLY, "Letters are translated. A cousin interpreted at two meetings.", "Use interpreters only"),
)  # fmt: skip
LATELY: Said = (
    (f"{LEADERS}:collaborate", MOSTLY, "Governors discussed the shared goals in two of three meetings.", ""),
    (f"{LEADERS}:include", PARTLY, "The equality objectives were renewed; parents were asked by post only.", "Ask at the gate too"),
    (f"{MANAGERS}:learn", PARTLY, "Three of four group supervisions were held.", "Hold the fourth"),
    (f"{MANAGERS}:challenge", PARTLY, "Four disagreements, three settled in time.", ""),
    (f"{PRACTITIONERS}:collaborate", MOSTLY, "18 of 20 files read show what the child said.", ""),
    (f"{PRACTITIONERS}:include", PARTLY, "Staff survey after the training: 19 of 33 felt sure.", "Repeat it for new staff"),
    (f"{PARENTS}:relationship", MOSTLY, "Families were asked after each meeting; 22 of 26 felt heard.", ""),
    (f"{PARENTS}:communication", MOSTLY, "Interpreters at all nine meetings that needed one.", ""),
)  # fmt: skip
OF_HEALTH: Said = (
    (f"{LEADERS}:resource", PARTLY, "Two posts in the joint team are funded until March.", "Agree what follows"),
    (f"{MANAGERS}:learn", MOSTLY, "Safeguarding supervision every quarter; 94 of 100 attended.", ""),
    (f"{PRACTITIONERS}:collaborate", PARTLY, "Reports came to 17 of 23 conferences in time.", "Remind a week before"),
    (f"{PARENTS}:communication", MOSTLY, "Interpreters booked through one line since May.", ""),
)  # fmt: skip
OF_ALL: Said = (
    (f"{OUTCOMES}:vision", PARTLY, "One page, known to half of the 40 people asked.", "Send it with the next newsletter"),
    (f"{OUTCOMES}:accountability", MOSTLY, "Six challenges on the log, each with an answer.", ""),
    (f"{OUTCOMES}:information", NOT_THERE, "No figures are split by ethnicity or disability.", "Agree a data set"),
)  # fmt: skip
DAY = timedelta(days=1)


def organisations_judge_themselves(borough: Borough, until: date) -> None:
    """A school twice, a health service once, the partnership once; a second school has begun. Nothing before 2023’s text."""
    before, lately = until - 380 * DAY, until - 21 * DAY
    if not statements_on(before):
        return
    wyn, people = borough.staff["wyn"], _people(borough)
    school, health = (Body(borough.area, borough.agencies[key]) for key in ("primary", "health"))
    services.set_scale(
        by=wyn, area=borough.area, from_on=before, labels=[NOT_THERE, PARTLY, MOSTLY, "In place"],
        because="Agreed by the safeguarding partners", now=at(before, "09:00"),
    )  # fmt: skip
    for key, part, agency, days in (
        ("rose", "assessor", "primary", 730), ("ruth", "assessor", "health", 730), ("petra", "partner", "", 730), ("silas", "scrutineer", "", 730),
    ):  # fmt: skip
        services.give_part(
            by=wyn, area=borough.area, practitioner=people[key], part=part, reason="Agreed by the safeguarding partners.",
            agency=borough.agencies[agency] if agency else None, until_on=max(before, timezone.localdate() - 380 * DAY) + days * DAY, now=at(before, "09:30"),
        )  # fmt: skip
    _round(
        people["rose"], school, before, A_YEAR_AGO, "Our first. We read files together and asked the staff."
    )
    _round(people["ruth"], health, until - 60 * DAY, OF_HEALTH, "For the 0 to 19 service.")
    _round(people["petra"], Body(borough.area), until - 40 * DAY, OF_ALL, "")
    latest = _round(
        people["rose"],
        school,
        lately,
        LATELY,
        "Better where we met regularly. Training fades with new staff.",
    )
    services.begin(
        by=people["dev"],
        body=Body(borough.area, borough.agencies["secondary"]),
        on=lately,
        now=at(lately, "15:00"),
    )
    _plan(borough, people, school, latest, until)


def _people(borough: Borough) -> dict[str, Practitioner]:
    """Everybody of the borough, and those who came to it for this; the password is everybody's."""
    people = dict(borough.staff)
    for key, name, does in PEOPLE:
        people[key] = Practitioner.objects.create(
            email=email_of(key),
            name=name,
            job_title=does,
            password=borough.staff["helen"].password,
            phone="01632 960000",
        )
    Post.objects.create(
        practitioner=people["rose"],
        agency=borough.agencies["primary"],
        role=Role.PARTNER_PRACTITIONER,
        from_on=SINCE,
    )
    return people


def _round(by: Practitioner, body: Body, on: date, said: Said, summary: str) -> SelfAssessment:
    one = services.begin(by=by, body=body, on=on, now=at(on, "10:00"))
    for number, (statement, score, rests_on, next_step) in enumerate(said):
        services.judge(
            by=by, assessment=one, statement=statement, standing="scored", score=score, rests_on=rests_on,
            next_step=next_step, kept_at="Shared drive, safeguarding, audits" if number == 0 else "", owner=by, on=on,
            now=at(on, f"10:{number + 5:02}"),
        )  # fmt: skip
    return services.sign(by=by, assessment=one, summary=summary, submit=True, now=at(on, "11:00"))


def _plan(
    borough: Borough, people: dict[str, Practitioner], school: Body, latest: SelfAssessment, until: date
) -> None:
    """Two actions from the list, three of the school's own: one late, one done."""
    rose, helen, now = people["rose"], people["helen"], at(latest.on, "12:00")
    listed = [one.id for one in catalogue.ACTIONS.values() if "schools" in one.audiences and one.rules][:2]
    if listed:
        services.adopt(by=rose, body=school, actions=listed, owner=helen, due_on=until + 30 * DAY, now=now)
    late, done, _ = (
        services.plan(
            by=rose, body=school, what=what, would_show=shows, owner=owner, due_on=due_on, assessment=latest,
            statement=statement, now=now,
        )
        for what, shows, owner, due_on, statement in (
            ("Hold the fourth group supervision", "The note of the session", helen, until - 3 * DAY, f"{MANAGERS}:learn"),
            ("Ask parents at the gate what they think of our letters", "What they said, on one page", helen, until - 7 * DAY, f"{LEADERS}:include"),
            ("Repeat the training on hardship and neglect for new staff", "Who came; the survey after it", rose, until + 75 * DAY, f"{PRACTITIONERS}:include"),
        )
    )  # fmt: skip
    services.say_progress(
        by=helen,
        action=late,
        words="The room was needed for examinations. A new date is being found.",
        now=at(until - 4 * DAY, "16:00"),
    )
    services.finish(
        by=helen,
        action=done,
        on=until - 8 * DAY,
        evidence="41 parents answered; the page is with the governors.",
        now=at(until - 8 * DAY, "16:00"),
    )
