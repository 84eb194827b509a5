"""Pages filled in as people fill them in: what stands there already is sent as it stands, and nothing is typed twice.

`Hand` opens a page, reads its form as a browser does (boxes, ticks, lists, with what the page has put in them),
changes only what it is told to, and sends it: once to be checked, once to be confirmed. Whatever it types is
written down. Typing the same words on a second page fails: the page should have offered them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html

from alongside.agencies.models import Practitioner

#: Shorter answers than this ("yes", "3", "10:00") are not facts that anybody minds typing.
SHORT = 5
DATE_PARTS = ("_day", "_month", "_year", "_time")
NOT_TYPED = ("hidden", "radio", "checkbox", "submit")


@dataclass
class Typed:
    """Every text that was typed, and the page on which."""

    where: dict[str, str] = field(default_factory=dict)

    def note(self, words: str, page: str) -> None:
        """Write down what was typed; what was typed on another page before is a failure of this one."""
        key = " ".join(words.casefold().split())
        if len(key) < SHORT:
            return
        before = self.where.setdefault(key, page)
        assert before == page, f"“{words}” was typed on {before}, and {page} asks for it again"


class Filled:
    """The form of one page, as a browser would send it."""

    def __init__(self, page: Any) -> None:
        forms = [f for f in page.xpath("//main//form[translate(@method,'POST','post')='post']") if _asks(f)]
        assert forms, "no form on this page: " + " ".join(page.xpath("string(//main)").split())[:2000]
        self.form = forms[0]
        self.action = self.form.get("action") or ""
        self.sent: dict[str, list[str]] = {}
        self.kinds: dict[str, str] = {}
        for box in self.form.xpath(".//input[@name]|.//select[@name]|.//textarea[@name]"):
            self._take(box)

    def _take(self, box: Any) -> None:
        name, kind = box.get("name"), box.tag if box.tag != "input" else (box.get("type") or "text")
        self.kinds[name] = kind
        if kind == "submit" or box.get("disabled") is not None:
            return
        if kind in ("radio", "checkbox"):
            if box.get("checked") is not None:
                self.sent.setdefault(name, []).append(box.get("value", "on"))
        elif kind == "select":
            chosen = box.xpath(".//option[@selected]") or box.xpath(".//option[1]")
            self.sent[name] = [one.get("value", "") for one in chosen[:1]]
        else:
            self.sent.setdefault(name, []).append(
                (box.text or "").strip("\r\n") if kind == "textarea" else box.get("value", "")
            )

    def options(self, name: str) -> dict[str, str]:
        """What may be chosen: the words of each choice, and its value."""
        found: dict[str, str] = {}
        for box in self.form.xpath(f".//input[@name='{name}']"):
            (label,) = self.form.xpath(f".//label[@for='{box.get('id')}']")
            found[" ".join(label.text_content().split())] = box.get("value", "on")
        for option in self.form.xpath(f".//select[@name='{name}']/option"):
            found[" ".join(option.text_content().split())] = option.get("value", "")
        return found

    def set(self, name: str, value: Any) -> list[str]:
        """Answer one question; what was typed for it."""
        if isinstance(value, date):
            for part, number in (("_day", value.day), ("_month", value.month), ("_year", value.year)):
                assert name + part in self.kinds, self.unknown(name)
                self.sent[name + part] = [str(number)]
            return []
        assert name in self.kinds, self.unknown(name)
        if self.kinds[name] in ("radio", "checkbox", "select"):
            self.sent[name] = [
                self._choice(name, one) for one in (value if isinstance(value, list) else [value])
            ]
            return []
        self.sent[name] = [str(value)]
        return [] if name.endswith(DATE_PARTS) or self._is_offered(name, str(value)) else [str(value)]

    def _is_offered(self, name: str, value: str) -> bool:
        """Whether the page offers these very words under the box."""
        (box,) = self.form.xpath(f".//input[@name='{name}']|.//textarea[@name='{name}']")
        return bool(box.get("list")) and value in self.form.xpath(
            f".//datalist[@id='{box.get('list')}']/option/@value"
        )

    def _choice(self, name: str, wanted: str) -> str:
        options = self.options(name)
        if wanted in options.values():
            return wanted
        fits = [value for words, value in options.items() if words == wanted or words.startswith(wanted)]
        assert len(fits) == 1, f"{wanted!r} is not one of {options}"
        return fits[0]

    def unknown(self, name: str) -> str:
        return f"{name} is not asked here: {self.shown()}"

    def shown(self) -> str:
        """The questions and what stands in them, for a failure's words."""
        return "\n".join(
            f"  {name} [{kind}] = {self.sent.get(name)} {list(self.options(name).items())[:14] if kind in ('radio', 'checkbox', 'select') else ''}"
            for name, kind in self.kinds.items()
            if kind != "hidden"
        )


def _asks(form: Any) -> bool:
    """Not sign out, not search: a form that asks something or has a step."""
    return bool(
        form.xpath(".//input[@name!='csrfmiddlewaretoken']|.//textarea|.//select|.//button[@name='step']")
    )


class Hand:
    """Somebody at work over HTTP, who is not willing to type a thing twice."""

    def __init__(self, client: Client) -> None:
        self.client, self.typed, self.pages = client, Typed(), 0

    def reads(self, who: Practitioner, page: str, /, *args: object, query: str = "") -> str:
        """The words of a page."""
        return " ".join(self._get(who, page, *args, query=query).xpath("string(//main)").split())

    def opens(self, who: Practitioner, page: str, /, *args: object, query: str = "") -> Filled:
        """The form of a page, as it stands there."""
        return Filled(self._get(who, page, *args, query=query))

    def _get(self, who: Practitioner, page: str, /, *args: object, query: str = "") -> Any:
        self.client.force_login(Practitioner.objects.get(pk=who.pk))
        address = (reverse(page, args=args) if ":" in page else page) + query
        answer = self.client.get(address)
        assert answer.status_code == 200, f"{address} answers {answer.status_code}"
        return html.fromstring(answer.content)

    def does(self, who: Practitioner, page: str, /, *args: object, query: str = "", **answers: Any) -> str:
        """Open a page, answer what is not there yet, check it and confirm it: the address that follows."""
        filled = self.opens(who, page, *args, query=query)
        address = (reverse(page, args=args) if ":" in page else page) + query
        for name, value in answers.items():
            for words in filled.set(name, value):
                self.typed.note(words, page)
        self.pages += 1
        answer = self.client.post(address, filled.sent)
        if answer.status_code == 200:  # Check your answers.
            checked = Filled(html.fromstring(answer.content))
            answer = self.client.post(address, checked.sent | {"step": "confirm"})
        told = (
            " ".join(html.fromstring(answer.content).xpath("string(//main)").split())[:700]
            if answer.content
            else ""
        )
        assert answer.status_code == 303, f"{address}: {told}"
        return str(answer.headers["Location"])
