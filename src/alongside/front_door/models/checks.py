"""A question of the front door to a partner about a child, and the answer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Agency
from alongside.cases.models import CaseRecord
from alongside.chronology.models import Entry
from alongside.keys import new_key


class CheckRequest(CaseRecord):
    """What the front door asks one agency about a child, why, on what lawful basis, and by when."""

    class Basis(models.TextChoices):
        SECTION_47 = "section-47", "Children Act 1989, section 47: enquiries about significant harm"
        SECTION_17 = "section-17", "Children Act 1989, section 17: a child who may be in need"
        SECTION_10 = "section-10", "Children Act 2004, sections 10 and 11: co-operating to safeguard"
        CONSENT = "consent", "The parent, carer or young person has agreed"

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="checks_asked")
    batch = models.UUIDField("those asked in one go", default=new_key)
    question = models.TextField()
    reason = models.TextField("why it is asked")
    basis = models.CharField(max_length=20, choices=Basis)
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    chased_on = models.DateField("when they were last reminded", null=True, blank=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="check_request")

    class Meta:
        indexes = [models.Index(fields=("agency", "answer_by"), name="check_by_agency")]
        constraints = [
            models.CheckConstraint(condition=~Q(question="") & ~Q(reason=""), name="check_asks_and_says_why"),
        ]

    def __str__(self) -> str:
        return f"Asked of {self.agency}"


class CheckAnswer(models.Model):
    """What an agency answered: facts, its opinion and what others told it, kept apart. Or that it knows nothing."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    request = models.OneToOneField(CheckRequest, on_delete=models.PROTECT, related_name="answer")
    nothing_known = models.BooleanField(default=False)
    fact = models.TextField("what is known", blank=True)
    opinion = models.TextField("what we think", blank=True)
    reported = models.TextField("what others told us, and who", blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    guest = models.CharField("who answered without an account", max_length=150, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(nothing_known=True, fact="", opinion="", reported="")
                | (Q(nothing_known=False) & ~Q(fact="", opinion="", reported="")),
                name="answer_says_something_or_nothing_known",
                violation_error_message="Answer, or say that nothing is known; not both.",
            ),
        ]

    @property
    def who(self) -> str:
        """Who answered, in words."""
        return f"{self.guest}, as a guest" if self.guest else str(self.answered_by)

    def __str__(self) -> str:
        return f"Answered on {self.answered_at:%-d %B %Y}"
