"""How often somebody may be wrong, without anybody being able to shut another out.

Wrong tries are counted for each account *from each address*, and for each address over all accounts; waits
grow with every further wrong try. Nobody's tries elsewhere count against whoever sits at their own desk, and a
browser in which the account has signed in before is counted by itself, whatever others at its address do.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

MINUTE = 60
clock: Callable[[], float] = time.time


@dataclass(frozen=True, slots=True)
class Limit:
    """So many wrong tries are free; then each further one doubles the wait, up to the longest, in seconds.

    Wrong tries are forgotten once there has been none for so many seconds.
    """

    name: str
    free: int
    longest: int
    forgotten: int


#: From one address, for one account.
PAIR = Limit("pair", free=5, longest=60 * MINUTE, forgotten=24 * 60 * MINUTE)
#: From one address, over all accounts. Many people may share it, so its waits stay short.
ADDRESS = Limit("address", free=20, longest=5 * MINUTE, forgotten=60 * MINUTE)
#: In a browser where this account has signed in before.
DEVICE = Limit("device", free=10, longest=60 * MINUTE, forgotten=24 * 60 * MINUTE)
#: Wrong second factors of one account, over all addresses: only who knows the password gets as far.
FACTOR = Limit("factor", free=30, longest=60 * MINUTE, forgotten=24 * 60 * MINUTE)


@dataclass(frozen=True, slots=True)
class Count:
    """One count of wrong tries: under which limit, and of what."""

    limit: Limit
    of: str

    @property
    def key(self) -> str:
        return f"signing-in:{self.limit.name}:{hashlib.sha256(self.of.encode()).hexdigest()}"

    def waits(self) -> float:
        """Seconds until the next try."""
        _, until = cache.get(self.key, (0, 0.0))
        return max(0.0, float(until) - clock())

    def add(self) -> tuple[int, float]:
        """Count one more. Gives what was counted before: how many, and until when to wait."""
        before: tuple[int, float] = cache.get(self.key, (0, 0.0))
        over = before[0] + 1 - self.limit.free
        wait = min(MINUTE * 2 ** min(over, 20), self.limit.longest) if over >= 0 else 0
        self.put(before[0] + 1, clock() + wait)
        return before

    def put(self, wrong: int, until: float) -> None:
        cache.set(self.key, (wrong, until), self.limit.forgotten)

    def forget(self) -> None:
        cache.delete(self.key)


class Tries:
    """What stands in the way of one try, and what becomes of it. own: the counts that being right clears."""

    def __init__(self, counts: Iterable[Count], own: Count) -> None:
        self.counts = tuple(counts)
        self.own = own
        self._before: dict[Count, tuple[int, float]] = {}

    def begin(self) -> None:
        """Count this try as wrong until it proves right. Raises ValidationError while one has to wait.

        Counted first, so that many tries at once are not all let through on the same count.
        """
        if wait := max(count.waits() for count in self.counts):
            raise ValidationError(too_many(wait), code="too_many_login_attempts")
        for count in self.counts:
            self._before[count] = count.add()

    def right(self) -> None:
        """It was right: its own count is cleared, and on the others it was no wrong try."""
        for count, before in self._before.items():
            count.forget() if count == self.own else count.put(*before)


def too_many(seconds: float) -> str:
    """What somebody is told who has to wait: the same for every account, known or not."""
    minutes = max(1, -(-int(seconds) // MINUTE))
    return (
        f"There have been too many wrong tries. Wait {minutes} minute{'' if minutes == 1 else 's'} and try again, "
        "or ask whoever looks after Alongside in your area."
    )


def with_password(request: HttpRequest, email: str, device: str) -> Tries:
    """Tries at a password. device: the mark of a browser in which this account has signed in, else empty."""
    account = digest(email)
    if device:
        own = Count(DEVICE, f"{device} {account}")
        return Tries([own], own)
    address = address_of(request)
    pair = Count(PAIR, f"{address} {account}")
    return Tries([pair, Count(ADDRESS, address)], pair)


def with_code(request: HttpRequest, account: str, device: str) -> Tries:
    """Tries at a code, by whoever knows the password already."""
    if device:
        own = Count(DEVICE, f"{device} code {account}")
        return Tries([own], own)
    pair = Count(PAIR, f"{address_of(request)} code {account}")
    return Tries([pair, Count(FACTOR, account)], pair)


def address_of(request: HttpRequest) -> str:
    """The address somebody asks from."""
    found: str = get_adapter().get_client_ip(request)
    return found


def digest(email: str) -> str:
    """What stands for an e-mail address where the address itself is not to be kept."""
    return salted_hmac("alongside.signing_in.account", email.strip().lower(), algorithm="sha256").hexdigest()
