"""The only ways to hold a record. Not permitted and not there look the same: that a record exists is private."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from alongside.access.policies import READ_RECORD, SEE_NOTICE
from alongside.access.policy import Policy
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.notices.models import Notice
from alongside.people.models import Person


def open_child(
    request: HttpRequest, reference: str, policy: Policy = READ_RECORD, action: Action = Action.READ
) -> Person:
    """The child with this reference, if this practitioner may open it for this action; the opening is audited.

    The child carries ``opened_because``, the reasons in words, and ``opened_because_told``, the same saying for whom one
    covers. Raises Http404 otherwise.
    action: what the audit calls it, where it is more than reading: printing, downloading.
    """
    practitioner = practitioner_of(request)
    children = Person.objects.filter(reference=reference)
    child = policy.with_reasons(children, practitioner).first()
    if child is None:
        raise Http404("There is no record here that you can open.")
    because = policy.told_on(child)
    child.opened_because = policy.words_on(child)  # type: ignore[attr-defined]
    child.opened_because_told = because  # type: ignore[attr-defined]
    write(
        action, area=child.area_id, by=practitioner, about=child.pk, about_kind="child", ground=because,
        page=page_of(request),
    )  # fmt: skip
    return child


def page_of(request: HttpRequest) -> str:
    """The name of the page that is being answered."""
    return request.resolver_match.view_name if request.resolver_match else ""


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
