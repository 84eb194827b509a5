"""The reference of who is who in the demonstration, generated from its organisation."""

from __future__ import annotations

from alongside.agencies.models import Role
from alongside.demo.organisation import AGENCIES, PASSWORD, STAFF, TEAMS, TRY, email_of


def as_markdown() -> str:
    """Everyone who can sign in to the demonstration, and as what."""
    places = {key: name for key, name, _ in (*AGENCIES, *TEAMS)}
    first = dict(TRY)
    lines = [
        "# People of the demonstration",
        "",
        f"Wrenmouth does not exist, nor does anyone in it. Everybody signs in with the password `{PASSWORD}`, which works",
        "in a demonstration only. Those with something in the last column are the ones to try first.",
        "",
        "| sign in as | who | where | role | try it because she or he |",
        "| --- | --- | --- | --- | --- |",
    ]
    for key, name, place, role, _ in STAFF:
        lines.append(
            f"| `{email_of(key)}` | {name} | {places[place]} | {Role(role).label} | {first.get(key, '')} |"
        )
    return "\n".join(lines)
