"""Writing a letter: begun, said, signed, translated. One function for each act.

Until it is signed a letter is its writers' working paper, and nothing of it is in the chronology.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.keeping import check, keep
from alongside.letters import pdf
from alongside.letters.composing import Composed, compose, look, number_of, paper_of
from alongside.letters.duties import TO_SIGN, TO_TRANSLATE, state_of
from alongside.letters.for_reader import reader_with
from alongside.letters.models import Letter, LetterTranslation, SignedLetter
from alongside.letters.reading import read_record
from alongside.letters.which import BY_ID, LetterKind
from alongside.letters.wording import Block
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal


@transaction.atomic
def begin(
    *, by: Practitioner, child: Person, kind: LetterKind, reader: str, about: Entry | None, now: datetime,
    instead_of: Letter | None = None,
) -> Letter:  # fmt: skip
    """Begin a letter to one reader, or give the one that is begun and not signed yet.

    reader: the key of one of the readers of this kind. instead_of: a signed letter whose mistake this one puts right.
    Raises Refusal for a reader to whom this kind does not go.
    """
    child = policies.WRITE_LETTERS.lock(child, by)
    case = about.case if about else latest_case(child)
    if about is not None and (about.child_id != child.pk or about.sealed_for):
        raise Refusal("There is no letter about this.", "It belongs to another record, or is for named eyes only.",
                      "Go back to the documents of the child.")  # fmt: skip
    case.child = child
    found = reader_with(kind, child, read_record(case, child), about, reader)
    if found is None:
        raise Refusal(
            "This letter does not go to them.", "They are not, or no longer, among those whom it tells.",
            "Choose somebody from the list of those who are told.",
        )  # fmt: skip
    same = Letter.objects.filter(
        case=case, kind=kind.id, about=about, signed=None, outcomes=None, instead_of=instead_of
    )
    for one in same:
        if one.recipient == found.key:
            return one
    letter = Letter(
        area_id=case.area_id, case=case, kind=kind.id, audience=found.audience, person_id=found.person_key,
        agency_id=found.agency_key, to_name=found.name, about=about, instead_of=instead_of, recorded_at=now, recorded_by=by,
        language=_language(found.person_key), said=dict(instead_of.said) if instead_of else {},
    )  # fmt: skip
    check(letter)
    keep(letter)
    _audited(letter, by, now, what="letter-begun")
    return letter


@transaction.atomic
def say(
    *, by: Practitioner, letter: Letter, said: Mapping[str, str], language: str, large_print: bool,
    others_belong: bool, now: datetime,
) -> Letter:  # fmt: skip
    """Keep what its writer says in it. Raises Refusal once it is signed: then another letter puts it right."""
    letter = locked(letter, by)
    _refuse_signed(letter)
    boxes = {box.key for box in BY_ID[letter.kind].boxes}
    letter.said = {key: words.strip() for key, words in said.items() if key in boxes}
    letter.language, letter.large_print, letter.others_belong = language.strip(), large_print, others_belong
    check(letter)
    keep(letter, update_fields=("said", "language", "large_print", "others_belong"))
    _audited(letter, by, now, what="letter-written")
    return letter


@transaction.atomic
def sign(*, by: Practitioner, letter: Letter, read: str, now: datetime) -> SignedLetter:
    """Sign it as it stands: from now on its words never change.

    read: the digest of what was shown to whoever signs, so that nobody signs what they have not read. Raises Refusal
    where it changed since, where something must still be said, where a protected home or number stands in it that
    nobody released, or where it names another child and nobody said that the name belongs there.
    """
    letter = locked(letter, by)
    _refuse_signed(letter)
    composed = compose(letter)
    refuse_unready(letter, composed)
    if read != digest_of(composed):
        raise Refusal("The letter has changed since you read it.", "Something on the record, or in the letter, is new.",
                      "Read it again, and sign it then.", field="read")  # fmt: skip
    today = day_of(now)
    signed = SignedLetter(
        area_id=letter.area_id, case=letter.case, letter=letter, signed_on=today, signed_by=by, title=composed.title,
        blocks=[block.kept() for block in composed.blocks], template_version=composed.version, recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    signed.sha256 = digest_of_file(letter, signed, now)
    signed.entry = kinds.LETTER_SIGNED.record(
        letter.case, on=today, at=now, by=by, now=now, practitioner=by.name, letter=composed.title, whom=letter.to_name,
    )  # fmt: skip
    check(signed)
    keep(signed)
    _audited(letter, by, now, what="letter-signed", sha256=signed.sha256, number=number_of(letter))
    return signed


@transaction.atomic
def put_in_translation(
    *, by: Practitioner, letter: Letter, translator: str, words: str, now: datetime
) -> LetterTranslation:
    """Put in what a translator wrote. Raises Refusal for a letter that waits for none, or where an address stands in it."""
    letter = locked(letter, by)
    if state_of(letter) != TO_TRANSLATE:
        raise Refusal("This letter waits for no translation.", "It is not signed, is in English, or has its translation.",
                      "Go back to the letter.")  # fmt: skip
    lines = [Block("text", line) for line in words.splitlines() if line.strip()]
    if any(one.stops for one in look(lines, read_record(letter.case, letter.case.child), letter.recipient)):
        raise Refusal(
            "A protected address or number stands in the translation.", "It was not in the letter that was signed.",
            "Ask the translator to take it out.", field="words",
        )  # fmt: skip
    made = LetterTranslation(
        area_id=letter.area_id, case=letter.case, signed=letter.signed, language=letter.language, translator=translator,
        words=words, put_in_on=day_of(now), recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(made, exclude=("entry",))
    made.entry = kinds.LETTER_TRANSLATED.record(
        letter.case, on=day_of(now), at=now, by=by, now=now, letter=letter.signed.title, whom=letter.to_name,
        language=letter.language, translator=translator,
    )  # fmt: skip
    keep(made)
    return made


def refuse_unready(letter: Letter, composed: Composed) -> None:
    """Raise Refusal for what stands in the way of a signature."""
    if composed.missing:
        raise Refusal("Something must still be said.", f"Nothing stands under: {', '.join(composed.missing)}",
                      "Write it, and sign then.")  # fmt: skip
    if stopped := composed.stopped:
        raise Refusal(
            "A protected address or number stands in this letter.",
            f"It is marked in the letter, {len(stopped)} time{'s' if len(stopped) > 1 else ''}. Whoever reads it could "
            "find somebody who must not be found.",
            "Take it out; or a manager decides, with a reason, that this reader may know it.",
        )  # fmt: skip
    if composed.children and not letter.others_belong:
        names = sorted({one.words for one in composed.children})
        raise Refusal(
            f"The letter names other children: {', '.join(names)}.", "What is said of one child is not another's to read.",
            "Take them out; or say in the letter's boxes that you read them, and that they belong there.",
        )  # fmt: skip


def digest_of(composed: Composed) -> str:
    """What a reader of the preview saw, as a digest."""
    words = "\0".join(f"{block.kind}\1{block.words}" for block in composed.blocks)
    return hashlib.sha256(words.encode()).hexdigest()


def digest_of_file(letter: Letter, signed: SignedLetter, now: datetime) -> str:
    """The digest of the letter as PDF; of its words, where the typeface cannot set them."""
    paper = paper_of(letter, None, signed, large=letter.large_print, now=now)
    try:
        return hashlib.sha256(pdf.made(paper)).hexdigest()
    except pdf.CannotBeSet:
        return hashlib.sha256("\n".join(paper.every_word()).encode()).hexdigest()


def locked(letter: Letter, by: Practitioner) -> Letter:
    """The letter, with its child locked for a change that this practitioner may make."""
    child = policies.WRITE_LETTERS.lock(letter.case.child, by)
    found = Letter.objects.select_for_update(of=("self",)).select_related(
        "case", "area", "about", "person", "agency"
    )
    letter = found.get(pk=letter.pk)
    letter.case.child = child
    return letter


def latest_case(child: Person) -> Case:
    """The child's open case, or the last one. Raises Refusal where there never was one."""
    case = Case.objects.filter(child=child).select_related("area").order_by("-opened_on", "-id").first()
    if case is None:
        raise Refusal(
            f"There is no case for {child}.", "A letter belongs to a case.", "Make a referral first."
        )
    return case


def _refuse_signed(letter: Letter) -> None:
    if state_of(letter) != TO_SIGN:
        raise Refusal(
            "This letter is not to be changed.", "It is signed, or it was decided that it does not go.",
            "If there is a mistake in it, write another that puts it right.",
        )  # fmt: skip


def _language(key: UUID | None) -> str:
    """The language of somebody who needs an interpreter: their letters are translated."""
    person = Person.objects.filter(pk=key).first() if key else None
    if (
        person is None
        or person.interpreter != "yes"
        or person.first_language in ("unknown", "not-asked", "declined")
    ):
        return ""
    return "" if person.first_language.casefold() == "english" else person.first_language


def _audited(letter: Letter, by: Practitioner, now: datetime, **details: Any) -> None:
    write(
        Action.CHANGE, area=letter.area_id, by=by, about=letter.case.child_id, about_kind="child", now=now,
        letter=letter.pk, **details,
    )  # fmt: skip
