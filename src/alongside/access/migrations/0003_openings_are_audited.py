"""Openings move to the audit, in the order they were made."""

from typing import Any

from django.db import migrations
from django.urls import Resolver404, resolve

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write


def carry_over(apps: Any, schema_editor: Any) -> None:
    openings = apps.get_model("access", "Opening").objects.select_related("child").order_by("opened_at", "id")
    for opening in openings.iterator(2000):
        write(
            Action.READ, area=opening.child.area_id, by=Practitioner(pk=opening.practitioner_id),
            about=opening.child_id, about_kind="child", ground=opening.reasons, now=opening.opened_at,
            page=page(opening.page),
        )  # fmt: skip


def page(path: str) -> str:
    """The name of the page at an address; nothing where no page has it any more."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_closing_and_opening"), ("audit", "0001_initial")]

    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="Opening"),
    ]
