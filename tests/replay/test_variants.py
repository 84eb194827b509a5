"""A variant is read from a file, and what is wrong with it is told: what, where, why, and what to do."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Heading, Timescale
from alongside.guidance.kernel.spans import Hours, Months, NoNumber, Span, WeeksBefore, WorkingDays
from alongside.guidance.variant import ALWAYS, Change, Variant, compared, instead, read
from alongside.guidance.written import NOTHING, NotUsable, Unfit, span_from, value_from

CONFERENCE, REPORT = "child-protection.initial-conference", "child-protection.conference-report"
FILE = f"""
name = "Ten days to a conference"
local = true

[rule."{CONFERENCE}"]
asks = "10 working days"
place = "practice standard 3"

[rule."{REPORT}"]
asks = ["+ What happens if the plan does not work"]
"""

SPANS = (
    ("10 working days", WorkingDays(10)), ("1 working day", WorkingDays(1)), ("3  Months", Months(3)),
    ("24 hours", Hours(24)), ("4 weeks back", WeeksBefore(4)), ("no number: as soon as possible", NoNumber("as soon as possible")),
)  # fmt: skip


@pytest.mark.parametrize(("words", "span"), SPANS)
def test_a_length_of_time_is_read_from_words(words: str, span: Span) -> None:
    assert span_from(words) == span


def test_every_counted_length_here_is_read_back_from_its_own_words() -> None:
    every = {
        one.value
        for rule in catalogue.RULES.values()
        if isinstance(rule, Timescale)
        for one in rule.within.provisions
    }
    counted = [span for span in every if span.counts]
    assert len(counted) > 10
    assert [span for span in counted if span_from(str(span)) != span] == []


@pytest.mark.parametrize("words", ["a fortnight", "0 days", "9999999 days", "3 months back", "2 hours beginning with the first day",
                                   "no number:", "-3 days", "10 working days or so"])  # fmt: skip
def test_what_is_no_length_of_time_is_refused_with_what_to_do(words: str) -> None:
    with pytest.raises(Unfit) as refused:
        span_from(words)
    assert all((refused.value.what, refused.value.why, refused.value.do))


def test_a_list_is_written_whole_or_as_changes() -> None:
    rule = catalogue.rule(REPORT)
    now = rule.dated.provisions[-1].value
    whole = value_from(rule, ["analysis", "views", "What happens if not"], now)
    assert [one.key for one in whole] == ["analysis", "views", "what-happens-if-not"]
    changed = value_from(rule, ["- analysis", "+ plan-b: What happens if not"], now)
    assert [one.key for one in changed] == [*[one.key for one in now if one.key != "analysis"], "plan-b"]
    assert changed[-1] == Heading("plan-b", "What happens if not")
    assert value_from(rule, ["Nothing"], now) is NOTHING


def test_a_file_says_its_name_and_what_rules_ask() -> None:
    variant = read(FILE, "ours.toml")
    assert (variant.name, variant.base, variant.local) == ("Ten days to a conference", "", True)
    other = instead(variant)
    rule = other.rule(CONFERENCE)
    assert rule is not None
    assert str(rule.dated.at(date(2019, 1, 1)).value) == "10 working days", "it governs from the start"
    assert str(rule.dated.at(date(2019, 1, 1)).citation) == "Ten days to a conference, practice standard 3"
    assert {one.rule.id: one.how for one in compared(other, date(2026, 6, 1))} == {
        CONFERENCE: "changes",
        REPORT: "changes",
    }


def test_an_edition_has_one_value_on_every_day_and_leaves_other_texts_alone() -> None:
    other = instead(Variant("2018", "WT2018"))
    conference, vanished = other.rules[CONFERENCE], other.rules["prison.enquiry-reply"]
    assert conference is not None
    assert conference.dated.first_day == ALWAYS
    assert {one.citation.source.id for one in conference.dated.provisions} == {"WT2018-2018-07"}
    assert vanished is None
    assert "emergency.police-protection" not in other.rules, "an Act is no edition"
    assert not any(catalogue.RULES[id].kind == "Judgement" for id in other.rules)


WRONG = (
    ("rule = 3", "Each stands in a table of its own"),
    ("nam = 'X'", "Did you mean name?"),
    ("[rule.\"a.b\"]\nask = '3 days'", "It does not say what the rule asks instead"),
    (f"[rule.\"{CONFERENCE}\"]\nasks = '3 days'\nwhy = 'x'", "“why” means nothing here"),
    ("name = ", "It is not TOML"),
)


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_a_file_that_cannot_be_read_says_where(text: str, says: str) -> None:
    with pytest.raises(NotUsable) as refused:
        read(text, "ours.toml")
    assert says in str(refused.value)
    assert all(one.where.startswith("ours.toml") and one.do for one in refused.value.problems)


def change(rule: str, *lines: str, local: bool = False, base: str = "") -> Variant:
    return Variant("Ours", base, {rule: Change(lines)}, local)


UNUSABLE = (
    (change("child-protection.inital-conference", "3 days"), "Did you mean child-protection.initial-conference?"),
    (change(CONFERENCE, "24 hours"), "This limit cannot be in hours"),
    (change(CONFERENCE, "3 days", "4 days"), "There are too many lines"),
    (change(CONFERENCE, "20 working days", local=True), "20 working days is longer than the national limit"),
    (change(CONFERENCE, "nothing", local=True), "A local standard cannot take a national rule away"),
    (change(REPORT, "- analysis", local=True), "A local standard may ask for more, never for less"),
    (change(REPORT, "- analysis", "views"), "It mixes a whole list with changes to one"),
    (change(REPORT, "- anlysis"), "Did you mean"),
    (change(REPORT, "+ analysis"), "Something is there twice"),
    (change("referral.threshold", "yes"), "It is a question for people"),
    (Variant("Ours", "WT1999"), "There is no text WT1999 to try"),
    (Variant("Ours", "WT2015"), "There is no text WT2015 to try"),
    (Variant("Ours"), "Nothing would be different"),
    (Variant("", "WT2018"), "It needs a name"),
)  # fmt: skip


@pytest.mark.parametrize(("variant", "says"), UNUSABLE)
def test_a_variant_that_cannot_be_used_is_told_rule_by_rule(variant: Variant, says: str) -> None:
    with pytest.raises(NotUsable) as refused:
        instead(variant)
    assert says in str(refused.value)
    assert all((one.what, one.where, one.why, one.do) for one in refused.value.problems)


def test_every_problem_is_told_at_once() -> None:
    both = Variant("Ours", "", {CONFERENCE: Change(("soon",)), "no.such-rule": Change(("3 days",))})
    with pytest.raises(NotUsable) as refused:
        instead(both)
    assert [one.rule for one in refused.value.problems] == [CONFERENCE, "no.such-rule"]


def test_a_draft_may_ask_for_less() -> None:
    other = instead(change(CONFERENCE, "20 working days"))
    assert [str(line) for one in compared(other, date(2026, 6, 1)) for line in one.then] == [
        "20 working days"
    ]
