"""What becomes of a letter: it goes, it fails, it is decided that it does not go; and who releases an address.

Where a letter goes is looked up when it goes, never before: a letter to the last home but one is how people are found.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.letters.composing import look
from alongside.letters.duties import FAILED, SENT, TO_SEND, completes, state_of
from alongside.letters.elsewhere import tell_other_records
from alongside.letters.models import AddressRelease, Audience, Letter, LetterOutcome
from alongside.letters.reading import known_of, read_record
from alongside.letters.which import BY_ID
from alongside.letters.wording import block_from
from alongside.letters.writing import locked
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.people.models import ContactDetail, Residence
from alongside.refusals import Refusal

How, What = LetterOutcome.How, LetterOutcome.What


def home_to_post_to(letter: Letter) -> Residence | None:
    """Where its reader lives today, if the letter may be posted there: the one home that is theirs now."""
    if letter.person_id is None:
        return None
    homes = Residence.objects.filter(person=letter.person_id, to_on=None, address__isnull=False)
    found = list(homes.select_related("address").order_by("-from_on", "-id")[:2])
    return found[0] if len(found) == 1 else None


@transaction.atomic
def send(
    *, by: Practitioner, letter: Letter, how: str, on: date, now: datetime, home: UUID | None = None
) -> LetterOutcome:
    """Record that the letter went.

    home: for one that was posted to a person, the home that was shown to whoever posted it. Raises Refusal for a
    letter that is not signed, waits for its translation or has gone; for a day that cannot be; where the reader's home
    is another than was shown; and where a home or number in the letter was protected since it was signed.
    """
    letter = locked(letter, by)
    _refuse_not_ready(letter)
    refuse_impossible_day(on, what="The day it went", field="on", case=letter.case, now=now)
    if on < letter.signed.signed_on:
        raise Refusal("The letter was not signed yet on this day.", f"It was signed on {letter.signed.signed_on:%-d %B %Y}.",
                      "Check the day.", field="on")  # fmt: skip
    _refuse_protected_since(letter)
    posted_to = _home(letter, home) if how == How.POST else None
    outcome = _outcome(letter, by, What.SENT, on, now, how=how, home=posted_to)
    if how == How.ACCOUNT:
        _tell_account(letter, now)
    _keep(
        outcome, letter, by, kinds.LETTER_SENT, on, now, how=How(how).label[:1].lower() + How(how).label[1:]
    )
    tell_other_records(letter, outcome, by, now)
    return outcome


@transaction.atomic
def fail(*, by: Practitioner, letter: Letter, because: str, on: date, now: datetime) -> LetterOutcome:
    """Record that it did not arrive. It is then to be sent again. Raises Refusal for one that never went."""
    letter = locked(letter, by)
    if state_of(letter) not in (SENT, TO_SEND):
        raise Refusal(
            "This letter cannot have failed.", "It was not signed, or it did not go.", "Look at the letter."
        )
    refuse_impossible_day(on, what="This day", field="on", case=letter.case, now=now)
    outcome = _outcome(letter, by, What.FAILED, on, now, because=because)
    return _keep(outcome, letter, by, kinds.LETTER_FAILED, on, now, why=because)


@transaction.atomic
def do_not_send(*, by: Practitioner, letter: Letter, because: str, now: datetime) -> LetterOutcome:
    """Record that this reader is not to be sent it, and why. Raises Refusal for one that has gone."""
    letter = locked(letter, by)
    if state_of(letter) in (SENT, What.NOT_SENT):
        raise Refusal(
            "This letter has gone, or is not to be sent already.",
            "What was recorded stays.",
            "Look at the letter.",
        )
    outcome = _outcome(letter, by, What.NOT_SENT, day_of(now), now, because=because)
    _keep(outcome, letter, by, kinds.LETTER_NOT_SENT, day_of(now), now, why=because)
    tell_other_records(letter, outcome, by, now)
    return outcome


@transaction.atomic
def release_address(
    *, by: Practitioner, letter: Letter, key: str, because: str, now: datetime
) -> AddressRelease:
    """Decide that a letter's reader may be told a protected home or number. A manager's own act, never a setting.

    key: of what is marked in the letter ("home:…" or "contact:…"). Raises Refusal for what is not protected here.
    """
    policies.RELEASE_ADDRESS.lock(letter.case.child, by)
    letter = Letter.objects.select_related("case__child", "area").get(pk=letter.pk)
    case, known = letter.case, {one.key: one for one in known_of(letter.case.child)}
    if key not in known or not known[key].protected:
        raise Refusal("Nothing protected is marked there.", "It is not, or no longer, protected on this record.",
                      "Go back to the letter.")  # fmt: skip
    what, _, pk = key.partition(":")
    release = AddressRelease(
        area_id=case.area_id, case=case, recipient=letter.recipient, to_name=letter.to_name, because=because,
        released_on=day_of(now), released_by=by, recorded_at=now, recorded_by=by,
        home=Residence.objects.get(pk=pk) if what == "home" else None,
        contact=ContactDetail.objects.get(pk=pk) if what == "contact" else None,
    )  # fmt: skip
    check(release, exclude=("entry",))
    release.entry = kinds.ADDRESS_RELEASED.record(
        case, on=day_of(now), at=now, by=by, now=now, practitioner=by.name, whom=letter.to_name,
        what="home" if what == "home" else "number", why=because,
    )  # fmt: skip
    keep(release)
    return release


def _refuse_not_ready(letter: Letter) -> None:
    state = state_of(letter)
    if state not in (TO_SEND, FAILED):
        why = {"to-sign": "It is not signed.", "to-translate": "It waits for its translation.", "sent": "It has gone.",
               "not-sent": "It was decided that it does not go."}.get(state, "")  # fmt: skip
        raise Refusal("This letter cannot go now.", why, "Look at the letter.")


def _refuse_protected_since(letter: Letter) -> None:
    blocks = [block_from(one) for one in letter.signed.blocks]
    if any(one.stops for one in look(blocks, read_record(letter.case, letter.case.child), letter.recipient)):
        raise Refusal(
            "A home or number in this letter is protected now.", "It was not when the letter was signed.",
            "Do not send it. Record that it is not to be sent, and write another without it.",
        )  # fmt: skip


def _home(letter: Letter, shown: UUID | None) -> Residence | None:
    if letter.person_id is None:
        return None
    home = home_to_post_to(letter)
    if home is None:
        raise Refusal("There is no one home to post this to.", f"No home, or more than one, is recorded for {letter.to_name} now.",
                      "Hand it over, or record where they live first.", field="how")  # fmt: skip
    if home.protected:
        raise Refusal(
            "Their home is protected.", "A letter with this home on its envelope shows where they are.",
            "Hand it over, or send it by a way they said is safe.", field="how",
        )  # fmt: skip
    if home.pk != shown:
        raise Refusal("They live somewhere else now.", "The home changed since the page was shown.",
                      "Look at the address again before you post it.", field="how")  # fmt: skip
    return home


def _outcome(
    letter: Letter, by: Practitioner, what: str, on: date, now: datetime, **more: Any
) -> LetterOutcome:
    return LetterOutcome(
        area_id=letter.area_id,
        case=letter.case,
        letter=letter,
        what=what,
        on=on,
        recorded_at=now,
        recorded_by=by,
        **more,
    )


def _keep(
    outcome: LetterOutcome,
    letter: Letter,
    by: Practitioner,
    kind: kinds.Kind,
    on: date,
    now: datetime,
    **said: Any,
) -> LetterOutcome:
    check(outcome, exclude=("entry",))
    keep(outcome)
    more: dict[str, Any] = {"completes": completes(letter)} if "completes" in kind.details else {}
    if letter.about_id:
        more["about_entry"] = str(letter.about_id)
        referral = letter.about.details.get("referral") if letter.about else None
        more |= {"referral": referral} if referral else {}
    entry: Entry = kind.record(
        letter.case, on=on, by=by, now=now, letter=_title(letter), whom=letter.to_name, **said, **more
    )
    outcome.entry = entry
    keep(outcome, update_fields=("entry",))
    refresh(letter.case)
    return outcome


def _title(letter: Letter) -> str:
    signed = getattr(letter, "signed", None)
    return signed.title if signed else BY_ID[letter.kind].title


def _tell_account(letter: Letter, now: datetime) -> None:
    """Tell those of the agency who work with the child that a letter is there for them."""
    if letter.audience != Audience.AGENCY or letter.agency is None:
        raise Refusal(
            "They have no account here.",
            "Only an agency reads its letters here.",
            "Choose another way.",
            field="how",
        )
    working = letter.case.involvements.filter(agency=letter.agency_id, to_on=None).select_related(
        "practitioner"
    )
    for one in working:
        if one.practitioner:
            notify(to=one.practitioner, words=f"A letter for {letter.agency}: {_title(letter)}.",
                   link=f"/letters/{letter.pk}/", child=letter.case.child, now=now)  # fmt: skip
