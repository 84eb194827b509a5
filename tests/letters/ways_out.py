"""Where everything that can carry something out stands: each page, operation, message, event and command by its channel.

Pages of a namespace that stands here are asked by themselves. A new namespace, operation, message or command fails
``test_channels`` until somebody says here by which channel it goes out, or why it holds no home and no number.
"""

from __future__ import annotations

import re
from pathlib import Path

import alongside

#: Where those who may read the record see where the family lives and how to reach them, because they must know it.
MAY_SHOW = {
    "desk:people": "where everybody lives, and how they are reached",
    "family:change-contact": "the number that is changed",
    "letters:send": "the home a letter is posted to; a protected one is not shown even there",
    "retention:one-request": "the record itself, before what is covered is decided",
    "retention:decide": "the words that are proposed to be covered",
    "retention:pack": "the record itself, as it was signed by two",
    "retention:pack-file": "the record itself, as it was signed by two",
}
CHILD, CHRONOLOGY, PRINT = "pages of the child", "chronologies", "pages to print"
DRAWN, BESIDE, CONFERENCES = "the family drawn", "beside the case and supervision", "conferences"
PARTNERS, GUESTS, LISTS = "partners' pages", "guest and public pages", "lists"
#: The channel of each namespace of pages; and of single pages that go out by another than the rest of theirs.
SPACES = {
    "desk": CHILD, "assessments": CHILD, "care": CHILD, "closure": CHILD, "early_help": CHILD, "family_help": CHILD,
    "need_to_know": CHILD, "plans": CHILD, "referrals": CHILD, "section47": CHILD, "visits": CHILD, "letters": CHILD,
    "retention": CHILD, "matching": CHILD, "analysis": CHRONOLOGY, "family": DRAWN, "strands": BESIDE, "supervision": BESIDE,
    "contexts": BESIDE, "conferences": CONFERENCES, "conference_day": CONFERENCES, "partners": PARTNERS, "sharing": PARTNERS,
    "front_door": GUESTS, "api": LISTS, "drafts": LISTS, "audit": LISTS, "legal_status": CHILD,
    "explorer": LISTS, "replay": LISTS,
}  # fmt: skip
SINGLE = {
    "desk:timeline": CHRONOLOGY, "desk:family-chronology": CHRONOLOGY, "desk:timeline-print": PRINT,
    "desk:family-chronology-print": PRINT, "plans:print": PRINT, "plans:for-the-child-print": PRINT,
    "family:network-print": PRINT, "front_door:ask-partners": CHILD, "front_door:checks": CHILD,
    **dict.fromkeys(("desk:my-work", "desk:team", "partners:home", "sharing:shared", "referrals:mine"), LISTS),
}  # fmt: skip
#: Pages that say nothing of any child.
OF_NOBODY = ("account_", "password_", "mfa_", "gallery:", "signing_in:", "briefings:", "improvement:")
#: Pages about one child that only prove who somebody is first, or only send elsewhere.
NOT_ASKED: dict[str, str] = {}


def channel_of(name: str) -> str:
    """The channel of a page. Raises KeyError, with what to do, for a page that stands nowhere."""
    if name in SINGLE:
        return SINGLE[name]
    if name.startswith(OF_NOBODY):
        return ""
    space, _, _ = name.partition(":")
    if space not in SPACES:
        raise KeyError(
            f"{name} stands in no channel. Say in tests/letters/ways_out.py, under SPACES, by which channel the pages of "
            f"“{space}” go out; or under OF_NOBODY, if they say nothing of any child."
        )
    return SPACES[space]


#: What the channel “the interface for systems” asks of each operation: its path, with {child} for the reference.
OPERATIONS_ASKED = {
    "api:children": "children", "api:child": "children/{child}", "api:chronology": "children/{child}/chronology",
    "api:details": "children/{child}/details", "api:deadlines": "children/{child}/deadlines",
    "api:due": "due", "api:information": "information/{key}", "api:referral": "referrals/{key}",
    "api:police-notices-receipt": "police-notices/{key}", "api:nowhere": "nowhere/{child}", "api:tell": "children/{child}/information",
    "api:referrals": "referrals", "api:police-notices": "police-notices",
}  # fmt: skip
OPERATIONS_OF_NOBODY = {
    "api:areas": "areas", "api:rules": "the rules", "api:rule": "a rule", "api:subscriptions": "the caller's own addresses",
    "api:subscription": "the caller's own address", "api:description": "the description of the interface",
}  # fmt: skip

