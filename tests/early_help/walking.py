"""Walking through early help as people do: pages opened, answers sent and confirmed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html

from alongside.agencies.models import Practitioner


class Walk:
    """Somebody at work, over HTTP."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def at(self, who: Practitioner, name: str, *args: object) -> tuple[int, str]:
        """The status and the words of a page."""
        self.client.force_login(Practitioner.objects.get(pk=who.pk))
        answer = self.client.get(reverse(name, args=args))
        return answer.status_code, words_of(answer)

    def send(
        self, by: Practitioner, page: str, /, *args: object, step: str = "confirm", **answers: Any
    ) -> Any:
        """Answers sent and confirmed; what came back."""
        self.client.force_login(Practitioner.objects.get(pk=by.pk))
        data = {"step": step} if step else {}
        for field, value in answers.items():
            if isinstance(value, date):
                data |= {
                    f"{field}_day": value.day,
                    f"{field}_month": value.month,
                    f"{field}_year": value.year,
                }
            else:
                data[field] = value
        return self.client.post(reverse(page, args=args), data)

    def did(self, by: Practitioner, page: str, /, *args: object, **answers: Any) -> str:
        """As ``send``, for what must succeed: the address it led to."""
        answer = self.send(by, page, *args, **answers)
        assert answer.status_code == 303, words_of(answer)[:3000]
        return str(answer.headers["Location"])


def words_of(answer: Any) -> str:
    """The words of a page's main part, with single spaces."""
    if not answer.content:
        return ""
    main = html.fromstring(answer.content.decode()).xpath("//main")
    return " ".join(" ".join(main[0].itertext()).split()) if main else answer.content.decode()


def boxes_of(answer: Any) -> dict[str, str]:
    """What stands in each text box of a form."""
    page = html.fromstring(answer.content.decode())
    return {box.get("name"): (box.text or "").strip() for box in page.xpath("//main//textarea")}


def answered(
    row: int, part: str, who: str, answer: str, share: str = "yes", words: str = ""
) -> dict[str, str]:
    """One row of the answers of a family."""
    return {
        f"answers-{row}-part": part, f"answers-{row}-who": who, f"answers-{row}-answer": answer,
        f"answers-{row}-may_share": share, f"answers-{row}-words": words,
    }  # fmt: skip
