"""What the database itself holds about the chains, on both engines.

A row is taken only where it follows the end of its chain, and moves that end on. The end moves in no
other way. Rows are never changed or removed: that is in ``alongside.written_once``.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

POSTGRESQL = {
    "audit_row_follows": (
        "audit_row", "BEFORE INSERT", "ROW", """
        UPDATE audit_head SET number = NEW.number, hash = NEW.hash
         WHERE area = NEW.area AND lane = NEW.lane AND number = NEW.number - 1 AND hash = NEW.previous;
        IF NOT FOUND THEN RAISE EXCEPTION 'a row of the audit must follow the end of its chain'; END IF;
        RETURN NEW;""",
    ),
    "audit_head_begins": (
        "audit_head", "BEFORE INSERT", "ROW", """
        IF NEW.number <> 0 OR NEW.hash <> repeat('0', 64) THEN RAISE EXCEPTION 'the end of a chain of the audit moves only with its rows'; END IF;
        RETURN NEW;""",
    ),
    "audit_head_moves": (
        "audit_head", "BEFORE UPDATE OR DELETE", "ROW", """
        IF TG_OP = 'DELETE' OR pg_trigger_depth() < 2 THEN RAISE EXCEPTION 'the end of a chain of the audit moves only with its rows'; END IF;
        RETURN NEW;""",
    ),
    "audit_head_stays": ("audit_head", "BEFORE TRUNCATE", "STATEMENT", "RAISE EXCEPTION 'the end of a chain of the audit moves only with its rows';"),
}  # fmt: skip

SQLITE = {
    "audit_row_follows": """BEFORE INSERT ON audit_row WHEN NOT EXISTS (
        SELECT 1 FROM audit_head WHERE area = NEW.area AND lane = NEW.lane
           AND number = NEW.number - 1 AND hash = NEW.previous)
        BEGIN SELECT RAISE(ABORT, 'a row of the audit must follow the end of its chain'); END""",
    "audit_row_leads": """AFTER INSERT ON audit_row BEGIN
        UPDATE audit_head SET number = NEW.number, hash = NEW.hash WHERE area = NEW.area AND lane = NEW.lane;
        END""",
    "audit_head_begins": """BEFORE INSERT ON audit_head WHEN NEW.number <> 0 OR NEW.hash <> '0000000000000000000000000000000000000000000000000000000000000000'
        BEGIN SELECT RAISE(ABORT, 'the end of a chain of the audit moves only with its rows'); END""",
    "audit_head_moves": """BEFORE UPDATE ON audit_head WHEN NEW.number <> OLD.number + 1 OR NOT EXISTS (
        SELECT 1 FROM audit_row WHERE area = OLD.area AND lane = OLD.lane AND number = NEW.number
           AND hash = NEW.hash AND previous = OLD.hash)
        BEGIN SELECT RAISE(ABORT, 'the end of a chain of the audit moves only with its rows'); END""",
    "audit_head_stays": """BEFORE DELETE ON audit_head
        BEGIN SELECT RAISE(ABORT, 'the end of a chain of the audit moves only with its rows'); END""",
}


def lay(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers, where the tables are there. Safe to repeat."""
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        if not {"audit_row", "audit_head"} <= present:
            return
        for statement in statements(connection.vendor):
            cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, so that a demonstration or a test's tables can be cleared; ``lay`` lays them again."""
    with connection.cursor() as cursor:
        for name in names(connection.vendor):
            on = f" ON {POSTGRESQL[name][0]}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def statements(vendor: str) -> list[str]:
    """The SQL that lays every trigger for a database of this vendor (``sqlite`` or ``postgresql``)."""
    if vendor != "postgresql":
        return [f"CREATE TRIGGER IF NOT EXISTS {name} {body}" for name, body in SQLITE.items()]
    laid: list[str] = []
    for name, (table, event, each, body) in POSTGRESQL.items():
        laid += [
            f"CREATE OR REPLACE FUNCTION alongside_{name}() RETURNS trigger LANGUAGE plpgsql "
            f"AS $$ BEGIN {body} END $$",
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} {event} ON {table} FOR EACH {each} EXECUTE FUNCTION alongside_{name}()",
        ]
    return laid


def names(vendor: str) -> set[str]:
    """The names of the triggers that must be there."""
    return set(POSTGRESQL if vendor == "postgresql" else SQLITE)
