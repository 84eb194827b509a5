"""Entries from before there was an audit get their acts in it, so that a later change to them shows."""

from typing import Any

from django.db import migrations

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write


def vouch(apps: Any, schema_editor: Any) -> None:
    from alongside.chronology.proof import told

    for entry in apps.get_model("chronology", "Entry").objects.order_by("recorded_at", "id").iterator(2000):
        write(
            Action.ACT, area=entry.area_id, by=Practitioner(pk=entry.recorded_by_id), about=entry.child_id,
            about_kind="child", now=entry.recorded_at, **told(entry),
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("chronology", "0002_marked_entries"), ("audit", "0001_initial")]

    operations = [migrations.RunPython(vouch, migrations.RunPython.noop)]
