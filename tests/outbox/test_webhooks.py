"""Events go only where an installation allows, encrypted and signed, and nowhere inside."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.test import override_settings
from django.utils import timezone

from alongside.outbox import delivery, services, webhooks
from alongside.outbox.models import Endpoint
from alongside.outbox.trouble import NotTaken, RefusedForGood
from alongside.outbox.webhooks import Target, allowed, is_public
from tests.cast import NOW
from tests.outbox.conftest import Clock

INSIDE = (
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.7", "172.16.3.4", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
    "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.7", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:7::", "2001:0:4136:e378:8000:63bf:80ff:fffe", "2001:db8::1",
    "not an address", "",
)  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_that_is_not_of_the_public_internet_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "193.62.0.1", "2620:fe::fe", "64:ff9b::909:909"])
def test_a_public_address_is_known(address: str) -> None:
    assert is_public(address)


def test_events_go_only_to_hosts_on_the_list() -> None:
    with override_settings(WEBHOOK_HOSTS=frozenset({"receiver.example.org"})):
        with pytest.raises(RefusedForGood, match="not on this installation's list"):
            allowed("https://elsewhere.example.org/")
        with pytest.raises(RefusedForGood, match="not on this installation's list"):
            allowed("https://receiver.example.org.elsewhere.example/")
    with (
        override_settings(WEBHOOK_HOSTS=frozenset()),
        pytest.raises(RefusedForGood, match="not on this installation's list"),
    ):
        allowed("https://receiver.example.org/")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "ftp://127.0.0.1/", "https://name:secret@127.0.0.1/", "https:///nowhere",
        "https://127.0.0.1:99999/", "https://[::1/", "file:///etc/passwd", "",
    ],
)  # fmt: skip
def test_an_address_that_is_not_encrypted_or_cannot_be_read_is_refused(url: str) -> None:
    with override_settings(WEBHOOK_HOSTS=frozenset({"127.0.0.1"})), pytest.raises(RefusedForGood):
        allowed(url)


def test_a_host_on_the_list_that_leads_inside_is_refused_before_anything_is_sent(
    endpoint: Endpoint, clock: Clock
) -> None:
    """The canary: it listens on this machine, and hears nothing."""
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.2)
        port = canary.getsockname()[1]
        names = {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "::1", "localhost."}
        with override_settings(WEBHOOK_HOSTS=frozenset(names)):
            for name in names:
                host = f"[{name}]" if ":" in name else name
                Endpoint.objects.filter(pk=endpoint.pk).update(url=f"https://{host}:{port}/")
                endpoint.refresh_from_db()
                message = services.send_webhook(
                    endpoint=endpoint, event="referral.received", payload={}, now=clock()
                )
                assert message is not None
                assert delivery.send_waiting(clock).failed == 1, name
                message.refresh_from_db()
                assert "internal network" in message.last_error or "list of hosts" in message.last_error
        with pytest.raises(TimeoutError):
            canary.accept()


def test_the_canary_would_hear_what_was_sent() -> None:
    """The seeded fault: without the look at the address, a connection is made."""
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(5)
        port = canary.getsockname()[1]
        heard = threading.Thread(target=lambda: canary.accept()[0].close())
        heard.start()
        with pytest.raises(NotTaken):
            webhooks.post(Target("127.0.0.1", port, "127.0.0.1", "/"), b"", {}, ssl.create_default_context())
        heard.join(5)
        assert not heard.is_alive()


@dataclass
class Receiver:
    """Another system: what it was sent, and what it answers."""

    target: Target
    trust: ssl.SSLContext
    answers: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    asked: int = 0


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiver]:
    """A system that listens, encrypted, with a certificate of its own."""
    certificate, key = _certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            receiver.body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.headers = dict(self.headers)
            receiver.asked += 1
            self.send_response(receiver.answers)
            self.send_header("Location", "https://127.0.0.1/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    port = server.server_address[1]
    receiver = Receiver(
        Target("receiver.example.org", port, "127.0.0.1", "/events"),
        ssl.create_default_context(cafile=certificate),
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield receiver
    server.shutdown()
    thread.join()
    server.server_close()


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "receiver.example.org")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(timezone.now() - timedelta(days=1)).not_valid_after(timezone.now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("receiver.example.org")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    certificate, secret = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return certificate, secret


def sent_to(receiver: Receiver, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> str:
    """Send one event as a worker does, to a receiver that happens to be on this machine."""
    monkeypatch.setattr(webhooks, "allowed", lambda url: receiver.target)
    monkeypatch.setattr(ssl, "create_default_context", lambda: receiver.trust)
    message = services.send_webhook(
        endpoint=endpoint, event="referral.received", payload={"receipt": "R-1"}, now=clock()
    )
    assert message is not None
    delivery.send_waiting(clock)
    message.refresh_from_db()
    return f"{message.state}: {message.last_error}".rstrip(": ")


def test_an_event_arrives_signed_and_the_receiver_can_check_it(
    receiver: Receiver, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    assert sent_to(receiver, endpoint, monkeypatch, clock) == "sent"

    event = json.loads(receiver.body)
    assert (event["event"], event["data"], event["at"]) == (
        "referral.received", {"receipt": "R-1"}, "2025-04-17T13:00:00+00:00",
    )  # fmt: skip
    assert receiver.headers["Alongside-Event-Id"] == event["id"]
    at, mac = (part.partition("=")[2] for part in receiver.headers["Alongside-Signature"].split(","))
    secret = webhooks.secret_of(endpoint).encode()
    assert mac == hmac.new(secret, f"{at}.".encode() + receiver.body, hashlib.sha256).hexdigest()
    assert int(at) == int(NOW.timestamp())


def test_another_endpoint_and_another_turn_have_another_secret(endpoint: Endpoint) -> None:
    other = Endpoint(area=endpoint.area, url=endpoint.url, made_at=NOW)
    turned = Endpoint(pk=endpoint.pk, turn=1)
    assert len({webhooks.secret_of(each) for each in (endpoint, other, turned)}) == 3


@pytest.mark.parametrize(
    ("answers", "becomes"),
    [
        (200, "sent"),
        (302, "not sent yet: The other system answered 302."),
        (500, "not sent yet: The other system answered 500."),
        (410, "failed: The other system answered 410: it wants no more events at this address."),
    ],
)
def test_what_the_receiver_answers_decides(
    receiver: Receiver,
    endpoint: Endpoint,
    monkeypatch: pytest.MonkeyPatch,
    clock: Clock,
    answers: int,
    becomes: str,
) -> None:
    """A redirection is never followed."""
    receiver.answers = answers
    assert sent_to(receiver, endpoint, monkeypatch, clock) == becomes
    assert receiver.asked == 1


def test_a_certificate_of_somebody_else_is_not_trusted(
    receiver: Receiver, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    receiver.target = Target("other.example.org", receiver.target.port, "127.0.0.1", "/events")
    said = sent_to(receiver, endpoint, monkeypatch, clock)
    assert said == "not sent yet: The other system was not reached (SSLCertVerificationError)."
    assert receiver.asked == 0
    assert ipaddress.ip_address(receiver.target.address).is_loopback
