"""The frame of every signed-in page: who is here, where they may go, and the identity of the child.

This layer knows no models. Whoever owns them says how a frame and a banner are made, once, when
the project starts::

    class DeskConfig(AppConfig):
        def ready(self):
            frames.provide_frame_with(desk.frame.frame_of)      # (request) -> Frame
            frames.provide_banner_with(desk.banner.banner_of)   # (request, case) -> ChildBanner

Until then pages carry a plain frame, so that a page can be tested by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from alongside.moments import day_of


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go. `current` marks the page (or part) one is on; `key` names it for tests."""

    text: str
    href: str
    current: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page. `now` is the moment the page was asked for, aware."""

    now: datetime
    area: str = ""
    practitioner: str = ""
    permissions: str = ""
    navigation: tuple[Link, ...] = ()
    account: tuple[Link, ...] = ()
    search_href: str = ""
    sign_out_href: str = ""
    home_href: str = "/"
    search_value: str = ""
    emergency_href: str = ""

    @property
    def today(self) -> date:
        """The day in England on which the page was asked for."""
        return day_of(self.now)


@dataclass(frozen=True, slots=True)
class NextDue:
    """The next thing due for a child: what, by when, and where its explanation is."""

    what: str
    on: date
    at: datetime | None = None
    why_href: str = ""


@dataclass(frozen=True, slots=True)
class ChildBanner:
    """The identity of a child, the same on every page about them.

    born and expected are both None when the age is not known. do_next is the one verb of the
    page; acts are the rest, kept in a quiet menu. covering: for whom the reader covers, and until when. dangers stand above everything.
    """

    name: str
    reference: str
    href: str
    born: date | None = None
    expected: date | None = None
    birth_estimated: bool = False
    died: date | None = None
    sex: str = ""
    protected: bool = False
    dangers: tuple[str, ...] = ()
    lead: str = ""
    covering: str = ""
    next_due: NextDue | None = None
    do_next: Link | None = None
    acts: tuple[Link, ...] = ()
    navigation: tuple[Link, ...] = field(default=())


def plain_frame(request: HttpRequest) -> Frame:
    """The frame until somebody provides a better one: the moment, and who is here."""
    user = getattr(request, "user", None)
    return Frame(now=timezone.now(), practitioner=str(user) if user and user.is_authenticated else "")


def _no_banner(request: HttpRequest, about: Any) -> ChildBanner | None:
    return about if isinstance(about, ChildBanner) else None


_providers: dict[str, Callable[..., Any]] = {"frame": plain_frame, "banner": _no_banner}


def provide_frame_with(maker: Callable[[HttpRequest], Frame]) -> None:
    """From now on every page's frame is what `maker` gives for its request."""
    _providers["frame"] = maker


def provide_banner_with(maker: Callable[[HttpRequest, Any], ChildBanner | None]) -> None:
    """From now on ``render(..., about=case)`` shows the banner that `maker` gives."""
    _providers["banner"] = maker


def frame_for(request: HttpRequest) -> Frame:
    """The frame of the page that answers this request."""
    made: Frame = _providers["frame"](request)
    return made


def banner_for(request: HttpRequest, about: Any) -> ChildBanner | None:
    """The banner of a page about a child or case; a `ChildBanner` stands for itself."""
    if isinstance(about, ChildBanner):
        return about
    made: ChildBanner | None = _providers["banner"](request, about)
    return made


class NamesOnRecord:
    """Names on the record that a page is about, for a form that asks who somebody is.

    Whoever makes the banner reads them with it, in one query, where ``wanted_by`` says that the page wants them.
    """

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        request.names_on_record = ()  # type: ignore[attr-defined]

    @staticmethod
    def wanted_by(request: HttpRequest) -> bool:
        return hasattr(request, "names_on_record")

    @staticmethod
    def give(request: HttpRequest, names: tuple[str, ...]) -> None:
        request.names_on_record = names  # type: ignore[attr-defined]

    def __iter__(self) -> Iterator[str]:
        return iter(self._request.names_on_record)  # type: ignore[attr-defined]

    def __bool__(self) -> bool:
        return bool(self._request.names_on_record)  # type: ignore[attr-defined]
