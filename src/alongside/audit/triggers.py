"""What the database itself holds about the chains, on both engines.

A row is taken only where it follows the end of its chain, and moves that end on. The end moves in no
other way. Rows are never removed: that is in ``alongside.written_once``. They are changed in one way only:
once the time of its kind is over, what a row says gives way to its digest (``alongside.audit.removing``).
"""

from __future__ import annotations

import re

from django.db.backends.base.base import BaseDatabaseWrapper

from alongside.audit.reading import REST
from alongside.audit.verifying import KEPT_YEARS, LONGEST_YEARS

REFUSED = "rows of audit_row are written once: record a correction instead"
SAME = " AND ".join(
    f"NEW.{name} = OLD.{name}" for name in ("area", "lane", "number", "at", "action", "previous", "hash")
)
EMPTIED = """NEW.actor IS NULL AND NEW.about IS NULL AND NEW.actor_kind = 'removed' AND OLD.actor_kind <> 'removed'
    AND NEW.about_kind = '' AND NEW.page = '' AND NEW.ground = '[]'"""


def _of_old(vendor: str) -> str:
    """The fields that are removed, as they were."""
    return re.sub(r"\b(actor|actor_kind|about|about_kind|page|ground|details)\b", r"OLD.\1", REST[vendor])


def _years(words: str) -> str:
    """For how long a row is kept, by its action, as the database says such a time."""
    cases = " ".join(f"WHEN '{action}' THEN {words.format(years)}" for action, years in KEPT_YEARS.items())
    return f"(CASE OLD.action {cases} ELSE {words.format(LONGEST_YEARS)} END)"


POSTGRESQL = {
    "audit_row_keeps": (
        "audit_row",
        "BEFORE UPDATE",
        "ROW",
        f"""
        IF {SAME} AND {EMPTIED} AND OLD.at < now() - {_years("interval '{} years'")}
           AND NEW.details = '{{"rest":"' || encode(sha256(convert_to({_of_old("postgresql")}, 'UTF8')), 'hex') || '"}}' THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION '{REFUSED}';""",
    ),
    # For the statement and not for each row: thousands of rows written at once move each end once.
    "audit_row_follows": (
        "audit_row",
        "AFTER INSERT",
        "STATEMENT",
        """
        IF (SELECT count(*) FROM fresh) < 2 THEN
            UPDATE audit_head h SET number = f.number, hash = f.hash FROM fresh f
             WHERE h.area = f.area AND h.lane = f.lane AND h.number = f.number - 1 AND h.hash = f.previous;
            IF NOT FOUND AND EXISTS (SELECT 1 FROM fresh) THEN
                RAISE EXCEPTION 'a row of the audit must follow the end of its chain';
            END IF;
            RETURN NULL;
        END IF;
        IF EXISTS (
            SELECT 1 FROM (SELECT area, lane, number, previous, lag(number) OVER w AS n, lag(hash) OVER w AS was
                             FROM fresh WINDOW w AS (PARTITION BY area, lane ORDER BY number)) f
              LEFT JOIN audit_head h USING (area, lane)
             WHERE f.number IS DISTINCT FROM coalesce(f.n, h.number) + 1
                OR f.previous IS DISTINCT FROM coalesce(f.was, h.hash)) THEN
            RAISE EXCEPTION 'a row of the audit must follow the end of its chain';
        END IF;
        UPDATE audit_head h SET number = f.number, hash = f.hash
          FROM (SELECT DISTINCT ON (area, lane) * FROM fresh ORDER BY area, lane, number DESC) f
         WHERE h.area = f.area AND h.lane = f.lane;
        RETURN NULL;""",
    ),
    "audit_head_begins": (
        "audit_head",
        "BEFORE INSERT",
        "ROW",
        """
        IF NEW.number <> 0 OR NEW.hash <> repeat('0', 64) THEN
            RAISE EXCEPTION 'the end of a chain of the audit moves only with its rows';
        END IF;
        RETURN NEW;""",
    ),
    "audit_head_moves": (
        "audit_head",
        "BEFORE UPDATE OR DELETE",
        "ROW",
        """
        IF TG_OP = 'DELETE' OR pg_trigger_depth() < 2 THEN
            RAISE EXCEPTION 'the end of a chain of the audit moves only with its rows';
        END IF;
        RETURN NEW;""",
    ),
    "audit_head_stays": (
        "audit_head",
        "BEFORE TRUNCATE",
        "STATEMENT",
        "RAISE EXCEPTION 'the end of a chain of the audit moves only with its rows';",
    ),
}

SQLITE = {
    "audit_row_keeps": f"""BEFORE UPDATE ON audit_row WHEN NOT ({SAME} AND {EMPTIED}
        AND OLD.at < datetime('now', {_years("'-{} years'")})
        AND NEW.details = '{{"rest":"' || SHA256({_of_old("sqlite")}) || '"}}')
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
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
            f"CREATE TRIGGER {name} {event} ON {table} "
            f"{'REFERENCING NEW TABLE AS fresh' if event == 'AFTER INSERT' else ''} "
            f"FOR EACH {each} EXECUTE FUNCTION alongside_{name}()",
        ]
    return laid


def names(vendor: str) -> set[str]:
    """The names of the triggers that must be there."""
    return set(POSTGRESQL if vendor == "postgresql" else SQLITE)


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
