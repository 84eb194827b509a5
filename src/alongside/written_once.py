"""Tables whose rows are written once, and the triggers by which the database itself holds to that.

One registry, both engines. The triggers are laid again after every migration, because SQLite
rebuilds a table for some changes and silently drops its triggers when it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

WRITTEN_ONCE = (
    "chronology_entry",
    "chronology_shortfall",
    "access_administrativechange",
    "audit_row",
)
EVENTS = ("UPDATE", "DELETE")

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION alongside_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are written once: record a correction instead', TG_TABLE_NAME;
END $$
"""


def statements(vendor: str, tables: tuple[str, ...] = WRITTEN_ONCE) -> list[str]:
    """The SQL that lays every trigger for a database of this vendor (``sqlite`` or ``postgresql``)."""
    if vendor == "postgresql":
        laid = [POSTGRESQL_FUNCTION]
        for table in tables:
            for event, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
                name = f"{table}_written_once_{each.lower()}"
                laid.append(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                laid.append(
                    f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
                    f"FOR EACH {each} EXECUTE FUNCTION alongside_written_once()"
                )
        return laid
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_written_once_{event.lower()} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are written once: record a correction instead'); END"
        for table in tables
        for event in EVENTS
    ]


def names(vendor: str, tables: tuple[str, ...] = WRITTEN_ONCE) -> set[str]:
    """The names of the triggers that must be there."""
    kinds = ("row", "statement") if vendor == "postgresql" else ("update", "delete")
    return {f"{table}_written_once_{kind}" for table in tables for kind in kinds}


def lay(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers on every registered table that exists. Safe to repeat."""
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        tables = tuple(table for table in WRITTEN_ONCE if table in present)
        for statement in statements(connection.vendor, tables):
            cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, so that a demonstration or a test's tables can be cleared; migrating lays them again.

    Nothing else calls it: records of real children are never cleared.
    """
    with connection.cursor() as cursor:
        for table in WRITTEN_ONCE:
            for name in names(connection.vendor, (table,)):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The triggers that ought to be there and are not. Empty when all is well."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return names(connection.vendor) - {row[0] for row in cursor.fetchall()}
