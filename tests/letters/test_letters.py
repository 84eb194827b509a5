"""A letter from what makes it due to what became of it, as people do it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree, html

from alongside.assessments.models import AssessmentApproval, AssessmentNotice
from alongside.audit.models import Row
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.demo import story
from alongside.demo.telling import Cast
from alongside.letters import pdf, word
from alongside.letters.composing import compose, look
from alongside.letters.duties import duties_of, letters_of, state_of
from alongside.letters.models import AddressRelease, Letter, SignedLetter
from alongside.letters.paper import Paper
from alongside.letters.reading import read_record
from alongside.letters.wording import Block
from alongside.letters.writing import latest_case
from alongside.moments import day_of
from alongside.people.models import Address, ContactDetail, Person, Residence
from tests.every.pages import World
from tests.letters.writing_to import Desk, words

pytestmark = pytest.mark.django_db
SAFE_LINES, SAFE_POSTCODE = "17 Quern Terrace\nEastmere", "ZE3 9QX"


@pytest.fixture
def approved(world: World) -> AssessmentApproval:
    """Edie's assessment is approved: the family and her agencies are to be told in writing."""
    cast = Cast(world.borough)
    marlows = story.Marlows(
        *Person.objects.filter(called__in=("Edie Marlow", "Finn Marlow")).order_by("called")
    )
    story.the_assessment_is_approved(cast, marlows)
    AssessmentNotice.objects.filter(approval__case__child=world.child).delete()
    return AssessmentApproval.objects.get(case__child=world.child)


@pytest.fixture
def rosa(world: World) -> Person:
    return Person.objects.get(called="Rosa Marlow")


@pytest.fixture
def desk(client: Client, world: World) -> Desk:
    return Desk(client, world.staff("dana"), world.child.reference)


def hide(person: Person, *, lines: str = SAFE_LINES, postcode: str = SAFE_POSTCODE) -> Residence:
    address = Address.objects.create(area=person.area, lines=lines, postcode=postcode)
    return Residence.objects.create(
        person=person, address=address, protected=True, protected_from="Her former partner"
    )


def duties(child: Person) -> list[Any]:
    case = latest_case(child)
    case.child = child
    from alongside.letters.duties import READ

    return duties_of(case, child, letters_of(case), read_record(case, child, READ))


def due(child: Person, rule: str) -> Deadline:
    return Deadline.objects.get(child=child, rule_id=rule)


def readers(child: Person, kind: str) -> list[str]:
    return [one.reader.key for one in duties(child) if one.kind.id == kind]


