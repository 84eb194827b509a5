"""What must be true of every rule, whoever writes it."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest

from alongside.guidance import catalogue
from alongside.guidance.actors import ACTORS, AUDIENCES
from alongside.guidance.explain import in_words
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Content, Duty, Force, Judgement, Membership, Pathway, Timescale
from alongside.guidance.kernel.sources import Kind, Source
from alongside.guidance.kernel.spans import CalendarDays, Hours, Months, WorkingDays
from alongside.guidance.local import LocalRule, LongerThanNational
from alongside.guidance.standing import SECTORS, STANDINGS
from alongside.guidance.subjects import audiences_for, subject_of

RULES = list(catalogue.RULES.values())
TIMESCALES = [rule for rule in RULES if isinstance(rule, Timescale)]
COUNTED = [rule for rule in TIMESCALES if any(p.value.counts for p in rule.within.provisions)]
AWAITED = {rule.id for rule in RULES if rule.dated.first_day is None}
STILL_COUNTED = [
    rule for rule in COUNTED if rule.id in AWAITED or rule.dated.at(date(2026, 11, 22)).value.counts
]
EXAMPLES = [(rule, example) for rule in TIMESCALES for example in rule.examples]

#: Texts that are law themselves.
LAW = (Kind.ACT, Kind.REGULATIONS)

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
every_timescale = pytest.mark.parametrize("rule", TIMESCALES, ids=lambda rule: rule.id)
every_counted = pytest.mark.parametrize("rule", COUNTED, ids=lambda rule: rule.id)

ID = re.compile(r"[a-z]+(-[a-z0-9]+)*\.[a-z]+(-[a-z0-9]+)*")
STEP = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# Days that people give and that this service asks for: the law behind them sets no number, and must not be shown as if it did.
ASKED_BY_THIS_SERVICE = {"outside-home.link"}
# What one area says on a page of its own: shown under its name as local, and nobody else's rule.
SAID_BY_ONE_AREA = {"rapid-review.devon-steps", "child-death.notify-surrey", "child-death.notify-hackney"}
# Rules of chapter 3 whose place in the 2023 edition nobody has confirmed: gathered or inferred, not said in so many words.
UNCHECKED_IN_CHAPTER_3 = {
    "assessment.disabled-child",
    "assessment.outcome",
    "assessment.outside-home",
    "outside-home.in-a-context",
    "authority.end-plan",
    "authority.section-47-start",
    "practice-standards.ending",
    "practice-standards.protection",
    "practice-standards.recognition",
    "case.closure",
    "child-in-need.review-outcome",
    "child-protection.conference-record",
    "child-protection.conference-report",
    "child-protection.core-group-members",
    "child-protection.move-told",
    "early-help.asking",
    "early-help.comprehensive",
    "early-help.joined-up",
    "early-help.problems-found",
    "early-help.review-outcome",
    "emergency.content",
    "enquiry.family-told",
    "family-group.meeting",
    "local-protocol.accountable",
    "local-protocol.agreed",
    "local-protocol.understood",
    "practice-standards.support",
    "pre-proceedings.letter",
    "probation.answer-content",
    "threshold-document.readable",
    "training.for-everybody",
    "training.of-the-area",
}
# What the introduction asks, beside the words it defines.
UNCHECKED = UNCHECKED_IN_CHAPTER_3 | {"guidance.comply", "guidance.regard", "guidance.schools"}


def a_council() -> Source:
    return Source("WRENMOUTH", "Wrenmouth procedures", "WRENMOUTH", "", Kind.OTHER_GUIDANCE, date(2020, 1, 1))


@every_rule
def test_its_id_is_words_and_never_a_chapter(rule):
    assert ID.fullmatch(rule.id)
    assert "chapter" not in rule.id
    assert catalogue.RULES[rule.id] is rule


@every_rule
def test_it_has_a_title_a_force_and_a_module_that_says_what_it_leaves_out(rule):
    assert rule.title == rule.title.strip()
    assert rule.title[0].isupper()
    local = rule.id in ASKED_BY_THIS_SERVICE | SAID_BY_ONE_AREA
    allowed = (Force.LOCAL,) if local else (Force.MUST, Force.SHOULD, Force.MAY)
    assert rule.force in allowed, "a national rule is never local"
    assert (catalogue.home(rule.id).__doc__ or "").strip()


@every_rule
def test_every_value_is_cited_to_a_place_in_a_known_text(rule):
    for provision in rule.dated.provisions:
        assert provision.citation.source in catalogue.SOURCES
        assert provision.citation.locator.strip()
        assert in_words(provision.value).strip()


@every_rule
def test_it_is_in_the_coverage_of_the_chapter_or_belongs_to_another_text(rule):
    covered = {id for entry in catalogue.coverage() for id in entry.rules}
    elsewhere = (
        "legislation",
        "connected",
        "statistics",
        "working_together.introduction",
        "working_together.transition",
    )
    home = catalogue.home(rule.id).__name__

    in_question = rule.id in covered or any(name in home for name in elsewhere)
    cites_only_law = all(
        provision.citation.source.kind is not Kind.STATUTORY_GUIDANCE for provision in rule.dated.provisions
    )
    assert in_question or cites_only_law


@every_rule
def test_no_must_rests_on_guidance_alone_unless_the_guidance_says_must(rule):
    if rule.force is not Force.MUST or isinstance(rule, Judgement) or rule.law:
        return
    if isinstance(rule, Duty):
        assert rule.own_words or all(p.citation.source.kind in LAW for p in rule.asks.provisions)
        return
    guidance = [p for p in rule.dated.provisions if p.citation.source.kind is Kind.STATUTORY_GUIDANCE]
    own_words = {
        "emergency.immediate-action",
        "emergency.who-acts",
        "child-death.coroner",
        "mother-and-baby-unit.assessment-request",
    }

    assert not guidance or rule.id in own_words


@every_rule
def test_it_refuses_a_day_before_its_first_text_or_before_it_has_begun(rule):
    first = rule.dated.first_day
    day = date(2026, 11, 22) if first is None else first - timedelta(days=1)

    with pytest.raises(NotCovered, match="has not begun" if first is None else "The earliest is"):
        rule.dated.at(day)


@every_rule
def test_it_answers_from_its_first_day_to_this_one(rule):
    if rule.id in AWAITED:
        assert rule.dated.awaited == rule.dated.provisions
        return
    assert rule.dated.at(rule.dated.first_day).value
    assert rule.dated.at(date(2026, 11, 22)).value


@every_rule
def test_its_2023_text_is_checked_in_chapter_3_and_its_2018_and_2026_texts_are_not(rule):
    home = catalogue.home(rule.id).__name__
    for provision in rule.dated.provisions:
        edition = provision.citation.source.edition
        elsewhere = (".chapter_" in home and ".chapter_3" not in home) or home.endswith(".glossary")
        if edition == "WT2023" and elsewhere:
            assert provision.checked is None, "a reading of these chapters is recorded provision by provision"
        elif edition == "WT2023":
            assert (provision.checked is None) is (rule.id in UNCHECKED)
        else:
            assert provision.checked is None


@every_rule
def test_it_cannot_be_changed(rule):
    with pytest.raises(FrozenInstanceError):
        rule.id = "another"


@every_counted
def test_a_rule_that_counts_has_an_example(rule):
    assert rule.examples or rule.id in AWAITED


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "id", None))
def test_its_examples_hold(rule, example):
    due = rule.due(example.starts)

    assert (due.at or due.on) == example.due, example.note


@every_timescale
def test_it_says_who_from_when_and_until_when(rule):
    assert rule.runs_from
    assert rule.until
    assert rule.responsible
    assert not rule.runs_from.endswith(".")


@every_timescale
def test_it_explains_itself_or_says_there_is_no_number(rule):
    if rule.id in AWAITED or any(isinstance(p.value, Hours) for p in rule.within.provisions):
        return
    due = rule.due(date(2026, 11, 20))

    assert due.because.startswith(str(due.span))
    assert bool(due.days) is due.span.counts
    assert (due.on is None) is not due.span.counts
    assert str(due.citation)


@pytest.mark.parametrize("rule", STILL_COUNTED, ids=lambda rule: rule.id)
def test_a_local_limit_longer_than_it_is_refused(rule):
    longer = {
        WorkingDays: lambda n: WorkingDays(n + 1),
        Months: lambda n: Months(n + 1),
        Hours: lambda n: Hours(n + 1),
    }
    span = rule.within.provisions[0].value
    grown = longer.get(type(span), lambda n: CalendarDays(n * 7 + 1))(span.n)

    with pytest.raises(LongerThanNational, match=re.escape(rule.id)):
        LocalRule(id="wrenmouth.longer", national=rule, within=grown, citation=a_council().at("section 1"))


@pytest.mark.parametrize("rule", [r for r in RULES if isinstance(r, Judgement)], ids=lambda rule: rule.id)
def test_a_judgement_asks_a_question_and_cannot_answer_it(rule):
    offered = [name for name in dir(rule) if not name.startswith("_") and callable(getattr(rule, name))]

    assert offered == []
    assert rule.question.endswith("?")
    assert rule.decided_by
    assert rule.must_record


@pytest.mark.parametrize("rule", [r for r in RULES if isinstance(r, Pathway)], ids=lambda rule: rule.id)
def test_a_pathways_steps_have_keys_of_their_own_and_lead_to_rules_that_exist(rule):
    for provision in rule.outcomes.provisions:
        keys = [step.key for step in provision.value]
        assert len(set(keys)) == len(keys)
        assert all(STEP.fullmatch(key) for key in keys)
        assert {id for step in provision.value for id in step.leads_to} <= set(catalogue.RULES)


@pytest.mark.parametrize("rule", [r for r in RULES if isinstance(r, Content)], ids=lambda rule: rule.id)
def test_a_contents_headings_have_keys_of_their_own_and_can_all_be_filled(rule):
    for provision in rule.sets_out.provisions:
        day = provision.citation.in_force_from
        keys = [heading.key for heading in provision.value]
        assert len(set(keys)) == len(keys)
        assert all(STEP.fullmatch(key) for key in keys)
        assert rule.shortfall(set(keys), day) == ()
        assert rule.shortfall(set(), day) == provision.value


@pytest.mark.parametrize("rule", [r for r in RULES if isinstance(r, Membership)], ids=lambda rule: rule.id)
def test_a_membership_names_only_sectors_and_standings_there_are(rule):
    for provision in rule.at_least.provisions:
        assert set(provision.value) <= {*SECTORS, *STANDINGS}
        assert provision.value


def test_nobody_has_checked_these_of_chapter_3_against_the_2023_text():
    unchecked = {
        rule.id
        for rule in RULES
        if ".chapter_3" in catalogue.home(rule.id).__name__
        for provision in rule.dated.provisions
        if provision.citation.source.edition == "WT2023" and provision.checked is None
    }

    assert unchecked == UNCHECKED_IN_CHAPTER_3


def test_every_id_the_first_issue_names_is_there():
    named = {
        "referral.acknowledgement",
        "referral.decision",
        "referral.feedback",
        "assessment.completion",
        "assessment.completion-statistics",
        "assessment.child-seen",
        "assessment.approval",
        "child-protection.strategy-discussion",
        "child-protection.initial-conference",
        "child-protection.initial-conference-statistics",
        "child-protection.transfer-in-conference",
        "child-protection.first-core-group",
        "child-protection.first-review",
        "child-protection.next-review",
        "emergency.police-protection",
        "emergency.protection-order",
        "emergency.protection-order-extension",
        "emergency.child-assessment-order",
    }

    assert named <= set(catalogue.RULES)


@every_rule
def test_it_is_about_a_subject_and_concerns_somebody(rule):
    assert subject_of(rule).title
    assert audiences_for(rule)
    assert set(audiences_for(rule)) <= set(AUDIENCES)


@pytest.mark.parametrize("rule", [one for one in RULES if isinstance(one, Duty)], ids=lambda rule: rule.id)
def test_a_duty_says_who_acts_and_rests_on_law_where_it_is_a_must_by_law(rule):
    assert rule.by
    assert set(rule.by) <= set(ACTORS)
    assert not (rule.own_words and rule.law), "a must either rests on law or is the guidance's own"
    assert not (rule.expected and rule.force is not Force.SHOULD)
    assert all(citation.source.kind in LAW and citation.locator for citation in rule.law)
