"""Tables whose rows are written once, and the triggers by which the database itself holds to that.

One registry, both engines. The triggers are laid again after every migration, because SQLite
rebuilds a table for some changes and silently drops its triggers when it does.

One way leads through, for one child at a time: while a transaction destroys that child's record at the
end of its time, a row of ``retention_erasing`` says so. The database takes that row only where two people
signed, no hold stands and no case is open; and a transaction that leaves it behind cannot be saved.
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
    "analysis_noteversion",
    "letters_signedletter",
    "letters_lettertemplate",
    "contexts_contextact",
    "improvement_improvementchange",
)
EVENTS = ("UPDATE", "DELETE")
#: Where a row may go all the same: it belongs to the child whose record is being destroyed.
MAY_GO = {
    "chronology_entry": "EXISTS (SELECT 1 FROM retention_erasing e WHERE e.child_id = OLD.child_id)",
    "chronology_shortfall": "EXISTS (SELECT 1 FROM retention_erasing e JOIN cases_case c ON c.child_id = e.child_id "
    "WHERE c.id = OLD.case_id)",
    "analysis_noteversion": "EXISTS (SELECT 1 FROM retention_erasing e JOIN analysis_note n ON n.child_id = e.child_id "
    "WHERE n.id = OLD.note_id)",
    "letters_signedletter": "EXISTS (SELECT 1 FROM retention_erasing e JOIN cases_case c ON c.child_id = e.child_id "
    "WHERE c.id = OLD.case_id)",
}
#: Tables where another change is held to by rules of their own (``alongside.audit.triggers``).
CHANGES_ELSEWHERE = ("audit_row",)
ERASING = "retention_erasing"
SIGNED = """
    EXISTS (SELECT 1 FROM retention_disposalline l JOIN retention_disposal d ON d.id = l.disposal_id
             WHERE l.id = NEW.line_id AND l.child_id = NEW.child_id AND l.outcome = '' AND d.cancelled_at IS NULL
               AND d.ended_at IS NULL AND d.first_by_id IS NOT NULL AND d.second_by_id IS NOT NULL
               AND d.first_by_id <> d.second_by_id AND d.not_before <= NEW."on")
    AND NOT EXISTS (SELECT 1 FROM retention_legalhold h WHERE h.child_id = NEW.child_id AND h.to_on IS NULL)
    AND NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.child_id = NEW.child_id AND c.closed_on IS NULL)"""
NOT_SIGNED = "a record is destroyed only at the end of its time, signed by two people, held by nobody"

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION alongside_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {unless}
    RAISE EXCEPTION 'rows of % are written once: record a correction instead', TG_TABLE_NAME;
END $$
"""
POSTGRESQL_ERASING = f"""
CREATE OR REPLACE FUNCTION alongside_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF {SIGNED} THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION '{NOT_SIGNED}';
END $$
"""


def statements(vendor: str, tables: tuple[str, ...] = WRITTEN_ONCE) -> list[str]:
    """The SQL that lays every trigger for a database of this vendor (``sqlite`` or ``postgresql``)."""
    return [one for table in tables for one in (_postgresql if vendor == "postgresql" else _sqlite)(table)]


def _postgresql(table: str) -> list[str]:
    unless = MAY_GO.get(table, "")
    if unless:
        unless = f"IF TG_OP = 'DELETE' THEN IF {unless} THEN RETURN OLD; END IF; END IF;"
    laid = [
        POSTGRESQL_FUNCTION.format(name="written_once", unless=""),
        POSTGRESQL_FUNCTION.format(name=f"{table}_written_once", unless=unless),
    ]
    events = "DELETE" if table in CHANGES_ELSEWHERE else "UPDATE OR DELETE"
    for event, each, function in (
        (events, "ROW", f"{table}_written_once"),
        ("TRUNCATE", "STATEMENT", "written_once"),
    ):
        name = f"{table}_written_once_{each.lower()}"
        laid.append(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        laid.append(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION alongside_{function}()"
        )
    return laid


def _sqlite(table: str) -> list[str]:
    refused = (
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are written once: record a correction instead'); END"
    )
    laid = []
    for event in EVENTS:
        if event == "UPDATE" and table in CHANGES_ELSEWHERE:
            continue
        when = f"WHEN NOT {MAY_GO[table]} " if event == "DELETE" and table in MAY_GO else ""
        name = f"{table}_written_once_{event.lower()}"
        laid.append(f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {table} {when}{refused}")
    return laid


def erasing_statements(vendor: str) -> list[str]:
    """The SQL that guards the one way through."""
    if vendor == "postgresql":
        return [
            POSTGRESQL_ERASING,
            f"DROP TRIGGER IF EXISTS retention_erasing_is_signed ON {ERASING}",
            f"CREATE TRIGGER retention_erasing_is_signed BEFORE INSERT OR UPDATE ON {ERASING} "
            "FOR EACH ROW EXECUTE FUNCTION alongside_erasing()",
        ]
    refused = f"BEGIN SELECT RAISE(ABORT, '{NOT_SIGNED}'); END"
    return [
        f"CREATE TRIGGER IF NOT EXISTS retention_erasing_is_signed BEFORE INSERT ON {ERASING} "
        f"WHEN NOT ({SIGNED}) {refused}",
        f"CREATE TRIGGER IF NOT EXISTS retention_erasing_stays BEFORE UPDATE ON {ERASING} {refused}",
    ]


def erasing_names(vendor: str) -> set[str]:
    """The names of the triggers that must guard the one way through."""
    return {"retention_erasing_is_signed", *(() if vendor == "postgresql" else ("retention_erasing_stays",))}


def names(vendor: str, tables: tuple[str, ...] = WRITTEN_ONCE) -> set[str]:
    """The names of the triggers that must be there."""
    kinds = ("row", "statement") if vendor == "postgresql" else ("update", "delete")
    every = {f"{table}_written_once_{kind}" for table in tables for kind in kinds}
    if tables is WRITTEN_ONCE:
        every |= erasing_names(vendor)
    return every - {f"{table}_written_once_update" for table in CHANGES_ELSEWHERE}


def lay(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers on every registered table that exists. Safe to repeat."""
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        tables = tuple(table for table in WRITTEN_ONCE if table in present)
        laid = statements(connection.vendor, tables)
        if ERASING in present:
            laid += erasing_statements(connection.vendor)
        for statement in laid:
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
        for name in erasing_names(connection.vendor):
            on = f" ON {ERASING}" if connection.vendor == "postgresql" else ""
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