class TestFromDueToSent:
    def test_an_assessment_that_is_decided_makes_a_letter_due_to_each_reader_alone(
        self, world: World, approved: AssessmentApproval, rosa: Person, desk: Desk
    ) -> None:
        told = [one.reader.name for one in duties(world.child) if one.kind.id == "assessment-outcome"]

        assert told[:2] == ["Edie Marlow", "Rosa Marlow"]
        assert "Mill Lane Primary School" in told
        assert "Rosa Marlow" in words(desk.get("documents"))

    def test_it_is_written_signed_and_sent_and_the_duty_stops_with_the_last(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        Deadline.objects.filter(child=world.child, rule_id="assessment.findings-shared").update(met_on=None)
        for key in readers(world.child, "assessment-outcome"):
            assert due(world.child, "assessment.findings-shared").is_outstanding
            letter = desk.begin("assessment-outcome", key, approved.entry_id)
            assert desk.say(letter, why="Because of what you and others told us.").status_code == 303
            assert desk.sign(letter).status_code == 303, key
            sent = desk.do("send", letter, how="in-person", **_today())
            assert sent.status_code == 303, words(sent)

        assert due(world.child, "assessment.findings-shared").met_on == day_of(timezone.now())
        assert "Everybody has been told" in words(desk.get("documents")) or not [
            one for one in duties(world.child) if one.kind.id == "assessment-outcome" and not one.settled
        ]

    def test_an_agency_that_was_told_by_letter_stands_with_the_assessment_too(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        (school,) = [
            k
            for k in readers(world.child, "assessment-outcome")
            if str(world.borough.agencies["primary"].pk) in k
        ]
        letter = desk.begin("assessment-outcome", school, approved.entry_id)
        desk.sign(letter)
        desk.do("send", letter, how="account", **_today())

        notice = AssessmentNotice.objects.get(approval=approved, agency=world.borough.agencies["primary"])
        assert notice.told_on == day_of(timezone.now())
        assert AssessmentNotice.objects.filter(approval=approved).count() == 1

    def test_somebody_who_is_not_to_be_told_is_settled_with_a_reason(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        letter = desk.begin(
            "assessment-outcome", readers(world.child, "assessment-outcome")[0], approved.entry_id
        )
        refused = desk.do("not-sent", letter, because="")
        assert refused.status_code == 422

        assert desk.do("not-sent", letter, because="She is four, and was told in person.").status_code == 303
        assert state_of(letter) == "not-sent"
        assert "four, and was told" in Entry.objects.get(kind="letter-not-sent").details["why"]

    def test_what_did_not_arrive_is_due_again(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        letter = desk.begin(
            "assessment-outcome", readers(world.child, "assessment-outcome")[0], approved.entry_id
        )
        desk.sign(letter)
        desk.do("send", letter, how="in-person", **_today())
        assert desk.do("failed", letter, because="Nobody was at home.", **_today()).status_code == 303

        (duty,) = [one for one in duties(world.child) if one.letter and one.letter.pk == letter.pk]
        assert not duty.settled
        assert "Failed" in words(desk.get("documents"))

    def test_the_same_reader_gets_one_letter_of_one_thing(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        key = readers(world.child, "assessment-outcome")[0]
        assert desk.begin("assessment-outcome", key, approved.entry_id) == desk.begin(
            "assessment-outcome", key, approved.entry_id
        )

    def test_a_letter_goes_to_nobody_but_those_whom_it_tells(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        stranger = Person.objects.create(
            area=world.borough.area, reference="WREN-STRANGE", called="A Stranger"
        )
        answer = desk.client.post(
            desk.at("begin", "assessment-outcome"),
            {"reader": f"parent:{stranger.pk}", "about": str(approved.entry_id)},
        )
        assert answer.status_code == 422
        assert "does not go to them" in words(answer)


class TestSigning:
    @pytest.fixture
    def letter(self, world: World, approved: AssessmentApproval, rosa: Person, desk: Desk) -> Letter:
        letter = desk.begin("assessment-outcome", f"parent:{rosa.pk}", approved.entry_id)
        desk.say(letter, why="We saw that things are hard.")
        return Letter.objects.get(pk=letter.pk)

    def test_what_was_signed_never_changes(self, letter: Letter, desk: Desk) -> None:
        desk.sign(letter)
        signed = SignedLetter.objects.get(letter=letter)

        with pytest.raises(DatabaseError), transaction.atomic():
            SignedLetter.objects.filter(pk=signed.pk).update(title="Another")
        assert desk.say(letter, why="Something else").status_code == 422
        assert "things are hard" in str(signed.blocks)

    def test_its_file_is_made_again_to_the_byte_and_its_digest_stands_in_the_audit(
        self, letter: Letter, desk: Desk
    ) -> None:
        desk.sign(letter)
        first, second = (desk.get("file", letter.pk, "pdf").content for _ in range(2))

        digest = hashlib.sha256(first).hexdigest()
        assert first == second
        assert SignedLetter.objects.get(letter=letter).sha256 == digest
        assert sum(digest in row.details for row in Row.objects.filter(about=letter.case.child_id)) == 3

    def test_a_mistake_is_put_right_by_another_letter(self, letter: Letter, desk: Desk) -> None:
        desk.sign(letter)
        answer = desk.client.post(desk.at("correct", letter.pk))
        assert answer.status_code == 303
        other = Letter.objects.get(instead_of=letter)
        assert other.recipient == letter.recipient
        assert "puts right a mistake" in words(desk.get("letter", other.pk))

    def test_nobody_signs_what_changed_since_they_read_it(self, letter: Letter, desk: Desk) -> None:
        page = html.fromstring(desk.get("sign", letter.pk).content)
        (shown,) = page.xpath("//input[@name='shown']/@value")
        desk.say(letter, why="Somebody wrote this meanwhile.")

        answer = desk.client.post(desk.at("sign", letter.pk), {"read": "on", "shown": shown})
        assert answer.status_code == 422
        assert "changed since you read it" in words(answer)

    def test_a_letter_before_proceedings_is_not_signed_without_the_offer_of_a_family_meeting(
        self, world: World, rosa: Person, desk: Desk
    ) -> None:
        letter = desk.begin("before-proceedings", f"parent:{rosa.pk}")
        desk.say(letter, concerns="A", expectations="B", support="C", consequences="D")
        assert "family group decision-making" in words(desk.get("letter", letter.pk))
        assert desk.sign(letter).status_code == 422

    def test_another_child_is_named_only_where_somebody_read_it(self, letter: Letter, desk: Desk) -> None:
        desk.say(letter, why="Finn said so too.")
        assert "another child" in words(desk.get("letter", letter.pk))
        assert desk.sign(letter).status_code == 422

        desk.say(letter, why="Finn said so too.", others_belong="on")
        assert desk.sign(letter).status_code == 303


class TestAddresses:
    @pytest.fixture
    def letter(self, world: World, approved: AssessmentApproval, rosa: Person, desk: Desk) -> Letter:
        hide(rosa)
        return desk.begin("assessment-outcome", f"child:{world.child.pk}", approved.entry_id)

    @pytest.mark.parametrize(
        "typed",
        [
            "You will live at 17 Quern Terrace.",
            "17\nquern\nterr",
            "It is ze39qx",
            "Z E 3 9 Q X",
            "in Quern Terrace",
        ],
    )
    def test_a_protected_address_stops_the_letter_however_it_is_typed(
        self, letter: Letter, desk: Desk, typed: str
    ) -> None:
        desk.say(letter, why=typed)
        shown = words(desk.get("letter", letter.pk))
        assert "A protected address or number stands in this letter" in shown
        assert desk.sign(letter).status_code == 422
        assert not SignedLetter.objects.filter(letter=letter).exists()

    def test_a_manager_releases_it_to_one_reader_with_a_reason(
        self,
        world: World,
        letter: Letter,
        desk: Desk,
        client: Client,
        approved: AssessmentApproval,
        rosa: Person,
    ) -> None:
        desk.say(letter, why="You will live at 17 Quern Terrace.")
        assert desk.get("release", letter.pk).status_code == 404, "its writer may not"

        manager = Desk(client, world.staff("sam"), world.child.reference)
        assert manager.do("release", letter, because="She lives there herself.").status_code == 303
        release = AddressRelease.objects.get()
        assert release.released_by == world.staff("sam")
        entry = Entry.objects.get(kind="address-released")
        assert "Quern" not in str(entry.details), "the timeline never says which"
        again = Desk(client, world.staff("dana"), world.child.reference)
        assert again.sign(letter).status_code == 303

        other = again.begin("assessment-outcome", f"parent:{rosa.pk}", approved.entry_id)
        again.say(other, why="Edie will live at 17 Quern Terrace.")
        assert again.sign(other).status_code == 422, "the release was for another reader"

    def test_a_number_of_somebody_at_a_protected_home_stops_it_too(
        self, letter: Letter, desk: Desk, rosa: Person
    ) -> None:
        ContactDetail.objects.filter(person=rosa, to_on=None).update(value="07700 900123")
        desk.say(letter, why="Ring mum on oh double seven double oh, nine double oh, one two three.")
        assert desk.sign(letter).status_code == 422

    def test_what_is_protected_after_the_signature_does_not_go(
        self, world: World, approved: AssessmentApproval, desk: Desk, rosa: Person
    ) -> None:
        letter = desk.begin("assessment-outcome", f"child:{world.child.pk}", approved.entry_id)
        desk.say(letter, why="We came to 4 Cobble Lane.")
        desk.sign(letter)
        hide(rosa, lines="4 Cobble Lane", postcode="")
        answer = desk.do("send", letter, how="in-person", **_today())
        assert answer.status_code == 422
        assert "protected now" in words(answer)

    def test_the_place_of_a_meeting_is_left_out_for_the_family_while_a_home_is_protected(
        self, world: World, letter: Letter, desk: Desk, rosa: Person
    ) -> None:
        invited = desk.begin("conference-invitation", f"parent:{rosa.pk}")
        assert "Quay Room" in words(desk.get("letter", invited.pk)).split("Left out for this reader")[1]
        assert "Quay Room" not in " ".join(one.words for one in compose(invited).blocks)
        school = desk.begin("conference-invitation", f"agency:{world.borough.agencies['primary'].pk}")
        assert "Quay Room" in " ".join(one.words for one in compose(school).blocks)

    def test_it_is_not_posted_to_a_protected_home_nor_to_one_they_left(
        self, world: World, approved: AssessmentApproval, desk: Desk, rosa: Person
    ) -> None:
        Residence.objects.filter(person=rosa).delete()
        old = Residence.objects.create(
            person=rosa, address=Address.objects.create(area=rosa.area, lines="2 Old Row", postcode="WM1 1AA")
        )
        letter = desk.begin("assessment-outcome", f"parent:{rosa.pk}", approved.entry_id)
        desk.sign(letter)
        assert "2 Old Row" in words(desk.get("send", letter.pk))
        Residence.objects.filter(pk=old.pk).update(to_on=day_of(timezone.now()))
        home = hide(rosa)
        answer = desk.do("send", letter, how="post", home=str(old.pk), **_today())
        assert answer.status_code == 422
        assert "Their home is protected" in words(answer)

        Residence.objects.filter(pk=home.pk).update(protected=False)
        answer = desk.do("send", letter, how="post", home=str(old.pk), **_today())
        assert "live somewhere else now" in words(answer)
        assert "17 Quern Terrace" in words(desk.get("send", letter.pk))


class TestLanguages:
    def test_a_letter_in_a_language_waits_for_its_translator(
        self, world: World, approved: AssessmentApproval, rosa: Person, desk: Desk
    ) -> None:
        Person.objects.filter(pk=rosa.pk).update(first_language="Polish", interpreter="yes")
        letter = desk.begin("assessment-outcome", f"parent:{rosa.pk}", approved.entry_id)
        assert letter.language == "Polish"
        desk.sign(letter)
        assert state_of(Letter.objects.get(pk=letter.pk)) == "to-translate"
        assert desk.do("send", letter, how="in-person", **_today()).status_code == 422
        waiting = desk.client.get(reverse("letters:to-translate"))
        assert "Polish" in words(waiting)

        put = desk.do(
            "translate", letter, translator="A. Nowak", words="# Co postanowiliśmy\nDroga Roso, żółta łódź."
        )
        assert put.status_code == 303
        page = desk.get("file", letter.pk, "print").content.decode()
        assert 'lang="pl"' in page
        assert "żółta łódź" in page
        assert desk.get("file", letter.pk, "pdf").content[:5] == b"%PDF-"
        assert desk.do("send", letter, how="in-person", **_today()).status_code == 303

    def test_a_script_that_the_typeface_lacks_makes_no_pdf_and_a_word_file(self) -> None:
        paper = Paper(title="رسالة", area="Wrenmouth", blocks=(Block("text", "سلام"),), lang="ur")
        with pytest.raises(pdf.CannotBeSet):
            pdf.made(paper)
        assert word.made(paper)[:2] == b"PK"


class TestFiles:
    PAPER = Paper(
        title="What was decided", area="Wrenmouth", day="Monday 2 June 2025", footer="Wrenmouth · 1", author="Dana Wright",
        blocks=(Block("title", "What was decided"), Block("text", 'Dear Sam, #read("/etc/passwd") $x$ *b* {{ 7*7 }}'),
                Block("heading", "Why"), Block("item", "One"), Block("item", "Two"), Block("text", "End")),
    )  # fmt: skip

    def test_the_pdf_is_tagged_says_its_language_and_title_and_asks_nobody_for_a_font(self) -> None:
        made = pdf.made(self.PAPER)
        for sign in (b"pdfuaid:part", b"/StructTreeRoot", b"/Lang", b"What was decided", b"/FontFile"):
            assert sign in made, sign
        assert pdf.made(self.PAPER) == made
        assert b"/JavaScript" not in made
        assert b"http://" not in made.replace(b"http://ns.adobe.com", b"").replace(
            b"http://www.w3.org", b""
        ).replace(b"http://purl.org", b"").replace(b"http://www.aiim.org", b"")

    def test_the_word_file_has_headings_a_language_and_nothing_that_is_not_on_the_page(self) -> None:
        made = word.made(self.PAPER)
        assert word.made(self.PAPER) == made
        with zipfile.ZipFile(io.BytesIO(made)) as parts:
            names = parts.namelist()
            body = etree.fromstring(parts.read("word/document.xml"))
            styles = parts.read("word/styles.xml").decode()
        assert not [one for one in names if "comment" in one or "thumbnail" in one or "vba" in one.lower()]
        space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
        used = body.xpath("//w:pStyle/@w:val", namespaces=space)
        assert used == ["Heading1", "Heading2", "ListBullet", "ListBullet"]
        assert 'w:val="en-GB"' in styles
        said = "".join(body.xpath("//w:t/text()", namespaces=space))
        assert '#read("/etc/passwd") $x$ *b* {{ 7*7 }}' in said

    def test_large_print_is_larger(self) -> None:
        from dataclasses import replace

        large = replace(self.PAPER, large=True)
        assert pdf.made(large) != pdf.made(self.PAPER)
        with zipfile.ZipFile(io.BytesIO(word.made(large))) as parts:
            assert 'w:val="32"' in parts.read("word/styles.xml").decode()


class TestTemplates:
    def test_an_area_writes_its_own_words_as_versions_and_signed_letters_keep_theirs(
        self, client: Client, world: World, approved: AssessmentApproval, rosa: Person
    ) -> None:
        desk = Desk(client, world.staff("dana"), world.child.reference)
        letter = desk.begin("assessment-outcome", f"parent:{rosa.pk}", approved.entry_id)
        client.force_login(world.staff("wyn"))
        at = reverse("letters:template", args=[world.borough.area.code, "assessment-outcome", "parent"])
        new = {"words": "# Our decision about {child}\n\nHello {to}, it is {outcome}.", "why": "Shorter"}
        assert "Hello Sam Example" in client.post(at, new).content.decode(), (
            "it is tried with made-up people first"
        )
        assert client.post(at, {**new, "step": "confirm"}).status_code == 303

        assert compose(Letter.objects.get(pk=letter.pk)).title == "Our decision about Edie Marlow"
        assert (
            "Version 1"
            in client.get(reverse("letters:templates", args=[world.borough.area.code])).content.decode()
        )

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("# T\n{address}", "no field {address}"), ("# T\n{child.names}", "no field"), ("# T\n{{ x }}", "no field"),
            ("No title", "no title"), ("# T\n{reasons}", "no field {reasons}"), ("# T\n{", "brace"),
        ],
    )  # fmt: skip
    def test_words_reach_nothing_but_what_their_reader_may_see(
        self, client: Client, world: World, typed: str, said: str
    ) -> None:
        client.force_login(world.staff("wyn"))
        at = reverse("letters:template", args=[world.borough.area.code, "assessment-outcome", "parent"])
        answer = client.post(at, {"words": typed, "why": "Try", "step": "confirm"})
        assert answer.status_code == 422
        assert said in words(answer)


class TestOtherDocuments:
    @pytest.mark.parametrize(
        ("which", "says"),
        [
            ("for-the-child", "What grown-ups promised"),
            ("for-parents", "What must change"),
            ("for-a-court", "Referral received"),
        ],
    )
    def test_each_is_a_page_a_pdf_and_a_word_file(
        self, desk: Desk, world: World, which: str, says: str
    ) -> None:
        assert says in words(desk.get("paper", which, "view")) or which == "for-the-child"
        assert desk.get("paper", which, "pdf").content[:5] == b"%PDF-"
        assert desk.get("paper", which, "docx").content[:2] == b"PK"
        assert desk.get("paper", which, "print").status_code == 200
        assert desk.get("paper", "for-nobody", "pdf").status_code == 404

    def test_what_holds_a_protected_home_is_left_out_of_the_chronology_and_said_to_be(
        self, desk: Desk, world: World, rosa: Person
    ) -> None:
        entry = Entry.objects.filter(child=world.child, kind="child-seen").latest("id")
        made = Entry(
            area=entry.area, child=entry.child, case=entry.case, kind="details-changed", happened_on=entry.happened_on,
            details={"what": "They sleep at 17 Quern Terrace now."}, recorded_by=entry.recorded_by,
        )  # fmt: skip
        made.save()
        assert "17 Quern Terrace" in words(desk.get("paper", "for-a-court", "view"))
        hide(rosa)
        shown = words(desk.get("paper", "for-a-court", "view"))
        assert "Quern" not in shown
        assert "1 part is left out" in shown


class TestWhoMay:
    def test_an_agency_reads_the_letter_sent_to_its_account_and_no_other(
        self, client: Client, world: World, approved: AssessmentApproval
    ) -> None:
        desk = Desk(client, world.staff("dana"), world.child.reference)
        school = desk.begin(
            "assessment-outcome", f"agency:{world.borough.agencies['primary'].pk}", approved.entry_id
        )
        child = desk.begin("assessment-outcome", f"child:{world.child.pk}", approved.entry_id)
        desk.sign(school)
        desk.sign(child)
        client.force_login(world.staff("helen"))
        assert client.get(reverse("letters:received", args=[school.pk])).status_code == 404, (
            "it has not gone yet"
        )
        Desk(client, world.staff("dana"), world.child.reference).do("send", school, how="account", **_today())

        client.force_login(world.staff("helen"))
        assert client.get(reverse("letters:received", args=[school.pk])).status_code == 200
        assert client.get(reverse("letters:received-file", args=[school.pk, "pdf"])).content[:5] == b"%PDF-"
        assert client.get(reverse("letters:received", args=[child.pk])).status_code == 404
        assert client.get(desk.at("documents")).status_code == 404

    def test_an_entry_for_named_eyes_makes_no_letter(
        self, world: World, approved: AssessmentApproval, desk: Desk
    ) -> None:
        entry = Entry.objects.get(pk=approved.entry_id)
        sealed = Entry(
            area=entry.area, child=entry.child, case=entry.case, kind="assessment-approved", happened_on=entry.happened_on,
            details={"outcome": "x", "reasons": "hidden"}, sealed_for="third-party", recorded_by=entry.recorded_by,
        )  # fmt: skip
        sealed.save()
        assert (
            desk.client.get(desk.at("begin", "assessment-outcome"), {"about": str(sealed.pk)}).status_code
            == 404
        )
        assert all(one.about is None or one.about.pk != sealed.pk for one in duties(world.child))


def _today() -> dict[str, str]:
    today = day_of(timezone.now())
    return {"on_day": str(today.day), "on_month": str(today.month), "on_year": str(today.year)}


def test_every_mark_is_shown_where_it_stands(world: World) -> None:
    block = Block("text", "Finn and 12 Gull Road")
    case = latest_case(world.child)
    case.child = world.child
    found = [(one.what, one.words) for one in look([block], read_record(case, world.child), "child:x")]
    assert found == [("address", "12 Gull Road"), ("child", "Finn")]
