"""Every way in which something of a record leaves this service, and how it is asked of a family.

Which page, operation, message or command goes out by which way stands in ``ways_out``; what is new and stands in none
fails ``test_channels``.
"""

from __future__ import annotations

import io
import json
import logging
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree
from pypdf import PdfReader

from alongside.api.clients import let_in
from alongside.api.models import Permission
from alongside.audit.models import Row
from alongside.conferences.models import Booking, BookingChild, Invitation
from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.drafts.models import Draft
from alongside.front_door.notices import NoneTaken, take_in_notices
from alongside.letters import pdf, word
from alongside.letters.composing import compose, look, paper_in_translation, paper_of
from alongside.letters.duties import READ
from alongside.letters.for_reader import readers_of
from alongside.letters.models import Letter, LetterTranslation, SignedLetter
from alongside.letters.paper import Paper
from alongside.letters.papers import DOCUMENTS, document
from alongside.letters.readers import Reader
from alongside.letters.reading import read_record
from alongside.letters.which import BY_NAME, LETTERS
from alongside.letters.wording import MARKS, Block
from alongside.moments import day_of
from alongside.notices.models import Notice
from alongside.outbox.events import Event, happened
from alongside.outbox.models import Endpoint, OutgoingMessage
from alongside.partners.services.guests import make_link
from alongside.retention.answering import record_request
from alongside.retention.models import PackPart, PackSpan
from tests.every.pages import PAGES, WITHOUT_SIGN_IN
from tests.letters.families import OPENED, Family
from tests.letters.secrets_seen import found_in
from tests.letters.ways_out import (
    BESIDE,
    CHILD,
    CHRONOLOGY,
    CONFERENCES,
    DRAWN,
    MAY_SHOW,
    OPERATIONS_ASKED,
    PARTNERS,
    PRINT,
    channel_of,
)

LOOKING = ("dana", "sam", "jamal", "maya", "helen", "wyn")
#: Pages about one child, by channel: all that take a child's reference and nothing else.
OF_THE_CHILD = sorted(
    name for name, takes in PAGES.items() if takes == ("reference",) and name not in MAY_SHOW
)
LISTED = sorted(
    name for name, takes in PAGES.items() if not takes and name not in WITHOUT_SIGN_IN and channel_of(name)
)
PUBLIC = sorted(name for name, takes in PAGES.items() if not takes and name in WITHOUT_SIGN_IN)
#: How many families it takes until each page was asked once; lists were asked as each of those who look after four times as many.
TURNS = 24


class World:
    """A borough, a browser for each who looks, and a school's own system."""

    def __init__(self, borough: Borough) -> None:
        self.borough = borough
        self.browsers = {who: Client() for who in LOOKING}
        for who, browser in self.browsers.items():
            browser.force_login(borough.staff[who])
        self.system, self.token = let_in(
            by=borough.staff["wyn"], area=borough.area, agency=borough.agencies["primary"], team=None, name="School records",
            permissions=[one.value for one in Permission], expires_on=day_of(timezone.now()) + timedelta(days=365), now=timezone.now(),
        )  # fmt: skip
        self._log, log = io.StringIO(), logging.getLogger("alongside")
        log.addHandler(logging.StreamHandler(self._log))

    def logged(self) -> str:
        """What the service has written to its log since this was last asked."""
        said = self._log.getvalue()
        self._log.seek(0)
        self._log.truncate()
        return said

    def read(self, who: str, where: str, **query: str) -> str:
        answer = self.browsers[who].get(where, query)
        if hasattr(answer, "streaming_content"):
            return str(answer.headers) + b"".join(answer.streaming_content).decode(errors="replace")
        return str(answer.headers) + answer.content.decode(errors="replace")


Said = Iterator[tuple[str, str]]


def in_turn(names: Sequence[str], family: Family, turns: int = TURNS) -> Sequence[str]:
    """Those of many that are asked of this family: another part of them each time."""
    return names[family.number % turns :: turns] if family.in_turn else names


def pages(channel: str, *who: str) -> Callable[[World, Family], Said]:
    """The pages of the child of one channel, as each of these sees them; what was typed by mistake is theirs to read."""
    names = [name for name in OF_THE_CHILD if channel_of(name) == channel]

    def said(world: World, family: Family) -> Said:
        for one in who:
            for name in in_turn(names, family):
                yield f"{name}, {one}", world.read(one, reverse(name, args=[family.child.reference]))

    return said


