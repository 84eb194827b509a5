"""Holding two records at once: only for who may join both. Not permitted and not there look the same."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from alongside.access.doors import practitioner_of
from alongside.access.policies import JOIN_RECORDS
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.matching.models import Joining, MaybeSame


def pairs_of(me: Practitioner) -> QuerySet[MaybeSame]:
    """Pairs of which this practitioner may join both records."""
    pairs = JOIN_RECORDS.filter_through("one", MaybeSame.objects.all(), me)
    return JOIN_RECORDS.filter_through("other", pairs, me)


def joinings_of(me: Practitioner) -> QuerySet[Joining]:
    """Joinings of which this practitioner may join and part both records."""
    joinings = JOIN_RECORDS.filter_through("kept", Joining.objects.all(), me)
    return JOIN_RECORDS.filter_through("joined", joinings, me)


def open_pair(request: HttpRequest, key: UUID) -> MaybeSame:
    """Two records side by side; that both were read is written down. Raises Http404."""
    me = practitioner_of(request)
    pair = pairs_of(me).filter(pk=key).select_related("one", "other", "area", "settled_by").first()
    if pair is None:
        raise Http404("There is no record here that you can open.")
    write(
        Action.READ, area=pair.area, by=me, about=pair.one_id, about_kind="child", other=pair.other_id,
        ground=[JOIN_RECORDS.allow[0].words],
    )  # fmt: skip
    return pair


def open_joining(request: HttpRequest, key: UUID) -> Joining:
    """Two records that were joined, or wait to be. Raises Http404."""
    me = practitioner_of(request)
    found = joinings_of(me).filter(pk=key)
    joining = found.select_related("kept", "joined", "area", "asked_by", "confirmed_by", "parted_by").first()
    if joining is None:
        raise Http404("There is no record here that you can open.")
    write(
        Action.READ, area=joining.area, by=me, about=joining.kept_id, about_kind="child", other=joining.joined_id,
        ground=[JOIN_RECORDS.allow[0].words],
    )  # fmt: skip
    return joining
