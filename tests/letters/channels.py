"""Every way in which something of a record leaves this service, in one table, and what is asked of each.

A way that is new fails ``test_channels`` until it stands here. ``MAY_SHOW`` are the few pages on which those who
work with a child must see where the family lives; no other may show a protected home or number to anybody.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree
from pypdf import PdfReader

from alongside.api.clients import let_in
from alongside.api.models import Permission
from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.letters import pdf, word
from alongside.letters.composing import compose, paper_of
from alongside.letters.duties import READ, duties_of, letters_of
from alongside.letters.for_reader import readers_of
from alongside.letters.models import Letter
from alongside.letters.paper import Paper
from alongside.letters.reading import read_record
from alongside.letters.which import LETTERS
from alongside.moments import day_of
from alongside.notices.models import Notice
from alongside.outbox.models import OutgoingMessage
from alongside.retention.answering import record_request
from alongside.retention.models import PackPart, PackSpan
from tests.letters.families import OPENED, Family

#: Where those who may read the record see where the family lives and how to reach them, because they must know it.
MAY_SHOW = {
    "desk:people": "where everybody lives, and how they are reached",
    "family:change-contact": "the number that is changed",
    "letters:send": "the home a letter is posted to; a protected one is not shown even there",
    "retention:one-request": "the record itself, before what is covered is decided",
    "retention:pack": "the record itself, as it was signed by two",
    "retention:pack-file": "the record itself, as it was signed by two",
}
#: Pages about one child that say something of the record to somebody, asked of each family.
OF_THE_CHILD = (
    "desk:child", "desk:timeline", "desk:timeline-print", "desk:decisions", "desk:due-dates", "desk:who-can-see",
    "desk:who-has-looked", "desk:family-chronology", "desk:family-chronology-print", "plans:plan", "plans:print",
    "plans:for-the-child", "plans:for-the-child-print", "conferences:history", "letters:documents", "sharing:decisions",
    "partners:child",
)  # fmt: skip
LISTS = ("desk:my-work", "desk:team", "partners:home", "sharing:shared", "referrals:mine")


LOOKING = ("dana", "sam", "jamal", "maya", "helen", "wyn")


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

    def read(self, who: str, where: str, **query: str) -> str:
        answer = self.browsers[who].get(where, query)
        return str(answer.headers) + answer.content.decode(errors="replace")


Said = Iterator[tuple[str, str]]


def pages(who: str) -> Callable[[World, Family], Said]:
    """Every page of the child, as one practitioner sees it; what was typed by mistake is theirs to read."""

    def said(world: World, family: Family) -> Said:
        for name in OF_THE_CHILD:
            yield name, world.read(who, reverse(name, args=[family.child.reference]))

    return said


def lists(who: str) -> Callable[[World, Family], Said]:
    def said(world: World, family: Family) -> Said:
        for name in LISTS:
            yield name, world.read(who, reverse(name))

    return said


def search(world: World, family: Family) -> Said:
    """A protected home or number that is typed whole finds nobody, and a name shows none."""
    for who in ("dana", "helen", "maya"):
        yield f"search by name, {who}", world.read(who, reverse("desk:search"), q=family.child.called)


def through_the_api(world: World, family: Family) -> Said:
    for path in ("children", f"children/{family.child.reference}", f"children/{family.child.reference}/chronology",
                 f"children/{family.child.reference}/details", f"children/{family.child.reference}/deadlines", "due"):  # fmt: skip
        answer = Client().get(f"/api/v1/{path}", HTTP_AUTHORIZATION=f"Bearer {world.token}")
        yield f"api {path}", answer.content.decode()


def messages(world: World, family: Family) -> Said:
    for one in OutgoingMessage.objects.all():
        yield "message", " ".join(str(getattr(one, field.name)) for field in one._meta.concrete_fields)
    for notice in Notice.objects.filter(child=family.child):
        yield "notice", f"{notice.words} {notice.link}"


def due_letters(world: World, family: Family) -> Said:
    """The list of who is to be told, and its words."""
    record = read_record(family.case, family.child, READ)
    for duty in duties_of(family.case, family.child, letters_of(family.case), record):
        yield "duty", f"{duty.reader.name} {duty.kind.title} {duty.state}"


def letters(form: str) -> Callable[[World, Family], Said]:
    """Every kind of letter to every reader, in one form. One that stops may hold what stopped it: it cannot go."""

    def said(world: World, family: Family) -> Said:
        for number, (letter, composed) in enumerate(written(family)):
            # Files are made of what the page shows, and take long: one in ten of each family, another ten each time.
            if form != "view" and number % 10 != family.number % 10:
                continue
            if not composed.stopped:
                paper = paper_of(letter, composed, None, large=form.endswith("large"), now=timezone.now())
                yield f"{letter.kind} to {letter.recipient}", IN_FORM[form](paper)
            if form == "view":
                yield f"left out of {letter.kind}", ""

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
        for reader in readers:
            letter = Letter(
                area=family.child.area, case=family.case, kind=kind.id, audience=reader.audience, person_id=reader.person_key,
                agency_id=reader.agency_key, to_name=reader.name, about=about[kind.id],
                said={box.key: "What we say." for box in kind.boxes},
            )  # fmt: skip
            yield letter, compose(letter, record)


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
    "view": lambda paper: " ".join(paper.every_word()), "pdf": text_of_pdf, "pdf-large": text_of_pdf, "docx": text_of_word,
}  # fmt: skip

#: Each way out, and how it is asked. Those marked True show a practitioner what practitioners typed, mistakes too.
CHANNELS: dict[str, tuple[Callable[[World, Family], Said], bool]] = {
    "pages of the child, lead practitioner": (pages("dana"), True),
    "pages of the child, manager": (pages("sam"), True),
    "pages of the child, conference chair": (pages("jamal"), True),
    "pages of the child, front door": (pages("maya"), True),
    "pages of the child, school": (pages("helen"), True),
    "pages of the child, administrator": (pages("wyn"), False),
    "lists, lead practitioner": (lists("dana"), False),
    "lists, manager": (lists("sam"), False),
    "lists, school": (lists("helen"), False),
    "lists, administrator": (lists("wyn"), False),
    "search": (search, False),
    "the interface for systems": (through_the_api, False),
    "messages, notices and events": (messages, False),
    "who is to be told": (due_letters, False),
    "letters on a page": (letters("view"), False),
    "letters as PDF": (letters("pdf"), False),
    "letters as PDF in large print": (letters("pdf-large"), False),
    "letters as Word": (letters("docx"), False),
    "what somebody asks of the record about them": (subject_access, False),
}
#: What else can carry something out, and why it holds no home and no number. A new one is placed here or asked above.
ELSEWHERE = {
    "command:accounts_close_unused": "accounts", "command:area_add": "an area", "command:audit_checkpoint": "digests",
    "command:audit_dispose": "rows of the audit, which holds no words", "command:audit_export": "the audit, which holds no words",
    "command:audit_searched": "keyed digests of what was searched", "command:audit_verify": "digests",
    "command:deadlines_rebuild": "nothing is printed but counts", "command:demo": "made-up people",
    "command:docs": "the code", "command:import_cin_census": "what came in, by its own reference",
    "command:import_police_notices": "counts", "command:matching_find_duplicates": "counts", "command:matching_rebuild": "counts",
    "command:matching_train": "weights", "command:migrate": "tables", "command:outbox_send": "messages, asked above",
    "command:retention_dispose": "certificates, which hold digests", "command:retention_simulate": "references and days",
    "command:serve": "the pages", "command:silences_set": "numbers", "command:timeliness": "days and counts", "command:work": "messages, asked above",
}  # fmt: skip


#: Those who see the same pages take turns.
IN_TURN = ("manager", "conference chair", "front door", "administrator")


def asked_this_time(name: str, family: Family) -> bool:
    """Whether a way is asked of this family: most are of each, and those of the same pages in turn."""
    _, _, who = name.partition(", ")
    return who not in IN_TURN or IN_TURN[family.number % len(IN_TURN)] == who


def leaks(world: World, family: Family, only: str = "") -> Iterator[tuple[str, str, str]]:
    """Each protected thing that stood in something that left: the way, where, and whose it was."""
    for name, (ask, shows_mistakes) in CHANNELS.items():
        if only and only != name:
            continue
        if (shows_mistakes and family.slipped) or not (only or asked_this_time(name, family)):
            continue
        for where, said in ask(world, family):
            flat = re.sub(r"[\s-]", "", said).lower()
            yield from ((name, where, whose) for secret, whose in family.secrets.items() if secret in flat)
