"""What else on the record a letter that went has said, so that nobody types it again."""

from __future__ import annotations

from datetime import datetime

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.assessments.models import AssessmentNotice
from alongside.letters.duties import duties_about, letters_of
from alongside.letters.models import Audience, Letter, LetterOutcome
from alongside.letters.reading import read_record
from alongside.letters.which import BY_ID
from alongside.plans.models import EndingNotice, PlanMove
from alongside.plans.services.moves import tell_of_move
from alongside.strands.models import Strand
from alongside.strands.services import record_step

How, SENT = LetterOutcome.How, LetterOutcome.What.SENT
NOTICE_HOW = {
    How.IN_PERSON: AssessmentNotice.How.IN_PERSON, How.POST: AssessmentNotice.How.LETTER,
    How.SECURE_EMAIL: AssessmentNotice.How.EMAIL, How.ACCOUNT: AssessmentNotice.How.EMAIL,
}  # fmt: skip


def tell_other_records(letter: Letter, outcome: LetterOutcome, by: Practitioner, now: datetime) -> None:
    """Keep who was told where another record keeps it too. Call it inside the act, after its entry."""
    if letter.kind == "assessment-outcome" and letter.about is not None:
        if not letter.agency_id:
            _the_family_is_told(letter)
        elif outcome.what == SENT:
            _keep_notice(letter, outcome)
    if letter.kind == "plan-ended" and letter.agency_id and outcome.what == SENT:
        EndingNotice.objects.filter(plan__case=letter.case_id, agency=letter.agency_id, told_on=None).update(
            told_on=outcome.on
        )
    if letter.kind == "moves-on-plan" and outcome.what == SENT:
        _the_move_is_told(letter, outcome, by, now)
    if letter.kind == "before-proceedings" and outcome.what == SENT:
        _a_step_beside_the_case(letter, outcome, by, now)


def _the_family_is_told(letter: Letter) -> None:
    """The assessment says that the family was told once the last of them was, or is not to be; and by whose letter."""
    record = read_record(letter.case, letter.case.child)
    letters = letters_of(letter.case)
    duties = duties_about(BY_ID[letter.kind], letter.case.child, letter.about, letters, record)
    family = [one for one in duties if one.reader.audience != Audience.AGENCY]
    sent = [one.letter for one in family if one.letter and one.state == SENT]
    if sent and all(one.settled for one in family):
        went = LetterOutcome.objects.filter(letter__in=sent, what=SENT).select_related(
            "letter__about", "letter__agency"
        )
        last = went.order_by("-on", "-id")[0]
        _keep_notice(last.letter, last)


def _keep_notice(letter: Letter, outcome: LetterOutcome) -> None:
    assert letter.about is not None
    AssessmentNotice.objects.get_or_create(
        approval=letter.about.assessmentapproval, agency=letter.agency,
        defaults={"area_id": letter.area_id, "how": NOTICE_HOW[How(outcome.how)], "told_on": outcome.on,
                  "source_id": outcome.entry_id},
    )  # fmt: skip


def _the_move_is_told(letter: Letter, outcome: LetterOutcome, by: Practitioner, now: datetime) -> None:
    """The other authority is told by this letter: from its day that authority's limit runs."""
    child = letter.case.child
    moves = PlanMove.objects.filter(case=letter.case_id, authority=letter.to_name, told=None, ending=None)
    move = moves.order_by("-known_on", "-id").first()
    if move is not None and policies.KEEP_PLAN.allows(child, by):
        tell_of_move(
            by=by, child=child, move=move.pk, told_on=outcome.on, told_by=by.name, sent=letter.said.get("sent", ""), now=now
        )  # fmt: skip


def _a_step_beside_the_case(letter: Letter, outcome: LetterOutcome, by: Practitioner, now: datetime) -> None:
    """The letter before proceedings stands with its strand too, in the words that went."""
    strand = Strand.objects.filter(case=letter.case_id, kind="pre-proceedings", ended_on=None).first()
    child = letter.case.child
    if strand is None or outcome.on < strand.opened_on or not policies.KEEP_STRANDS.allows(child, by):
        return
    said = {key: letter.said.get(key, "") for key in ("concerns", "expectations", "support", "consequences")}
    offered = "yes" if letter.said.get("family_group") else "no"
    record_step(
        by=by, child=child, strand=strand, step_id="letter-sent", happened=outcome.on, now=now, by_letter=True,
        answers={"to": letter.person, **said, "family-group-offered": offered, "advice": letter.said.get("lawyer", "")},
    )  # fmt: skip
