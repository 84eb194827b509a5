"""A round of self-assessment: what is asked, judged, signed, added; and each statement from round to round."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from alongside.audit.models import Row
from alongside.chronology.models import Entry
from alongside.improvement import services
from alongside.improvement.models import ImprovementChange, SelfAssessment, StatementAnswer
from alongside.improvement.reading import judged_in, over_time, rounds_of
from alongside.improvement.statements import actions_for, one_of, rests_on, statements_on
from alongside.refusals import Refusal
from tests.improvement.conftest import LEADERS, NOW, TODAY, Partnership

IN_2024 = date(2024, 5, 8)

pytestmark = pytest.mark.django_db


def test_the_statements_are_the_rules_of_the_day_fifteen_and_four_and_eight() -> None:
    organisation, partnership = statements_on(TODAY), statements_on(TODAY, of_partnership=True)

    assert [one.rule for one in organisation].count("parents-and-carers.principles") == 4
    assert len(organisation) == 15 + 4
    assert len(partnership) == 8
    assert {one.edition for one in organisation} == {"Working Together 2026 (6 May 2026 upload)"}
    assert statements_on(date(2019, 1, 8)) == ()


def test_a_round_keeps_which_text_it_was_judged_on(there: Partnership) -> None:
    one = there.round(IN_2024)
    answer = there.judges(one)

    assert one.edition == "Working Together 2023 (February 2024 issue)"
    assert answer.cited.startswith("Working Together 2023 (February 2024 issue), ")


def test_what_is_judged_has_no_default_and_no_number(there: Partnership) -> None:
    one = there.round()
    said = [judged.said for _, group in judged_in(one) for judged in group]

    assert set(said) == {"Not scored yet"}
    numbers = [field.name for field in StatementAnswer._meta.fields if "Integer" in type(field).__name__]
    assert numbers == []


@pytest.mark.parametrize(("standing", "more", "said"), [
    ("scored", {"score": "Mostly there"}, "Mostly there"),
    ("not-yet", {}, "Not scored yet"),
    ("not-ours", {"because": "We work with nobody under 18."}, "Does not apply to us"),
])  # fmt: skip
def test_a_statement_is_scored_or_not_yet_or_not_theirs(
    there: Partnership, standing: str, more: dict[str, str], said: str
) -> None:
    answer = there.judges(there.round(), standing=standing, **{"score": "", **more})

    assert answer.said == said


def test_judging_again_keeps_what_stood_before(there: Partnership) -> None:
    one = there.round()
    there.judges(one, "Not there")
    there.judges(one, "Partly", by="helen", next_step="Hold a joint audit")

    (answer,) = one.answers.all()
    last = one.changes.order_by("recorded_at", "id").last()
    assert (answer.said, answer.recorded_by.name) == ("Partly", "Helen Marsh")
    assert last is not None
    assert last.before == "Not there. It rests on: An audit of 12 files."
    assert last.words.endswith("Next: Hold a joint audit.")
    told = Row.objects.filter(about=one.pk, about_kind="self-assessment", action="change").count()
    assert told == 3, "begun and judged twice"


def test_nothing_of_it_stands_on_a_chronology(there: Partnership) -> None:
    before = Entry.objects.count()
    one = there.round()
    there.judges(one)
    there.signs(one)
    there.plans(assessment=one, statement=LEADERS)

    assert Entry.objects.count() == before


def test_the_record_of_changes_is_written_once(there: Partnership) -> None:
    one = there.round()
    with pytest.raises(DatabaseError), transaction.atomic():
        ImprovementChange.objects.filter(assessment=one).update(words="Otherwise")
    with pytest.raises(DatabaseError), transaction.atomic():
        ImprovementChange.objects.filter(assessment=one).delete()


def test_signed_it_is_only_added_to_and_another_can_be_begun(there: Partnership) -> None:
    one = there.round()
    there.judges(one)
    there.signs(one, submit=False)

    with pytest.raises(Refusal, match="is signed"):
        there.judges(one, "Fully")
    services.add(
        by=there.who("head"), assessment=one, words="Twelve files, not ten.", statement=LEADERS, now=NOW
    )
    assert [c.words for c in one.changes.filter(what="added")] == ["Twelve files, not ten."]
    signed = one.changes.get(what="signed")
    assert signed.words == "1 statement judged, 18 not scored yet."
    assert there.round().is_open


@pytest.mark.parametrize(("act", "words"), [
    (lambda t: t.round(date(2026, 6, 12)), "has not come yet"),
    (lambda t: t.round(date(2019, 1, 8)), "No text that was in force"),
    (lambda t: (t.round(), t.round(date(2026, 5, 1))), "open already"),
    (lambda t: t.judges(t.round(), statement="expectation.leaders:nothing"), "not part of the self-assessment"),
    (lambda t: t.judges(t.round(), statement="arrangements.outcomes:vision"), "not part of the self-assessment"),
    (lambda t: t.judges(t.round(), owner=t.people["helen"], owner_name="Somebody"), "Two owners"),
    (lambda t: services.submit(by=t.who("head"), assessment=t.round(), now=NOW), "not signed yet"),
    (lambda t: services.add(by=t.who("head"), assessment=t.round(), words="More", now=NOW), "not signed yet"),
    (lambda t: services.submit(by=t.who("head"), assessment=t.signs(t.round()), now=NOW), "may read it already"),
])  # fmt: skip
def test_what_cannot_be_so_is_refused_and_says_what_to_do(
    there: Partnership, act: object, words: str
) -> None:
    with pytest.raises(Refusal, match=words) as refused:
        act(there)  # type: ignore[operator]
    assert refused.value.do


def test_a_round_begun_by_mistake_is_set_aside_with_the_reason(there: Partnership) -> None:
    one = services.set_aside(
        by=there.who("head"), assessment=there.round(), because="The wrong day.", now=NOW
    )

    assert one.set_aside_on == TODAY
    assert there.round().is_open
    with pytest.raises(Refusal, match="set aside"):
        there.judges(one)


def test_the_partnership_judges_eight_statements_and_reads_its_own_once_signed(there: Partnership) -> None:
    one = there.round(by="partner", body=there.whole)
    there.judges(one, by="partner", statement="arrangements.outcomes:vision")
    there.signs(one, by="partner", submit=False)

    assert SelfAssessment.objects.get(pk=one.pk).submitted_at == NOW
    assert one.changes.get(what="signed").words == "1 statement judged, 7 not scored yet."


def test_each_statement_is_followed_from_round_to_round_through_two_editions(there: Partnership) -> None:
    """Two rounds under 2023 and one under 2026: since when it stands so, under which text, and by whom."""
    for on, score, by in (
        (IN_2024, "Not there", "helen"),
        (date(2025, 5, 7), "Partly", "head"),
        (TODAY, "Partly", "helen"),
    ):
        one = there.round(on)
        there.judges(one, score, by=by)
        there.signs(one)
    rounds = list(rounds_of(there.school, there.who("helen")))
    statements = over_time(rounds, of_partnership=False)
    followed = next(one for one in statements if one.rounds[0].answer)

    assert len(statements) == 19
    assert [then.said for then in followed.rounds] == ["Partly", "Partly", "Not there"]
    assert followed.since == date(2025, 5, 7)
    assert [then.answer.recorded_by.name for then in followed.rounds if then.answer] == [
        "Helen Marsh", "Hetty Head", "Helen Marsh",
    ]  # fmt: skip
    assert [then.asked.edition for then in followed.rounds if then.asked] == [
        "Working Together 2026 (6 May 2026 upload)", "Working Together 2023 (February 2024 issue)",
        "Working Together 2023 (February 2024 issue)",
    ]  # fmt: skip
    assert {one.now.said for one in statements if one is not followed} == {"Not scored yet"}


def test_a_statement_that_the_text_of_a_day_does_not_hold_is_said_so(there: Partnership) -> None:
    """No text of 2019 held these statements: what was brought over from then says nothing of them."""
    before = SelfAssessment.objects.create(
        area=there.area, agency=there.school.agency, on=date(2019, 1, 8), edition="Working Together 2018", signed_at=NOW,
        signed_by=there.people["helen"], recorded_at=NOW, recorded_by=there.people["helen"],
    )  # fmt: skip
    one = there.round()
    there.judges(one)
    there.signs(one)
    statements = over_time(list(rounds_of(there.school, there.who("helen"))), of_partnership=False)

    assert {each.rounds[1].round for each in statements} == {before}
    assert {each.rounds[1].said for each in statements} == {"Not part of the text of that day"}
    assert {each.since for each in statements} == {TODAY}


def test_actions_of_the_list_stand_beside_the_statement_they_rest_on() -> None:
    statement = one_of(statements_on(TODAY), LEADERS)
    assert statement is not None
    assert {action.id for action in actions_for(statement)} >= {"all.expectations"}
    (rested,) = rests_on([statement.rule], TODAY)
    assert rested["cited"].startswith("Working Together 2026")
    assert rests_on(["no-such.rule"], TODAY) == []