def lists(world: World, family: Family) -> Said:
    """Pages that list children, or anything else, each as one of those who look."""
    for name in in_turn(LISTED, family):
        for who in LOOKING[:2] + LOOKING[family.number // TURNS % 4 + 2 :][:1]:
            yield f"{name}, {who}", world.read(who, reverse(name))


def guests(world: World, family: Family) -> Said:
    """What somebody without an account is sent and sees: an invitation by link, and the public pages."""
    borough, now = world.borough, timezone.now()
    booking = Booking.objects.create(
        area=borough.area, kind="review", starts_at=now + timedelta(days=9), place="Quay Room", recorded_at=now,
        recorded_by=borough.staff["amy"],
    )  # fmt: skip
    BookingChild.objects.create(booking=booking, case=family.case)
    invited = Invitation.objects.create(
        booking=booking, name="Nora Guest", part="Practice nurse", report_wanted=True, invited_on=day_of(now)
    )
    make_link(
        by=borough.staff["dana"], child=family.child, invitation=invited, purpose="conference-report", email="nora@surgery.example",
        address_of=lambda secret: f"https://wrenmouth.example{reverse('partners:guest', args=[secret])}", now=now,
    )  # fmt: skip
    letter = OutgoingMessage.objects.filter(to="nora@surgery.example").latest("made_at")
    yield "the e-mail with the link", letter.body
    for where in re.findall(r"https://[^/\s]+(/\S+)", letter.body):
        yield "what the link opens", Client().get(where).content.decode()
    for name in in_turn(PUBLIC, family):
        yield name, Client().get(reverse(name)).content.decode()


def search(world: World, family: Family) -> Said:
    """A name, or that of somebody of the family, shows no home and no number, nor does where it leads.

    It leads to a page of the child, which shows those who read it what was typed by mistake: then it is not followed.
    """
    for who in in_turn(("dana", "helen", "maya"), family, 3):
        for name in ("Robin", *(one.called for one in family.people[:2])):
            answer = world.browsers[who].get(reverse("desk:search"), {"q": name}, follow=not family.slipped)
            yield (
                f"search for {name}, {who}",
                str(answer.headers) + str(getattr(answer, "redirect_chain", "")) + answer.content.decode(),
            )


def through_the_api(world: World, family: Family) -> Said:
    for name, path in OPERATIONS_ASKED.items():
        where = path.format(child=family.child.reference, key=family.case.pk)
        answer = Client().get(f"/api/v1/{where}", HTTP_AUTHORIZATION=f"Bearer {world.token}")
        yield name, answer.content.decode()


def messages(world: World, family: Family) -> Said:
    """What was sent of this family while it was made and asked about, and what those who work with it were told."""
    for one in OutgoingMessage.objects.all():
        yield "message", " ".join(str(getattr(one, field.name)) for field in one._meta.concrete_fields)
    for notice in Notice.objects.filter(child=family.child):
        yield "notice", f"{notice.words} {notice.link}"


def events(world: World, family: Family) -> Said:
    """Every event that another system may hear of, about this child, through the one door there is."""
    area, school = world.borough.area, world.borough.agencies["primary"]
    endpoint = Endpoint.objects.create(
        area=area, agency=school, url="https://records.school.example/hear", events=[one.value for one in Event],
        made_at=timezone.now(),
    )  # fmt: skip
    for event in Event:
        data = {
            key: family.child.reference if key == "child" else str(family.case.pk) for key in event.example
        }
        happened(event, area=area, agency=school, data=data, about=family.case, now=timezone.now())
        for secret in family.secrets:
            try:
                happened(
                    event,
                    area=area,
                    agency=school,
                    data=dict.fromkeys(data, secret),
                    about=family.case,
                    now=timezone.now(),
                )
                yield f"{event} took words", secret
            except TypeError:
                continue
    for one in OutgoingMessage.objects.filter(endpoint=endpoint):
        yield one.subject, f"{one.subject} {one.body} {one.about}"


def answers_to_police(world: World, family: Family) -> Said:
    """What the police hear of notices they sent, of which one is refused: never a word of them."""
    area, now, home = world.borough.area, timezone.now(), next(iter(family.homes), "1 No Street")
    good = {"number": f"EP-{family.number}", "happened_at": "2025-02-01T22:00", "kind": "Missing", "words": f"Seen at {home}.",
            "given": "Robin", "family": family.child.called.split()[-1]}  # fmt: skip
    receipts = []
    for rows in ([good], [good | {"number": "EP-X", "happened_at": home}]):
        try:
            receipts.append(take_in_notices(rows, area=area, force="Estuary Police", now=now).receipt)
        except NoneTaken as refused:
            receipts.append(refused.receipt)
    for receipt in receipts:
        for name in ("front_door:notice-receipt", "front_door:notice-receipt-csv"):
            yield name, world.read("maya", reverse(name, args=[receipt.pk]))


def letters(form: str) -> Callable[[World, Family], Said]:
    """Every kind of letter to every reader, in one form. One that stops may hold what stopped it: it cannot go."""

    def said(world: World, family: Family) -> Said:
        for number, (letter, composed) in enumerate(written(family)):
            # Files are made of what the page shows, and take long: a few of each family, others each time.
            if form != "view" and number % 30 != family.number % 30:
                continue
            if not composed.stopped:
                paper = paper_of(letter, composed, None, large=bool(number % 2), now=timezone.now())
                yield f"{letter.kind} to {letter.recipient}", IN_FORM[form](paper)

    return said


def written(family: Family) -> Iterator[tuple[Letter, Any]]:
    """A letter of each kind to each reader, not kept: what would be shown if somebody began it."""
    record = read_record(family.case, family.child, READ)
    about = {
        kind.id: next((one for one in reversed(record.entries) if kind.due and kind.due.matches(one)), None)
        for kind in LETTERS
    }
    for kind in LETTERS:
        readers = readers_of(kind, family.child, record, about[kind.id])
        readers += [Reader(one, "Somebody Named") for one in kind.audiences if one in BY_NAME]
        for reader in readers:
            letter = Letter(
                area=family.child.area, case=family.case, kind=kind.id, audience=reader.audience, person_id=reader.person_key,
                agency_id=reader.agency_key, to_name=reader.name, about=about[kind.id],
                said={box.key: "What we say." for box in kind.boxes},
            )  # fmt: skip
            yield letter, compose(letter, record)


def in_translation(world: World, family: Family) -> Said:
    """A letter in another language: what a translator puts in is looked through as the letter was, and set again."""
    every = [one for one in written(family) if not one[1].stopped]
    letter, composed = every[family.number % len(every)]
    record = read_record(family.case, family.child)
    words = "\n".join(f"{MARKS_OF.get(one.kind, '')}{one.words}" for one in composed.blocks)
    for typed in ("", *(home.splitlines()[0] for home in family.homes)):
        put_in = f"{words}\n{typed}"
        blocks = [Block("text", line) for line in put_in.splitlines() if line.strip()]
        if any(one.stops for one in look(blocks, record, letter.recipient)):
            continue  # What is put in is refused.
        letter.language = "Polish"
        signed = SignedLetter(
            letter=letter, signed_by=world.borough.staff["dana"], signed_on=OPENED, title=composed.title
        )
        signed.translation = LetterTranslation(signed=signed, language="Polish", words=put_in)
        paper = paper_in_translation(signed, large=bool(family.number % 2))
        yield f"{letter.kind}, on a page", " ".join(paper.every_word())
        if family.number % 8 == 0:
            yield f"{letter.kind}, as PDF", text_of_pdf(paper)


def other_documents(world: World, family: Family) -> Said:
    """Every document besides letters, with what was typed by mistake left out: on its page, and in each form."""
    for number, which in enumerate(DOCUMENTS):
        made = document(which, family.child, family.case)
        paper = Paper(title=made.title, blocks=made.blocks, area=family.child.area.name, footer="Wrenmouth")
        yield which, " ".join(paper.every_word())
        if number == family.number % len(DOCUMENTS):
            form = ("pdf", "docx")[family.number // len(DOCUMENTS) % 2]
            yield f"{which}, {form}", IN_FORM[form](paper)
            yield (
                f"{which}, page",
                world.read("dana", reverse("letters:paper", args=[family.child.reference, which, "print"])),
            )


def subject_access(world: World, family: Family) -> Said:
    """What a pack says once everything that was proposed for covering is covered."""
    request = record_request(
        by=world.borough.staff["sam"], child=family.child, asked_by="A parent", asks_as="parent", identity="Seen",
        received_on=OPENED, now=at(OPENED, "12:00"),
    )  # fmt: skip
    spans: dict[Any, list[tuple[int, int]]] = {}
    for span in PackSpan.objects.filter(part__request=request):
        spans.setdefault(span.part_id, []).append((span.start, span.end))
    for part in PackPart.objects.filter(request=request):
        words = part.words
        for start, end in spans.get(part.pk, ()):
            words = words[:start] + "█" * (end - start) + words[end:]
        yield f"pack, {part.kind}", words


def text_of_pdf(paper: Paper) -> str:
    reader = PdfReader(io.BytesIO(pdf.made(paper)))
    return " ".join(page.extract_text() for page in reader.pages) + json.dumps(
        {k: str(v) for k, v in (reader.metadata or {}).items()}
    )


def text_of_word(paper: Paper) -> str:
    with zipfile.ZipFile(io.BytesIO(word.made(paper))) as parts:
        return " ".join(
            " ".join(etree.fromstring(parts.read(name)).itertext())
            if name.endswith(("xml", "rels"))
            else name
            for name in parts.namelist()
        )


IN_FORM: dict[str, Callable[[Paper], str]] = {
    "view": lambda paper: " ".join(paper.every_word()), "pdf": text_of_pdf, "docx": text_of_word,
}  # fmt: skip
MARKS_OF = {kind: mark for mark, kind in MARKS.items()}


def returns_and_commands(world: World, family: Family) -> Said:
    """What is counted of the area, and what commands print of its records."""
    for name, options in (("timeliness", {"json": True}), ("timeliness", {}), ("retention_simulate", {})):
        said = io.StringIO()
        call_command(name, stdout=said, stderr=said, **options)
        yield f"{name} {options}", said.getvalue()


def kept_beside(world: World, family: Family) -> Said:
    """The audit, unfinished work as it is stored and as others see it, the log, error pages, and addresses."""
    for row in Row.objects.filter(about=family.child.pk):
        yield "audit", str(row.details)
    where = reverse("visits:record-seen", args=[family.child.reference])
    for home in family.homes[:1]:
        world.browsers["dana"].post(
            f"{reverse('drafts:keep')}?of={where}", {"words": f"At {home}", "draft-title": home}
        )
    for draft in Draft.objects.filter(child=family.child):
        yield "a draft as it is stored", f"{draft} {draft.address} {draft.title} {bytes(draft.sealed)!r}"
    yield "the draft of somebody else", world.read("sam", where)
    for lost in (
        f"/children/{family.child.reference}/nothing/",
        f"/children/{family.child.reference}/documents/letters/{family.case.pk}/",
    ):
        for who in ("dana", "wyn"):
            yield "an error page", world.read(who, lost)
    yield "a form that is wrong", world.browsers["dana"].post(where, {}).content.decode()
    yield "the log", world.logged()


#: Each way out, and how it is asked. Those marked True show a practitioner what practitioners typed, mistakes too.
CHANNELS: dict[str, tuple[Callable[[World, Family], Said], bool]] = {
    "pages of the child, lead practitioner": (pages(CHILD, "dana"), True),
    "pages of the child, manager": (pages(CHILD, "sam"), True),
    "pages of the child, conference chair": (pages(CHILD, "jamal"), True),
    "pages of the child, front door": (pages(CHILD, "maya"), True),
    "pages of the child, administrator": (pages(CHILD, "wyn"), False),
    "chronologies of the child and the family": (pages(CHRONOLOGY, "dana", "jamal"), True),
    "pages to print": (pages(PRINT, "dana", "sam"), True),
    "the family drawn": (pages(DRAWN, "dana", "maya"), True),
    "beside the case and supervision": (pages(BESIDE, "dana", "sam"), True),
    "conferences": (pages(CONFERENCES, "dana", "jamal"), True),
    "partners' pages": (pages(PARTNERS, "helen", "dana"), True),
    "guest and public pages": (guests, False),
    "lists": (lists, False),
    "search": (search, False),
    "the interface for systems": (through_the_api, False),
    "e-mail, messages and notices": (messages, False),
    "events to other systems": (events, False),
    "answers to police notices": (answers_to_police, False),
    "letters on a page": (letters("view"), False),
    "letters as PDF, in large print too": (letters("pdf"), False),
    "letters as Word": (letters("docx"), False),
    "letters in translation": (in_translation, False),
    "other documents": (other_documents, False),
    "what somebody asks of the record about them": (subject_access, False),
    "returns, reports and what commands print": (returns_and_commands, False),
    "audit, drafts, logs and errors": (kept_beside, False),
}


def leaks(world: World, family: Family, only: str = "") -> Iterator[tuple[str, str, str]]:
    """Each protected thing that stood in something that left: the way, where, and whose it was."""
    for name, (ask, shows_mistakes) in CHANNELS.items():
        if (only and only != name) or (shows_mistakes and family.slipped):
            continue
        for where, said in ask(world, family):
            yield from ((name, where, whose) for whose in found_in(said, family.secrets))
