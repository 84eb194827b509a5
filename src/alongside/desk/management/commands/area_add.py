"""The first area of an installation, and somebody who can sign in and add the rest."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from alongside.agencies.models import Agency, Area, Post, Practitioner, Role, Team
from alongside.desk.administration.practitioners import temporary_password
from alongside.moments import day_of
from alongside.signing_in import temporary


class Command(BaseCommand):
    help = "Add an area, its children's social care, and an administrator who can sign in and add everybody else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the local authority's code, three digits")
        parser.add_argument("name", help="the area's name")
        parser.add_argument(
            "--prefix", required=True, help="what the area's references begin with, for example WREN"
        )
        parser.add_argument("--agency", required=True, help="the name of its children's social care")
        parser.add_argument("--administrator", required=True, help="the administrator's name")
        parser.add_argument("--email", required=True, help="the e-mail address with which they sign in")

    @transaction.atomic
    def handle(
        self, *, code: str, name: str, prefix: str, agency: str, administrator: str, email: str, **_: Any
    ) -> None:
        """All of it or nothing. The temporary password is shown once and kept nowhere."""
        password = temporary_password()
        try:
            area = Area(code=code, name=name, prefix=prefix)
            area.full_clean()
            area.save()
            council = Agency(name=agency, sector=Agency.Sector.CHILDRENS_SOCIAL_CARE)
            council.full_clean()
            council.save()
            person = Practitioner.objects.create_user(email, password, name=administrator)
        except ValidationError as objection:
            raise CommandError(
                f"Nothing was added. {' '.join(objection.messages)} Change that, and run the command again."
            ) from None
        council.areas.add(area)
        team = Team.objects.create(agency=council, area=area, name="Systems", purpose=Team.Purpose.OTHER)
        temporary.mark(person, now=timezone.now())
        today = day_of(timezone.now())
        Post.objects.create(
            practitioner=person, agency=council, team=team, role=Role.ADMINISTRATOR, from_on=today
        )
        self.stdout.write(
            f"{name} is added. {administrator} signs in as {person.email} with the password {password}\n"
            "and is asked to choose their own at once. It is shown here once and kept nowhere."
        )