#: Every place that sends an e-mail, tells somebody in the service, or tells another system, and what it may say.
#: What each writes is checked in its own tests; here stands that somebody looked at it for homes and numbers.
TELLS = {
    "contexts/services/context.py": "who is named to work on a place, and why: no child",
    "contexts/services/links.py": "that a child is linked to a place: neither name nor reference",
    "section47/services/requests.py": "that a request for a conference was answered, and waits or not: a name",
    "closure/services.py": "that work with a child ended: a reference",
    "conferences/services/arrange.py": "who is kept away, by name",
    "conferences/services/book.py": "an invitation: keys", "desk/administration/practitioners.py": "an account",
    "desk/away.py": "who covers for whom", "front_door/checks.py": "that something is asked: keys",
    "front_door/following.py": "that somebody is not happy: a reference",
    "front_door/sending.py": "to whoever wrote: a code, and a link", "front_door/undelivered.py": "that a message did not go",
    "letters/dispatch.py": "that a letter is there: its title", "need_to_know/emergencies.py": "that a record was opened: a reference",
    "need_to_know/managing.py": "that something waits: names of those who work", "partners/services/chase.py": "that an answer is waited for",
    "partners/services/chase_reports.py": "that a report is waited for", "partners/services/guests.py": "a link and a code",
    "partners/services/send_information.py": "that information came: keys", "partners/services/transfers.py": "that a file is there",
    "partners/telling.py": "that something is there to read: keys", "referrals/services.py": "a referral: keys",
    "referrals/telling.py": "to the referrer: what the decision says they are told, looked through before it goes",
    "sharing/services.py": "that something was shared or asked: keys", "strands/telling.py": "that a step was recorded: a name",
    "plans/services/reword.py": "an action: keys", "plans/contents.py": "an action: keys",
}  # fmt: skip
SENDS = re.compile(r"(?<!def )\b(?:send_email|notify|happened|send_webhook)\((?!\s*when\b)")
#: The doors themselves, and words that look alike.
DOORS = {
    "outbox/services.py", "outbox/events.py", "notices/services.py", "deadlines/clocks.py", "strands/reading.py",
    "strands/views.py", "family_help/services/contents.py", "retention/disposing.py",
}  # fmt: skip


def places_that_tell() -> set[str]:
    """Every module of ours that sends a message, a notice or an event."""
    here = Path(alongside.__file__).parent
    found = {
        str(path.relative_to(here)) for path in here.rglob("*.py")
        if "migrations" not in path.parts and SENDS.search(path.read_text(encoding="utf-8"))
    }  # fmt: skip
    return found - DOORS


#: What commands print, and why it holds no home and no number; “timeliness” is asked as a channel too.
COMMANDS = {
    "accounts_close_unused": "accounts", "area_add": "an area", "audit_checkpoint": "digests",
    "audit_dispose": "rows of the audit, which holds no words", "audit_export": "the audit, asked as a channel",
    "audit_searched": "keyed digests of what was searched", "audit_verify": "digests",
    "deadlines_rebuild": "nothing is printed but counts", "demo": "made-up people", "docs": "the code",
    "guidance_brief": "the guidance, which names nobody", "guidance_replay": "references, days and counts",
    "import_cin_census": "what came in, by its own reference", "import_police_notices": "counts",
    "matching_find_duplicates": "counts", "matching_rebuild": "counts", "matching_train": "weights", "migrate": "tables",
    "outbox_send": "messages, asked as a channel", "retention_dispose": "certificates, which hold digests",
    "retention_simulate": "references and days", "serve": "the pages", "silences_set": "an area's own figures", "timeliness": "days and counts",
    "work": "messages, asked as a channel",
}  # fmt: skip
