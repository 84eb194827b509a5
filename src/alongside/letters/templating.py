"""An area's own words for a kind of letter: kept as versions, each with who wrote it and why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.keeping import check, keep
from alongside.letters.models import LetterTemplate
from alongside.letters.which import LetterKind
from alongside.letters.wording import Block, check_words, fill

#: Nobody is called so: what a letter looks like, with nothing of anybody's record in it.
MADE_UP = {
    "child": "Robin Example", "to": "Sam Example", "area": "Example Council", "lead": "Alex Example", "team": "The example team",
    "day": "Monday 2 June 2025", "reference": "ABCD-1234", "told": "What the decision says the referrer is told stands here.",
    "outcome": "a child-in-need plan", "next": "What follows this decision stands here.", "reasons": "The reasons on record stand here.",
    "conference": "the initial conference", "when": "Monday 16 June 2025 at 10:00", "place": "Example House",
    "chair": "Kim Example", "others": "Lee Example, Example School\nJo Example, Example Surgery", "category": "neglect",
    "needs": "What the child needs, and what must change, stands here.\nAlex Example: what they do, by Monday 30 June 2025.",
    "core_group": "Thursday 26 June 2025", "review": "Monday 1 September 2025", "worries": "What people are worried about stands here.",
    "aims": "What the plan is to achieve stands here.", "expectations": "What is expected of parents and carers stands here.",
    "change": "What will be different stands here.", "helps": "Who helps stands here.", "what_next": "What happens next stands here.",
    "promises": "What grown-ups promised stands here.", "disagree": "How to say “I don't agree” stands here.",
}  # fmt: skip


@transaction.atomic
def rewrite(
    *, by: Practitioner, area: Area, kind: LetterKind, audience: str, words: str, why: str, now: datetime
) -> LetterTemplate:
    """Keep new words for a kind and audience. Letters signed before keep theirs. Raises Refusal for a field there is not."""
    area = policies.ADMINISTER.lock(area, by)
    check_words(words, kind.may_hold(audience))
    before = LetterTemplate.objects.filter(area=area, kind=kind.id, audience=audience)
    version = (before.aggregate(last=Max("version"))["last"] or 0) + 1
    template = LetterTemplate(
        area=area,
        kind=kind.id,
        audience=audience,
        version=version,
        words=words,
        why=why,
        written_at=now,
        written_by=by,
    )
    check(template)
    keep(template)
    write(
        Action.CHANGE, area=area, by=by, about=template.pk, about_kind="letter-template", now=now, kind=kind.id,
        audience=audience, version=version,
    )  # fmt: skip
    return template


def preview(words: str, kind: LetterKind, audience: str) -> list[Block]:
    """How the words read, with made-up people. Raises Refusal as ``rewrite`` does."""
    may_hold = kind.may_hold(audience)
    check_words(words, may_hold)
    boxes = {box.key: f"What the writer says under “{box.label}” stands here." for box in kind.boxes}
    return fill(words, {name: boxes.get(name) or MADE_UP.get(name, "") for name in may_hold})
