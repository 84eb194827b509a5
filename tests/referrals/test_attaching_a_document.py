"""A document goes along with a referral, whole, and comes back as a file to save, never as a page to run."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from alongside.agencies.models import Area, Practitioner
from alongside.referrals.models import Attachment, Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from tests.cast import NOW


@pytest.fixture
def referral(wrenmouth: Area, helen: Practitioner) -> Referral:
    given = ReferralGiven(
        received_at=NOW,
        referrer_kind="practitioner",
        referrer=helen,
        statements=[Said(kind="concern", words="He is hungry.", said_by="Helen Marsh")],
        family_asked="agreed",
    )
    return make_referral(
        by=helen, area=wrenmouth, children=[ReferredChild(given="Ben")], given=given, now=NOW
    )[0]


def send(client: Client, path: str, name: str, content: bytes) -> Any:
    return client.post(path, {"document": SimpleUploadedFile(name, content)}, follow=True)


def test_the_referrer_attaches_a_document_and_the_front_door_saves_it(
    client: Client, referral: Referral, helen: Practitioner, maya: Practitioner
) -> None:
    client.force_login(helen)
    told = send(client, f"/referrals/{referral.submission}/attach/", "early help.pdf", b"%PDF-1.7 invented")
    assert "“early help.pdf” is kept with the referral" in told.content.decode()

    client.force_login(maya)
    kept = Attachment.objects.get()
    saved = client.get(f"/front-door/{referral.pk}/documents/{kept.pk}/")

    assert saved.content == b"%PDF-1.7 invented"
    assert saved.headers["Content-Type"] == "application/octet-stream"
    assert saved.headers["Content-Disposition"] == 'attachment; filename="early help.pdf"'


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("page.html", b"<script>", "“page.html” is not a kind of file that can be kept here."),
        ("empty.pdf", b"", "The file is empty."),
        ("large.pdf", b"x" * (5 * 1024 * 1024 + 1), "“large.pdf” is larger than 5 MB."),
    ],
)
def test_what_cannot_be_kept_says_why(
    client: Client, referral: Referral, helen: Practitioner, name: str, content: bytes, said: str
) -> None:
    client.force_login(helen)
    answer = send(client, f"/referrals/{referral.submission}/attach/", name, content)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Attachment.objects.exists()


def test_nobody_else_can_attach_or_read(
    client: Client, referral: Referral, helen: Practitioner, ruth: Practitioner, stranger: Practitioner
) -> None:
    client.force_login(helen)
    send(client, f"/referrals/{referral.submission}/attach/", "a.pdf", b"%PDF")
    kept = Attachment.objects.get()
    for outsider in (ruth, stranger):
        client.force_login(outsider)
        assert client.get(f"/referrals/{referral.submission}/attach/").status_code == 404
        assert client.get(f"/front-door/{referral.pk}/documents/{kept.pk}/").status_code == 404
