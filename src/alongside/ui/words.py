"""How days, moments, ages and amounts are written, everywhere the same.

The templates use these as filters: ``{{ held_on|day }}``, ``{{ recorded_at|moment }}``,
``{{ born_on|age(frame.today) }}``, ``{{ children|length|count("child", "children") }}``.
"""

from __future__ import annotations

from datetime import date, datetime

from alongside.guidance.kernel.words import MONTHS, WEEKDAYS
from alongside.guidance.kernel.words import listed as listed
from alongside.moments import LONDON


def month_name(month: int) -> str:
    """The name of a month, 1 to 12."""
    return MONTHS[month - 1]


def _local(when: date | datetime) -> date | datetime:
    return when.astimezone(LONDON) if isinstance(when, datetime) and when.tzinfo else when


def day(when: date | datetime | None, otherwise: str = "") -> str:
    """“Thu 14 May 2026”; `otherwise` when there is no day. A moment is told by its day in England."""
    if when is None:
        return otherwise
    when = _local(when)
    return f"{WEEKDAYS[when.weekday()][:3]} {when.day} {MONTHS[when.month - 1][:3]} {when.year}"


def day_short(when: date | datetime | None, otherwise: str = "") -> str:
    """“Thu 14 May”, where the year is plain from what stands around it."""
    return day(when, otherwise).rsplit(" ", 1)[0] if when else otherwise


def day_long(when: date | datetime | None, otherwise: str = "") -> str:
    """“Thursday 14 May 2026”, for letters, headings and anything read aloud."""
    if when is None:
        return otherwise
    when = _local(when)
    return f"{WEEKDAYS[when.weekday()]} {date_words(when)}"


def date_words(when: date | datetime | None, otherwise: str = "") -> str:
    """“14 May 2026”, inside a sentence."""
    if when is None:
        return otherwise
    when = _local(when)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def month_words(when: date | datetime) -> str:
    """“May 2026”, the heading of a month of a timeline."""
    when = _local(when)
    return f"{MONTHS[when.month - 1]} {when.year}"


def clock(when: datetime | None, otherwise: str = "") -> str:
    """“16:20” on the clocks of England; “01:30 BST” in the hour that comes twice when they go back."""
    if when is None:
        return otherwise
    local = when.astimezone(LONDON)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{local:%H:%M} {local.tzname()}" if twice else f"{local:%H:%M}"


def moment(when: datetime | None, otherwise: str = "") -> str:
    """“30 April 2026 at 16:20” on the clocks of England."""
    return f"{date_words(when)} at {clock(when)}" if when else otherwise


def machine_time(when: date | datetime) -> str:
    """The value of a ``<time datetime>``, cut to seconds: HTML allows no microseconds."""
    return when.isoformat(timespec="seconds") if isinstance(when, datetime) else when.isoformat()


def count(number: int, one: str, many: str = "") -> str:
    """“1 child”, "3 children", "1,204 cases". `many` is `one` with an s when it is not given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def age(born: date | None, as_of: date) -> str:
    """“4 years 2 months” on a day; days or weeks for a baby; empty if not born or not known."""
    if born is None or as_of < born:
        return ""
    months = (as_of.year - born.year) * 12 + as_of.month - born.month - (as_of.day < born.day)
    if months < 1:
        days = (as_of - born).days
        return count(days, "day") if days < 14 else count(days // 7, "week")
    years, months = divmod(months, 12)
    parts = [count(years, "year")] * bool(years) + [count(months, "month")] * bool(months)
    return " ".join(parts)


def capitalize_first(words: str) -> str:
    """The words at the start of a line; unlike ``capitalize``, "Working Together" stays as it is."""
    return words[:1].upper() + words[1:]


FILTERS = {
    "capitalize_first": capitalize_first,
    "day": day,
    "day_short": day_short,
    "day_long": day_long,
    "date_words": date_words,
    "month_words": month_words,
    "clock": clock,
    "moment": moment,
    "machine_time": machine_time,
    "count": count,
    "listed": listed,
    "age": age,
}
