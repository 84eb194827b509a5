"""The area a return goes into, and the practitioner who stands for the import there."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from alongside.agencies.models import Agency, Area, Post, Practitioner, Role
from alongside.refusals import Refusal

from ..authorities import AUTHORITIES
from ..records import Header

#: Before any return that can be read, so that the import holds its post on every day it records.
_SINCE = date(2000, 1, 1)


def area_for(header: Header, code: str | None) -> tuple[Area, bool]:
    """The area the return goes into, and whether it was made for it.

    ``code`` names one; without it the area is the one of the return's own authority, which is made when
    it is not here yet. Raises Refusal when there is no such area and none can be made.
    """
    wanted = code or header.authority
    area = Area.objects.filter(code=wanted).first()
    if area is not None:
        return area, False
    authority = AUTHORITIES.get(wanted)
    if code or authority is None:
        raise Refusal(
            f"There is no area with the code {wanted}.",
            f"The areas here are {_listed()}.",
            "Name one of them with --area, or ask an administrator to record the area first.",
        )
    return _make(wanted, authority.name), True


def _listed() -> str:
    return ", ".join(f"{area.code} {area.name}" for area in Area.objects.all()) or "none yet"


@transaction.atomic
def _make(code: str, name: str) -> Area:
    taken = set(Area.objects.values_list("name", flat=True))
    area = Area(code=code, name=name if name not in taken else f"{name} ({code})", prefix=_prefix(name, code))
    area.full_clean()
    area.save()
    return area


def _prefix(name: str, code: str) -> str:
    letters = "".join(letter for letter in name.upper() if letter.isascii() and letter.isalpha())[:4]
    taken = Area.objects.filter(prefix=letters).exists()
    return f"{letters[:3]}{code}" if taken else letters


@transaction.atomic
def import_practitioner(area: Area) -> Practitioner:
    """The practitioner who stands for census imports in this area, made when first needed.

    Nobody can sign in as them: they have no usable password and are not active.
    """
    email = f"census-import@{area.code}.invalid"
    practitioner, made = Practitioner.objects.get_or_create(
        email=email, defaults={"name": "Census import", "is_active": False}
    )
    if made:
        practitioner.set_unusable_password()
        practitioner.save(update_fields=("password",))
        Post.objects.create(
            practitioner=practitioner, agency=_social_care(area), role=Role.ANALYST, from_on=_SINCE
        )
    return practitioner


def _social_care(area: Area) -> Agency:
    """The area's own children's social care, made when there is none."""
    sector = Agency.Sector.CHILDRENS_SOCIAL_CARE
    found = Agency.objects.filter(areas=area, sector=sector).order_by("name").first()
    if found is not None:
        return found
    agency, _ = Agency.objects.get_or_create(
        name=f"{area.name} children's social care", defaults={"sector": sector}
    )
    agency.areas.add(area)
    return agency
