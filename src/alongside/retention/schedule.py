"""How long each kind of record is kept: every model, one declaration, and a test that fails where one has none.

A child's records stay together: a row that leads to a child is kept as long as that child's record, which
``alongside.retention.children`` works out. The rest counts from a day of its own, or stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.db.models import Model

from alongside.audit.actions import Action

SERVICE = "Local: brought along by this service, and no law. An area may keep longer."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """For how long, in words. lasts: counted from ``starts``; None where it is not counted by the row itself."""

    id: str
    words: str
    starts: str
    source: str
    lasts: relativedelta | None = None

    def kept_until(self, starts: date) -> date | None:
        """The last day on which a row must still be there; None where no day is counted from it alone."""
        return None if self.lasts is None else starts + self.lasts


CHILD = Rule(
    id="with-the-child",
    words="Kept with the child’s record, and never longer or shorter than that.",
    starts="see how long a child’s record is kept",
    source="The rule that applies to the child: the law for a child who was looked after, else the area’s schedule.",
)
CHILDREN = Rule(
    id="with-several-children",
    words="Kept until the last of the children it is about is no longer kept.",
    starts="see how long a child’s record is kept",
    source=CHILD.source,
)
INSTALLATION = Rule(
    id="with-the-installation",
    words="Kept as long as the service is: who did what can be read only while it is known who and where they were.",
    starts="nothing",
    source=SERVICE,
)


def _after(id: str, words: str, starts: str, source: str = SERVICE, **lasts: int) -> Rule:
    return Rule(id=id, words=words, starts=starts, source=source, lasts=relativedelta(**lasts))  # type: ignore[arg-type]


DRAFTS = _after(
    "drafts", "A draft is kept for 30 days after it was last saved.", "the day it was last saved", days=30
)
MESSAGES = _after(
    "messages",
    "A message that left is kept for 2 years, to show that it left.",
    "the day it was made",
    years=2,
)
RUNS = _after("runs", "Kept for 1 year, to show that the duties of each day ran.", "the day it ran", years=1)
RECEIPTS = _after(
    "receipts", "Kept for 7 years, as long as whoever wrote may still ask what became of it.",
    "the day it was made", years=7,
)  # fmt: skip
DEALINGS = _after(
    "dealings", "Dealings between agencies about no child on record here are kept for 7 years.", "the day it was made", years=7
)  # fmt: skip
SUPERVISION = _after(
    "supervision", "The personal part of supervision is kept for 6 years. What it said of a child is kept with the child.",
    "the day it was held", years=6,
)  # fmt: skip
AUDIT = Rule(
    id="audit", words="Each kind of row for its own time, of 2, 7 or 75 years.", starts="the day of the row",
    source="Said for each kind of row, with its reason, in alongside.audit.actions.",
)  # fmt: skip
CERTIFICATE = Rule(
    id="certificate",
    words="Names a child only until that child’s record is destroyed. What is left proves that, and stays.",
    starts="nothing",
    source=SERVICE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What is declared of one model.

    child: the ways from a row to the people it is about. day: the field its clock starts from.
    withheld: why a row is not part of what somebody is given of the record about them; empty where it is.
    goes_with: a field of its own, and the kind of record and field with the same value, where a row leads to no
    child and yet is about one: it goes with the last of those, if its own time is not over before.
    """

    rule: Rule
    child: tuple[str, ...] = ()
    day: str = ""
    withheld: str = ""
    goes_with: tuple[str, str, str] | None = None


ACCESS = "It tells what people who work here may open, not what happened to the child."
WORKED_OUT = "It is worked out from other rows, which are given."
ANSWER = "It is the answer itself."
ANOTHER_CHILD = "It tells of another child, whose it is."
ELSEWHERE = "What it says is given with the record that it led to."


def _child(*paths: str, withheld: str = "") -> Declared:
    return Declared(rule=CHILD, child=paths or ("case__child",), withheld=withheld)


