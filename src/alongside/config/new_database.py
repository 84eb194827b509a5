"""The tables of a new database, straight from the models: what the migrations would leave, many times sooner.

Django works through its migrations by making every model anew at each step, which takes longer than all
else a first start does. A database with nothing in it needs none of the steps, only where they lead.
That both lead to the same tables is tested on SQLite and on PostgreSQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """Whether there is no table at all."""
    return not connection.introspection.table_names()


def make(connection: BaseDatabaseWrapper) -> None:
    """Make every table, and record every migration as done, all or nothing; then what follows a migration."""
    recorder = MigrationRecorder(connection)
    done = MigrationLoader(connection).graph.nodes
    with connection.schema_editor() as editor:
        editor.create_model(recorder.Migration)
        for model in apps.get_models(include_auto_created=False):
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        recorder.migration_qs.bulk_create(
            recorder.Migration(app=app, name=name) for app, name in sorted(done)
        )
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Tables and columns that this version needs and the database has not: it was made by another version.

    Until the first release a migration may be written anew, and one that was done is not done again.
    """
    found = []
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if not model._meta.can_migrate(connection):
                continue
            if table not in tables:
                found.append(table)
                continue
            described = connection.introspection.get_table_description(cursor, table)
            there = {column.name for column in described}
            fields = model._meta.local_concrete_fields
            found += [f"{table}.{field.column}" for field in fields if field.column not in there]
    return found
