"""Proposing to destroy what is due, signing it twice, waiting, cancelling, and carrying it out. A function for each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from alongside.access import policies
from alongside.access.models import AdministrativeChange
from alongside.agencies.models import Area, Practitioner, Role
from alongside.audit.actions import Action
from alongside.audit.digests import keyed
from alongside.audit.writing import write
from alongside.guidance.kernel.words import day_in_words
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.retention import schedule
from alongside.retention.erasing import destroy
from alongside.retention.models import CoolingPeriod, Disposal, DisposalLine
from alongside.retention.simulating import over_in, simulate

#: Where an area has set nothing. A local rule of this service: no Act or guidance gives this number.
COOLING_DAYS = 30
SIGNING_ROLES = (Role.ADMINISTRATOR, Role.TEAM_MANAGER)
COOLING_SOURCE = "Local, and no law: this service’s own figure, until the area decides."


@transaction.atomic
def propose(*, by: Practitioner, area: Area, now: datetime) -> Disposal:
    """Propose what is due today, of what the proposer may hear of. Nothing is destroyed by it.

    Raises Refusal where nothing is due that is not proposed already.
    """
    area = policies.ADMINISTER.lock(area, by)
    today = day_of(now)
    may_hear_of = policies.HOLD_RECORD.not_denied(Person.objects.filter(area=area), by)
    found = simulate(area, today, may_hear_of)
    proposed = set(DisposalLine.objects.filter(child__area=area, outcome="").values_list("child", flat=True))
    fresh = [(one, one.until) for one in found.due if one.until and one.life.key not in proposed]
    if not fresh and not any(one.rule != schedule.AUDIT.id for one in found.counted):
        raise Refusal(
            "Nothing is due for disposal that is not proposed already.",
            f"{_records(len(proposed))} of this area {'is' if len(proposed) == 1 else 'are'} proposed already.",
            "See how long records are kept for when the next ones are due.",
        )
    disposal = Disposal(area=area, on=today, proposed_at=now, proposed_by=by)
    check(disposal)
    keep(disposal)
    DisposalLine.objects.bulk_create(
        DisposalLine(
            disposal=disposal, child_id=one.life.key, reference_digest=digest_of(one.life.reference), rule=one.rule,
            force=one.force.value if one.force else "", because=one.because, source=one.source, kept_until=until,
        )
        for one, until in fresh
    )  # fmt: skip
    _told(disposal, by, now, "disposal-proposed", f"A disposal of {_records(len(fresh))} was proposed.")
    return disposal


@transaction.atomic
def sign(*, by: Practitioner, disposal: Disposal, now: datetime) -> Disposal:
    """Sign a proposal: the first signature, or the second by somebody else, after which the wait begins.

    Raises Refusal for whoever signed first, and for what is cancelled, ended or signed twice.
    """
    policies.SIGN_DISPOSAL.lock(disposal.area, by)
    disposal = _standing(disposal)
    if disposal.second_at is not None:
        raise Refusal("This was signed by two already.", disposal.state, "Nobody has to sign it again.")
    if disposal.first_at is None:
        disposal.first_by, disposal.first_at = by, now
        check(disposal)
        keep(disposal, update_fields=("first_by", "first_at"))
        _told(disposal, by, now, "disposal-signed-first", "A disposal was signed by the first of two.")
        _ask_for_second(disposal, now)
        return disposal
    if disposal.first_by_id == by.pk:
        raise Refusal(
            "You signed this first, so somebody else must sign second.",
            "No record is destroyed on the word of one person.",
            "Ask another administrator or team manager of this area to read and sign it.",
        )
    wait = cooling_days(disposal.area, day_of(now))[0]
    disposal.second_by, disposal.second_at = by, now
    disposal.not_before = day_of(now) + timedelta(days=wait)
    check(disposal)
    keep(disposal, update_fields=("second_by", "second_at", "not_before"))
    words = f"A disposal was signed by the second of two. It is carried out from {day_in_words(disposal.not_before)}."
    _told(disposal, by, now, "disposal-signed-second", words)
    return disposal


@transaction.atomic
def cancel(*, by: Practitioner, disposal: Disposal, why: str, now: datetime) -> Disposal:
    """Nothing of this proposal is destroyed, or nothing more. Raises Refusal where it has ended."""
    policies.SIGN_DISPOSAL.lock(disposal.area, by)
    disposal = _standing(disposal)
    disposal.cancelled_by, disposal.cancelled_at, disposal.cancelled_because = by, now, why
    check(disposal)
    keep(disposal, update_fields=("cancelled_by", "cancelled_at", "cancelled_because"))
    disposal.lines.filter(outcome="").update(outcome=DisposalLine.Outcome.CANCELLED)
    _told(disposal, by, now, "disposal-cancelled", "A disposal was cancelled.")
    return disposal


@transaction.atomic
def set_cooling(
    *, by: Practitioner, area: Area, days: int, decided_by: str, from_on: date, now: datetime
) -> CoolingPeriod:
    """How many days this area waits after the second signature. Raises Refusal for a day gone by."""
    area = policies.ADMINISTER.lock(area, by)
    if from_on < day_of(now):
        raise Refusal(
            "This would begin in the past.", f"You entered {day_in_words(from_on)}.", "Enter today, or a day to come.",
            field="from_on",
        )  # fmt: skip
    period = CoolingPeriod(
        area=area, days=days, decided_by=decided_by, from_on=from_on, set_at=now, set_by=by
    )
    check(period)
    keep(period)
    AdministrativeChange.objects.create(
        area=area, by=by, at=now, words=f"The wait before records are destroyed: {period}"
    )
    write(
        Action.PERMISSION, area=area, by=by, about=period.pk, about_kind="cooling-period", now=now,
        what="cooling-period-set", days=days,
    )  # fmt: skip
    return period


def cooling_days(area: Area, on: date) -> tuple[int, str]:
    """How many days this area waits, by what holds on a day, and where that is said. One query."""
    set_here = (
        CoolingPeriod.objects.filter(area=area, from_on__lte=on).order_by("-from_on", "-set_at").first()
    )
    if set_here is None:
        return COOLING_DAYS, COOLING_SOURCE
    return set_here.days, f"Local, and no law: {set_here.decided_by}"


def is_ready(disposal: Disposal, on: date) -> bool:
    """Whether it may be carried out on a day."""
    standing = disposal.cancelled_at is None and disposal.ended_at is None
    return standing and disposal.not_before is not None and disposal.not_before <= on


def carry_out(
    disposal: Disposal, now: datetime, done: Callable[[DisposalLine], None] = lambda line: None
) -> Disposal:
    """Destroy what the proposal names, one child at a time; ``done`` hears of each. Safe to repeat if broken off.

    Raises Refusal where two have not signed, or the wait is not over.
    """
    disposal = Disposal.objects.select_related("area").get(pk=disposal.pk)
    if not is_ready(disposal, day_of(now)):
        raise Refusal(
            "This disposal is not carried out today.", f"{disposal.state}.",
            "It needs two signatures, and the days after them to have gone by.",
        )  # fmt: skip
    for line in disposal.lines.filter(outcome="").order_by("kept_until", "id"):
        done(destroy(line, now))
    return _end(disposal, now)


def carry_out_due(now: datetime) -> str:
    """Carry out every disposal whose day has come. What it did, in a sentence; nothing where there was nothing."""
    lines: list[DisposalLine] = []
    for disposal in due(day_of(now)):
        carry_out(disposal, now, lines.append)
    if not lines:
        return ""
    destroyed = sum(line.outcome == "destroyed" for line in lines)
    return f"{_records(destroyed)} destroyed, {len(lines) - destroyed} left out."


def due(on: date) -> list[Disposal]:
    """The disposals that may be carried out on a day, the earliest first."""
    ready = Disposal.objects.ready().filter(not_before__lte=on)
    return list(ready.select_related("area", "first_by", "second_by").order_by("second_at"))


@transaction.atomic
def _end(disposal: Disposal, now: datetime) -> Disposal:
    disposal = Disposal.objects.select_for_update().select_related("area").get(pk=disposal.pk)
    if disposal.ended_at is not None or disposal.lines.filter(outcome="").exists():
        return disposal
    disposal.rows = _remove_clocked(disposal)
    disposal.ended_at = now
    disposal.save(update_fields=("rows", "ended_at"))
    write(
        Action.ERASE, area=disposal.area_id, actor_kind="system", about=disposal.pk, about_kind="disposal", now=now,
        what="disposal-ended", rows=sum(disposal.rows.values()),
        destroyed=disposal.lines.filter(outcome="destroyed").count(),
        left_out=disposal.lines.filter(outcome="left-out").count(),
    )  # fmt: skip
    return disposal


def _remove_clocked(disposal: Disposal) -> dict[str, int]:
    """Rows kept by a clock of their own that were due on the day of the proposal."""
    removed: dict[str, int] = {}
    for label in clocked():
        if count := over_in(label, disposal.on, disposal.area).delete()[0]:
            removed[label] = count
    return removed


def clocked() -> list[str]:
    """Kinds of rows kept by a clock of their own, whatever names another before what it names."""
    labels = [label for label, said in schedule.DECLARED.items() if said.rule.lasts is not None]
    parts = [label for label in labels if "__" in schedule.DECLARED[label].day]
    return [*parts, *(label for label in labels if label not in parts)]


def digest_of(reference: str) -> str:
    """What a certificate keeps of a reference: whoever knows it can ask, and nobody can read it back."""
    return keyed(reference.strip().upper(), "destroyed-record")


def destroyed_as(area: Area, reference: str) -> DisposalLine | None:
    """The certificate of the record that had this reference, where it was destroyed in this area. One query."""
    lines = DisposalLine.objects.filter(
        disposal__area=area, outcome="destroyed", reference_digest=digest_of(reference)
    )
    return lines.select_related("disposal").first()


def may_sign(area: Area) -> list[Practitioner]:
    """Whoever administers this area, or manages a team in it."""
    people = Practitioner.objects.filter(
        is_active=True, posts__team__area=area, posts__role__in=SIGNING_ROLES
    )
    return [one for one in people.distinct().order_by("name") if policies.SIGN_DISPOSAL.allows(area, one)]


def _ask_for_second(disposal: Disposal, now: datetime) -> None:
    link = address_of(disposal.area, disposal.pk)
    words = "A disposal of records was signed by one person. Somebody else has to read and sign it before anything is destroyed."
    for one in may_sign(disposal.area):
        if one.pk != disposal.first_by_id:
            notify(to=one, words=words, link=link, now=now)


def address_of(area: Area, key: UUID) -> str:
    """The page of a disposal."""
    return reverse("retention:disposal", args=(area.code, key))


def _standing(disposal: Disposal) -> Disposal:
    disposal = Disposal.objects.select_for_update(of=("self",)).select_related("area").get(pk=disposal.pk)
    if disposal.cancelled_at is not None or disposal.ended_at is not None:
        raise Refusal(
            f"This disposal has {'ended' if disposal.ended_at else 'been cancelled'}.", f"{disposal}.",
            "Propose again what is still due.",
        )  # fmt: skip
    return disposal


def _told(disposal: Disposal, by: Practitioner, now: datetime, what: str, words: str) -> None:
    AdministrativeChange.objects.create(area_id=disposal.area_id, by=by, at=now, words=words)
    write(
        Action.PERMISSION, area=disposal.area_id, by=by, about=disposal.pk, about_kind="disposal", now=now, what=what,
        records=disposal.lines.count(),
    )  # fmt: skip


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"