def _children(path: str, withheld: str = "") -> Declared:
    return Declared(rule=CHILDREN, child=(path,), withheld=withheld)


STAYS = Declared(rule=INSTALLATION)

DECLARED: dict[str, Declared] = {
    **dict.fromkeys(
        ("agencies.Area", "agencies.Agency", "agencies.Team", "agencies.Practitioner", "agencies.Post",
         "agencies.Registration", "agencies.AreaSwitch", "agencies.Absence", "agencies.SilenceRule", "audit.Head", "analysis.AreaTag", "access.AdministrativeChange", "access.AccessRule",
         "access.AccessConfirmation", "deadlines.RecordedHoliday", "sharing.SharingAgreement", "front_door.Figures", "strands.LocalSteps",
         "contexts.Context", "contexts.ContextWorker", "contexts.PlaceAction", "contexts.ContextAct", "contexts.RiskWords",
         "improvement.PartnershipPart", "improvement.AssessmentScale", "improvement.SelfAssessment", "improvement.StatementAnswer",
         "improvement.PlannedAction", "improvement.ImprovementChange",
         "conferences.Quorum",
         "outbox.Endpoint", "census.ImportedReturn", "api.ApiClient", "api.Subscription",
         "retention.LocalPeriod", "retention.CoolingPeriod", "retention.Disposal", "letters.LetterTemplate", "letters.LocalDays"), STAYS,
    ),
    "audit.Row": Declared(rule=AUDIT, day="at", withheld=ACCESS),
    # People
    "people.Person": _child("pk"),
    **dict.fromkeys(
        ("people.Name", "people.Identifier", "people.Disability", "people.Residence", "people.HouseholdMember",
         "people.Danger", "people.ContactDetail"), _child("person"),
    ),
    "people.Relationship": _child("person", "other"),
    "people.Address": _children("residence__person", "Homes are given with the days on which somebody lived there."),
    "people.Household": _children("members__person"),
    "matching.Spelling": _child("person", withheld=WORKED_OUT),
    "matching.MaybeSame": _child("one", "other", withheld="Nobody has decided that it is about them."),
    "matching.Joining": _child("kept", "joined"),
    "matching.Together": _child("child", "other", withheld=WORKED_OUT),
    # What people lay upon what happened
    **dict.fromkeys(("analysis.Significance", "analysis.EntryTag", "analysis.Note"), _child("child")),
    "analysis.NoteVersion": _child("note__child"),
    # Who may open the record
    **dict.fromkeys(
        ("access.Restriction", "access.ConflictReport", "access.EmergencyOpening", "access.Seal"),
        _child("child", withheld=ACCESS),
    ),
    "access.SealKey": _child("seal__child", withheld=ACCESS),
    "notices.Notice": _child("child", withheld=ELSEWHERE),
    # What happened
    "chronology.Entry": _child("child"),
    "chronology.Shortfall": _child(),
    "deadlines.Deadline": _child("child", withheld=WORKED_OUT),
    "cases.Case": _child("child"),
    "cases.InNeed": _child(),
    **dict.fromkeys(
        ("cases.Allocation", "cases.Involvement", "visits.Visit", "sharing.SharingRequest", "sharing.SharingDecision",
         "sharing.SharingRecall", "referrals.Referral", "referrals.Decision", "front_door.CheckRequest",
         "family_help.ChildInNeedPlanEnding", "family_help.ChildInNeedPlan", "family_help.ChildInNeedPlanReview",
         "family_help.PlanBasisChange", "family_help.MoveOfArea", "family_help.PlannedChange", "early_help.EarlyHelpOffer", "early_help.EarlyHelpRefusal",
         "early_help.EarlyHelpAssessment", "early_help.FamilyTeamMember", "early_help.FamilyTeamMeeting",
         "early_help.StepDown", "early_help.EarlyHelpEnding",
         "care.ReturnHome", "care.LookedAfter", "care.CareStatusChange", "care.LookedAfterEnding", "care.TwoPlansConsidered",
         "assessments.Assessment", "assessments.AssessmentReturn",
         "assessments.AssessmentSubmission", "assessments.AssessmentApproval", "assessments.AssessmentOverRun",
         "section47.StrategyDiscussion", "section47.Section47Enquiry", "section47.EnquiryStep",
         "section47.EnquiryConclusion", "section47.ProtectionEnding", "section47.PoliceProtection",
         "section47.ImmediateAction", "section47.OtherAuthority", "section47.EmergencyProtectionOrder",
         "section47.ProtectionOrderExtension", "section47.ChildAssessmentOrder", "section47.RequestForConference",
         "section47.AnswerToRequest", "section47.Exclusion",
         "section47.ExclusionEnding", "section47.RecoveryOrder", "section47.RecoveryEnding", "plans.CoreGroupMeeting", "plans.PlanMove", "plans.MoveTold", "plans.MoveContact",
         "plans.ReceivingConference", "plans.PlanMoveEnding", "plans.StayHere", "plans.StayHereEnding", "plans.ComingOfAge",
         "conferences.ConferenceDecision",
         "conferences.BookingChild", "conferences.MoveNotice", "conferences.BeforeBirth", "partners.ActionAnswer",
         "partners.InformationSent"), _child(),
    ),
    "sharing.SharedItem": _child("decision__case__child"),
    "referrals.Statement": _child("referral__case__child"),
    "referrals.Attachment": _child("referral__case__child"),
    "front_door.CheckAnswer": _child("request__case__child"),
    "front_door.PoliceNotice": _child("child"),
    "front_door.Triage": _children("notices__child", WORKED_OUT),
    "front_door.Unhappy": _child("child"),
    "early_help.OfferAnswer": _child("offer__case__child"),
    "early_help.OfferSign": _child("offer__case__child"),
    "family_help.ChildInNeedPlanNeed": _child("plan__case__child"),
    "family_help.ChildInNeedPlanAction": _child("need__plan__case__child"),
    "known.StillTrue": _child("case__child", withheld=ELSEWHERE),
    "assessments.ReviewPoint": _child("assessment__case__child"),
    "assessments.AssessmentSection": _child("assessment__case__child"),
    "assessments.AssessmentSectionVersion": _child(
        "section__assessment__case__child", withheld="The text as it stands is given; this is how it came about."
    ),
    "assessments.AssessmentFactor": _child("approval__case__child"),
    "assessments.AssessmentNotice": _child("approval__case__child"),
    "section47.Participation": _child("discussion__case__child"),
    "section47.DiscussionAction": _child("discussion__case__child"),
    "plans.ChildProtectionPlan": _child("child"),
    **dict.fromkeys(
        ("plans.EndingNotice", "plans.CoreGroupMember", "plans.PlanForTheChild", "plans.Need"),
        _child("plan__child"),
    ),
    "plans.CoreGroupAttendance": _child("meeting__case__child"),
    "plans.Action": _child("need__plan__child"),
    "conferences.Conference": _children("decisions__case__child"),
    "conferences.Attendance": _children("conference__decisions__case__child"),
    "conferences.Dissent": _child("decision__case__child"),
    "conferences.Booking": _children("children__case__child"),
    "conferences.Invitation": _children("booking__children__case__child"),
    "conferences.ConferenceReport": _children("booking__children__case__child"),
    **dict.fromkeys(
        ("conferences.KeptAway", "conferences.EnoughThere"), _children("booking__children__case__child")
    ),
    "conferences.PapersGiven": _children("booking__children__case__child", WORKED_OUT),
    "conferences.ConsideredAtReview": _child("decision__case__child", "child"),
    "conferences.ReportAddendum": _children("report__booking__children__case__child"),
    "partners.SchoolNotice": _child("child", "matched_child"),
    "partners.ReportDraft": _children(
        "booking__children__case__child", "An agency is still writing it; what it sends is given."
    ),
    "partners.GuestLink": Declared(
        rule=CHILDREN, child=("invitation__booking__children__case__child", "asked__case__child"), withheld=ACCESS
    ),
    "strands.Strand": _child(),
    "strands.StrandStep": _child(),
    "strands.EarlierAnswers": _child("step__case__child"),
    "strands.StrandAgency": _child("strand__case__child", withheld=ACCESS),
    # A context is about no child; what links a child to one is the child's.
    **dict.fromkeys(("contexts.ContextLink", "contexts.ContextLinkChange"), _child()),
    "contexts.SiblingConsidered": _child("link__case__child", "sibling", withheld=ANOTHER_CHILD),
    "contexts.LetKnow": _child("link__case__child", withheld=ACCESS),
    "contexts.ContextTie": _child("one__case__child", "other__case__child", withheld=ANOTHER_CHILD),
    **dict.fromkeys(
        ("letters.SignedLetter", "letters.LetterTranslation", "letters.LetterOutcome"), _child()
    ),
    "letters.Letter": _child("case__child", "person"),
    "letters.AddressRelease": _child(withheld=ACCESS),
    "census.ReturnedChild": _child("child"),
    "supervision.CaseSupervision": _child(),
    "supervision.SupervisionAction": _child("supervision__case__child"),
    # What counts from a day of its own
    "supervision.Supervision": Declared(rule=SUPERVISION, day="held_on"),
    "outbox.OutgoingMessage": Declared(rule=MESSAGES, day="made_at"),
    "outbox.Attempt": Declared(rule=MESSAGES, day="message__made_at"),
    "outbox.DutyRun": Declared(rule=RUNS, day="day"),
    # It goes when the password is changed. Gone before, it would let a password that somebody else made pass for one's own.
    "signing_in.TemporaryPassword": STAYS,
    "drafts.Draft": _child("child", withheld="Somebody is still writing it; what they record is given."),
    "front_door.Draft": Declared(rule=DRAFTS, day="saved_at"),
    "front_door.Receipt": Declared(
        rule=RECEIPTS, day="made_at", goes_with=("submission", "referrals.Referral", "submission")
    ),
    "front_door.NoticeReceipt": Declared(rule=RECEIPTS, day="received_at"),
    "sharing.InformationRequest": Declared(rule=DEALINGS, day="recorded_at"),
    "sharing.RequestStep": Declared(rule=DEALINGS, day="request__recorded_at"),
    "partners.FileTransfer": Declared(rule=DEALINGS, day="sent_at"),
    # Retention itself, and what people asked of the records about them
    "retention.LegalHold": _child("child", withheld=ACCESS),
    "retention.SubjectRequest": _child("child", withheld=ANSWER),
    "retention.PackPart": _child("request__child", withheld=ANSWER),
    "retention.PackSpan": _child("part__request__child", withheld=ANSWER),
    "retention.Rectification": _child("child"),
    "retention.DisposalLine": Declared(rule=CERTIFICATE, child=("child",), withheld=ACCESS),
    "retention.Erasing": _child("child", withheld=ACCESS),
}  # fmt: skip


def declared(model: type[Model]) -> Declared:
    """What is declared of a model. Raises LookupError, saying what to do, where nothing is."""
    try:
        return DECLARED[model._meta.label]
    except KeyError:
        raise LookupError(
            f"Nothing says how long {model._meta.label} is kept. Declare it in alongside/retention/schedule.py."
        ) from None


def audit_lasts(action: Action) -> relativedelta:
    """For how long a row of the audit of this kind is kept, from its day."""
    return relativedelta(years=action.kept_years)


def day_of_field(value: date | datetime) -> date:
    """The day a clock starts from, whichever kind of field holds it."""
    return value.date() if isinstance(value, datetime) else value
