"""The briefing: two pages of what matters most to some readers, or the whole of it."""

from __future__ import annotations

from datetime import date

from alongside.briefings import said
from alongside.briefings.choice import Choice, short_year, year
from alongside.briefings.essential import essential, first_actions, titles_within
from alongside.briefings.sheet import Block, Entry, Part, Point, Points, Sheet, Words
from alongside.guidance import catalogue, sources
from alongside.guidance.compare import Comparison, Step
from alongside.guidance.kernel.changes import Change

PAGES = 2
#: Letters that two pages hold, beside what stands around them; and how many of them the smaller parts may take.
ROOM, ROOM_FOR_TITLES, ROOM_FOR_UNKNOWN, MOST_ACTIONS = 15_000, 2_600, 800, 8


def short(choice: Choice, day: date, address: str = "") -> Sheet:
    """Two pages. address: where the whole of it is."""
    comparison = choice.comparison
    actions = _actions(choice, comparison, MOST_ACTIONS)
    unknown = _unknown(comparison, ROOM_FOR_UNKNOWN)
    room = ROOM - sum(_letters(one) for part in (actions, unknown) for one in part)
    chosen = essential(comparison, room - ROOM_FOR_TITLES, lambda one: _letters(*_entries([one])))
    return Sheet(
        title=title(choice),
        facts=said.facts(choice, day),
        caution=said.caution(choice, comparison),
        parts=(
            *_nothing(choice, comparison),
            *(_step(step, [one for one in step.changes if one in chosen]) for step in comparison.steps
              if any(one in chosen for one in step.changes)),
            *_part("Possible actions", actions),
            *_part("Also changed", _also(comparison, chosen)),
            *_part("What is not known", unknown),
            Part("Where the rest is", (Words(_rest(address)),)),
        ),
        day=day, pages=PAGES, columns=2,
    )  # fmt: skip


def whole(choice: Choice, day: date, address: str = "") -> Sheet:
    """Everything that is held: every change, rules that differ, every action, all that is not known."""
    comparison = choice.comparison
    return Sheet(
        title=f"{title(choice)}: the whole comparison",
        facts=said.facts(choice, day),
        caution=said.caution(choice, comparison),
        parts=(
            *_nothing(choice, comparison),
            *(_step(step, list(step.changes)) for step in comparison.steps if step.changes),
            *(part for step in comparison.steps for part in _part(f"Rules that differ, {_between(step)}", _differs(step))),
            *_part("Possible actions", _actions(choice, comparison, len(comparison.actions))),
            *_part("What is not known", _unknown(comparison, None)),
            Part("Where this is kept", (Words(_rest(address)),)),
        ),
        day=day,
    )  # fmt: skip


def title(choice: Choice) -> str:
    return f"Working Together {choice.span}: what changed for {_lower(choice.readers)}"


def nothing_changed(choice: Choice) -> str:
    """Said where nothing is held, which is not the same as nothing having changed."""
    return (
        f"No change for {_lower(choice.readers)} is held here between these editions. That is not proof that there "
        "was none: it says what was found."
    )


def _nothing(choice: Choice, comparison: Comparison) -> tuple[Part, ...]:
    return () if comparison.changes else (Part("What changed", (Words(nothing_changed(choice)),)),)


def _part(heading: str, blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    return (Part(heading, blocks),) if blocks else ()


def _step(step: Step, changes: list[Change]) -> Part:
    return Part(f"What changed, {_between(step)}", tuple(_entries(changes)))


def _between(step: Step) -> str:
    return f"{short_year(step.before)} to {short_year(step.after)}"


def _entries(changes: list[Change]) -> list[Entry]:
    return [
        Entry(
            one.title,
            tuple((name, words) for name, words in
                  (("Was", said.was(one)), ("Is", said.now(one)), ("Meaning", one.means)) if words),
            said.marks(one),
            said.places(one.cites),
            tuple((id, catalogue.RULES[id].title) for id in one.rules),
        )
        for one in changes
    ]  # fmt: skip


def _actions(choice: Choice, comparison: Comparison, most: int) -> tuple[Block, ...]:
    chosen = first_actions(comparison.actions, most)
    left = len(comparison.actions) - len(chosen)
    points = tuple(
        Point(one.words, cites=_origin(said.ORIGIN[one.origin], said.action_places(one, comparison.after)))
        for one in chosen
    )
    if not points:
        return ()
    more = (Words(f"{left} more stand in the checklist.", quiet=True),) if left else ()
    return (Points(points), *more)


def _origin(origin: str, place: str) -> str:
    return f"{origin}: {place}" if place else origin


def _also(comparison: Comparison, chosen: tuple[Change, ...]) -> tuple[Block, ...]:
    titles = [one.title for one in comparison.changes if one not in chosen]
    kept, left = titles_within(titles, ROOM_FOR_TITLES - 60)
    if not titles:
        return ()
    more = f" And {left} more." if left else ""
    return (Words("; ".join(kept) + "." + more if kept else f"{left} more changes."),)


def _unknown(comparison: Comparison, room: int | None) -> tuple[Block, ...]:
    every = said.not_known(comparison)
    kept, left = (every, 0) if room is None else titles_within(every, room)
    points = (Points(tuple(Point(one) for one in kept)),) if kept else ()
    return (*points, *((Words(f"{left} more in the whole comparison.", quiet=True),) if left else ()))


def _differs(step: Step) -> tuple[Block, ...]:
    """Rules whose words or figures differ, though nobody wrote a change about them."""
    return tuple(
        Entry(
            one.rule.title,
            tuple(
                zip(
                    (year(step.before), year(step.after)),
                    said.values(one.was.value, one.now.value),
                    strict=True,
                )
            ),
            ("found from the rule’s history",),
            said.places((one.was.citation, one.now.citation)),
            ((one.rule.id, one.rule.title),),
        )
        for one in step.differs
        if one.was and one.now
    )


def _rest(address: str) -> str:
    where = f" at {address}" if address else ", in Alongside under Guidance, Compare"
    return f"Every change side by side, with the rules it touches{where}. The guidance itself: {OFFICIAL}"


OFFICIAL = sources.WT2026.url


def _lower(readers: str) -> str:
    """“schools and colleges”, inside a sentence."""
    return readers[:1].lower() + readers[1:]


def _letters(*blocks: Block) -> int:
    sheet = Sheet(title="", facts=(), caution=(), parts=(Part("", blocks),), day=date.min)
    # A line that is begun is a line that is used.
    return sum(len(words) + 12 for words in sheet.every_word())
