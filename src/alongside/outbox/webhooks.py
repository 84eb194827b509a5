"""Sending an event to another system: only where an installation allows it, encrypted and signed.

The server never fetches what a client names. It sends to hosts on a list (``WEBHOOK_HOSTS``), over
HTTPS, to addresses that are public when it connects, and follows no redirection.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import ipaddress
import json
import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.crypto import salted_hmac

from alongside.outbox.models import Endpoint, OutgoingMessage
from alongside.outbox.trouble import NotTaken, RefusedForGood

SECONDS = 10
#: Networks set aside for protocols and documents, about which versions of Python disagree.
SET_ASIDE = tuple(
    ipaddress.ip_network(network)
    for network in ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "64:ff9b:1::/48", "3fff::/20", "5f00::/16")
)
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
PRIVATE = (
    "The host is at an address of this machine, of an internal network or of no network. Events go only to "
    "public addresses."
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect, settled once: the address is the one that was examined, whatever a name says later."""

    host: str
    port: int
    address: str
    path: str


def secret_of(endpoint: Endpoint) -> str:
    """The secret with which the events for an endpoint are signed: derived, never stored.

    Whoever reads the database without the installation's own key cannot sign in its name.
    """
    return salted_hmac("alongside.webhook", f"{endpoint.pk}:{endpoint.turn}", algorithm="sha256").hexdigest()


def signature(secret: str, at: int, body: bytes) -> str:
    """The value of ``Alongside-Signature``: HMAC-SHA256 over the time, a full stop and the body."""
    mac = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={mac}"


def listed(url: str) -> tuple[str, int, str]:
    """The host, port and path of an address whose host is on the list. Raises RefusedForGood otherwise."""
    host, port, path = _parts(url)
    if host not in settings.WEBHOOK_HOSTS:
        raise RefusedForGood("The host is not on this installation's list of hosts (WEBHOOK_HOSTS).")
    return host, port, path


def allowed(url: str) -> Target:
    """Where an address leads, if events may be sent there. Raises RefusedForGood or NotTaken otherwise."""
    host, port, path = listed(url)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotTaken("The name of the host leads to no address.") from None
    addresses = [str(entry[4][0]) for entry in found]
    # One private address among several is enough to refuse: which is used would be left to chance.
    if not addresses or not all(is_public(address) for address in addresses):
        raise RefusedForGood(PRIVATE)
    return Target(host, port, addresses[0], path)


def _parts(url: str) -> tuple[str, int, str]:
    if not (url.isascii() and url.isprintable()) or " " in url:
        raise RefusedForGood("The address holds a character that no address has.")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port or 443
    except ValueError:
        raise RefusedForGood("The address cannot be read.") from None
    if parts.scheme != "https" or not host or parts.username is not None or parts.password is not None:
        raise RefusedForGood("The address has to start with https:// and name a host, and no password.")
    return host, port, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also where one address hides in another."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if any(ip in network for network in SET_ASIDE):
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inside = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in TRANSLATED else None
        hidden = inside or ip.ipv4_mapped or ip.sixtofour
        if hidden is not None:
            return is_public(str(hidden))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def send(message: OutgoingMessage, now: datetime) -> None:
    """Post one event. Any answer of 200 to 299 counts as taken. Raises NotTaken or RefusedForGood."""
    endpoint = message.endpoint
    assert endpoint is not None
    if endpoint.closed_at is not None:
        raise RefusedForGood("The subscription was ended.")
    body = event_of(message)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Alongside",
        "Alongside-Event": message.subject,
        "Alongside-Event-Id": str(message.pk),
        "Alongside-Signature": signature(secret_of(endpoint), int(now.timestamp()), body),
    }
    status = post(allowed(endpoint.url), body, headers, ssl.create_default_context())
    if 200 <= status < 300:
        return
    if status == http.HTTPStatus.GONE:
        raise RefusedForGood("The other system answered 410: it wants no more events at this address.")
    raise NotTaken(f"The other system answered {status}.")


def event_of(message: OutgoingMessage) -> bytes:
    """What is posted: the event's key, name and moment, and what it carries."""
    event = {
        "id": str(message.pk),
        "event": message.subject,
        "at": message.made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "data": json.loads(message.body),
    }
    return json.dumps(event, ensure_ascii=False).encode()


def post(target: Target, body: bytes, headers: dict[str, str], trust: ssl.SSLContext) -> int:
    """Post to a settled address and give the status. Follows nothing, reads no body. Raises NotTaken."""
    connection = _Settled(target, trust)
    try:
        connection.request("POST", target.path, body=body, headers=headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException) as trouble:
        raise NotTaken(f"The other system was not reached ({type(trouble).__name__}).") from None
    finally:
        connection.close()


class _Settled(http.client.HTTPSConnection):
    """A connection to the address that was examined, whose certificate has to be the named host's."""

    def __init__(self, target: Target, trust: ssl.SSLContext) -> None:
        super().__init__(target.host, target.port, timeout=SECONDS, context=trust)
        self._target, self._trust = target, trust

    def connect(self) -> None:
        plain = socket.create_connection((self._target.address, self._target.port), timeout=SECONDS)
        self.sock = self._trust.wrap_socket(plain, server_hostname=self._target.host)
