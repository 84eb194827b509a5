"""The poster: one page to hang up. What changed, in titles and one sentence each; what to do; what is not known."""

from __future__ import annotations

from datetime import date

from alongside.briefings import said
from alongside.briefings.briefing import nothing_changed
from alongside.briefings.choice import Choice
from alongside.briefings.essential import essential, first_actions, titles_within
from alongside.briefings.sheet import Entry, Part, Point, Points, Sheet, Words
from alongside.guidance.kernel.changes import Change
from alongside.guidance.kernel.words import day_in_words

#: Letters that fit on the page at a size one can read from a step away.
ROOM, ROOM_FOR_ACTIONS, MOST_ACTIONS, ROOM_FOR_UNKNOWN = 2300, 950, 6, 300
#: A heading, its marks and its place take lines of their own.
AROUND_AN_ENTRY = 90


def poster(choice: Choice, day: date, address: str = "") -> Sheet:
    """One page. address: where the whole comparison is."""
    comparison = choice.comparison
    chosen = essential(comparison, ROOM, _letters)
    left = len(comparison.changes) - len(chosen)
    more = (Words(f"And {left} more, at the address beside.", quiet=True),) if left else ()
    changes = tuple(
        Entry(one.title, (("", said.now(one)),), said.marks(one)[:2], said.places(one.cites))
        for one in chosen
    )
    actions = list(first_actions(comparison.actions, MOST_ACTIONS))
    kept, _ = titles_within([one.words for one in actions], ROOM_FOR_ACTIONS)
    unknown, _ = titles_within(said.not_known(comparison), ROOM_FOR_UNKNOWN)
    return Sheet(
        title=f"Working Together {choice.span}: at a glance",
        facts=(("For", choice.readers), *((("Narrowed to", "; ".join(choice.narrowed)),) if choice.narrowed else ()),
               ("Editions", said.editions_in_words(choice)), ("Made on", day_in_words(day))),
        caution=said.caution(choice, comparison),
        parts=(
            Part("What changed", (*changes, *more) if changes else (Words(nothing_changed(choice)),)),
            *((Part("Possible actions", (Points(tuple(
                Point(one.words, cites=": ".join(filter(None, (said.ORIGIN[one.origin], said.action_places(one, comparison.after)))))
                for one in actions if one.words in kept
            )),)),) if kept else ()),
            *((Part("What is not known", (Points(tuple(map(Point, unknown))),)),) if unknown else ()),
            Part("Read on", (Words(_address(address)),)),
        ),
        day=day, pages=1, poster=True,
    )  # fmt: skip


def _letters(change: Change) -> int:
    return len(change.title) + len(said.now(change)) + AROUND_AN_ENTRY


def _address(address: str) -> str:
    return (
        f"Everything that changed: {address}"
        if address
        else "Everything that changed: Alongside, Guidance, Compare."
    )
