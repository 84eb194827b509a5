"""The words that come with the service, by kind and audience: see ``wording`` for how they are written."""

from __future__ import annotations

from alongside.letters.brought import assessment, conference, front_door, protection
from alongside.letters.brought.parts import END, OPENING

OURS: dict[tuple[str, str], str] = {
    **front_door.OURS,
    **assessment.OURS,
    **protection.OURS,
    **conference.OURS,
    **{
        ("other", audience): f"""# {{title}}

{OPENING}
{{say}}
{END}"""
        for audience in ("referrer", "child", "parent", "agency", "authority", "named")
    },
}
