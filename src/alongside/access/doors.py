"""The only ways to hold a record. Not permitted and not there look the same: that a record exists is private."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from alongside.access.models import Opening
from alongside.access.policies import READ_RECORD, SEE_NOTICE
from alongside.access.policy import Policy
from alongside.agencies.models import Area, Practitioner
from alongside.notices.models import Notice
from alongside.people.models import Person


def open_child(request: HttpRequest, reference: str, policy: Policy = READ_RECORD) -> Person:
    """The child with this reference, if this practitioner may open it for this action; the opening is logged.

    The child carries ``opened_because``, the reasons in words. Raises Http404 otherwise.
    """
    practitioner = practitioner_of(request)
    children = Person.objects.filter(reference=reference)
    child = policy.with_reasons(children, practitioner).first()
    if child is None:
        raise Http404("There is no record here that you can open.")
    child.opened_because = policy.words_on(child)  # type: ignore[attr-defined]
    Opening.objects.create(
        child=child, practitioner=practitioner, page=request.path[:200],
        reasons=child.opened_because,  # type: ignore[attr-defined]
    )  # fmt: skip
    return child


def may_too(child: Person, policy: Policy) -> bool:
    """Whether whoever opened this child may take another action as well. No query.

    For a policy all of whose reasons are among those of the policy the child was opened by.
    """
    because: list[str] = child.opened_because  # type: ignore[attr-defined]
    return any(reason.words in because for reason in policy.allow)


def open_area(request: HttpRequest, policy: Policy, code: str = "") -> Area:
    """An area in which this practitioner may take this action: the named one, or their first."""
    areas = policy.filter(Area.objects.all(), practitioner_of(request))
    area = (areas.filter(code=code) if code else areas).first()
    if area is None:
        raise Http404("There is no area here that you can open.")
    return area


def open_notice(request: HttpRequest, key: UUID) -> Notice:
    """A notice written to this practitioner or to a team of theirs."""
    notice = SEE_NOTICE.filter(Notice.objects.filter(pk=key), practitioner_of(request)).first()
    if notice is None:
        raise Http404("There is no notice here that you can open.")
    return notice


def practitioner_of(request: HttpRequest) -> Practitioner:
    """Who is asking. Every page but the sign-in page stands behind ``LoginRequiredMiddleware``."""
    if not isinstance(request.user, Practitioner):
        raise Http404("Sign in to see this page.")
    return request.user
