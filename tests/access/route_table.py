"""The reviewed table of addresses about a child: which policy each asks. Written from what each page is for."""

from __future__ import annotations


def _all(policy: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, policy)


#: Addresses that name a record about the child by its own key.
KEYED = {
    "referrals:attach-here", "referrals:document", "referrals:decide", "referrals:acknowledge", "referrals:tell",
    "referrals:same-child",
}  # fmt: skip
#: Addresses that name a child whom they open to nobody: one settles what names on record suggest, the other asks
#: a school about its own children and passes over any other reference.
OPEN_NOBODY = {"need_to_know:settle-found", "partners:school-notice-for"}
#: What whoever made a referral goes on being told, on the pages of their own referrals, as docs/decisions/0008
#: says: a seal does not take back the receipt of what they themselves sent.
RECEIPTS = {"desk:home", "desk:my-work", "referrals:mine", "referrals:sent"}

ROUTES: dict[str, str] = {
    **_all("read-child", "desk:child", "referrals:again", "early_help:offer", "need_to_know:declare"),
    **_all(
        "read-record", "desk:timeline", "desk:timeline-print", "desk:family-chronology",
        "desk:family-chronology-print", "analysis:notes", "analysis:note", "supervision:of-child", "desk:entry", "desk:people", "desk:decisions",
        "family:network", "family:network-print",
        "desk:due-dates", "desk:why", "visits:visits", "visits:visit",
        "section47:strategy-discussion", "section47:enquiry", "conferences:history", "conferences:conference",
    ),
    **_all("read-record", "strands:beside", "strands:strand", "strands:earlier"),
    **_all("read-record", "care:looked-after"),
    **_all("read-record", "contexts:of-child", "contexts:one-link"),
    **_all("link-to-context", "contexts:link", "contexts:act-on-link", "contexts:end-let-know"),
    **_all("keep-strands", "strands:start", "strands:step"),
    **_all(
        "disagree", "strands:disagreements", "strands:disagreement", "strands:raise", "strands:disagreement-step"
    ),
    **_all("answer-supervision", "supervision:done"),
    **_all(
        "analyse", "analysis:significant", "analysis:take-back", "analysis:tag", "analysis:take-off",
        "analysis:of-entry", "analysis:write", "analysis:again",
    ),
    **_all("read-record", "letters:documents"),
    **_all(
        "write-letters", "conference_day:afterwards", "letters:begin", "letters:letter", "letters:write", "letters:sign", "letters:send",
        "letters:failed", "letters:not-sent", "letters:translate", "letters:correct", "letters:file", "letters:paper",
    ),
    **_all("release-address", "letters:release"),
    **_all("correct-entry", "desk:correct-entry", "desk:add-to-entry", "strands:correct-step"),
    **_all("read-early-help", "early_help:episode", "early_help:assessment"),
    **_all(
        "keep-early-help", "early_help:refused", "early_help:write-assessment", "early_help:add-member",
        "early_help:end-member", "early_help:choose-lead", "early_help:met", "early_help:step-up", "early_help:end",
    ),
    **_all("step-down", "early_help:step-down"),
    **_all("read-help-plan", "family_help:plan", "family_help:reviews"),
    **_all("explain-access", "desk:who-can-see", "desk:who-has-looked", "need_to_know:explain"),
    **_all(
        "change-details", "family:change-details", "family:add-name", "family:add-identifier", "family:add-relative",
        "family:end-relationship", "family:living-with", "family:add-couple", "family:take-back-couple", "family:change-address", "family:note-danger",
        "family:add-contact", "family:change-contact", "family:nhs-number",
        "family:end-danger",
    ),
    **_all("record-referral-work", *KEYED),
    **_all("allocate", "referrals:allocate"),
    **_all("record-visit", "visits:record-seen", "visits:record-not-seen"),
    **_all(
        "keep-child-in-need-plan", "family_help:start", "family_help:change", "family_help:done",
        "family_help:review", "family_help:end", "family_help:basis",
        "family_help:move", "family_help:passed-on", "family_help:planned-change",
    ),
    **_all("read-assessment", "assessments:assessment", "assessments:signed"),
    **_all(
        "write-assessment", "care:return-home", "care:become", "care:change", "care:cease", "care:two-plans", "assessments:start", "assessments:send",
        "assessments:explain-over-run", "assessments:known", "assessments:section", "assessments:autosave", "assessments:versions",
        "assessments:tell",
    ),
    **_all("approve-assessment", "assessments:return", "assessments:approve"),
    **_all("record-strategy-discussion", "section47:record-strategy-discussion"),
    **_all("record-section-47", "section47:record-step", "section47:conclude", "section47:answer-request"),
    **_all("request-conference", "section47:request-conference"),
    **_all(
        "record-immediate-protection", "section47:immediate-protection", "section47:record-police-protection",
        "section47:end-police-protection", "section47:record-action", "section47:add-to-police-protection",
        "section47:add-to-order", "section47:add-to-assessment-order", "section47:add-to-action",
        "section47:record-other-authority", "section47:record-order", "section47:extend-order",
        "section47:record-exclusion", "section47:end-exclusion", "section47:record-recovery-order", "section47:end-recovery",
        "section47:end-order", "section47:record-assessment-order", "section47:end-assessment-order",
    ),
    **_all(
        "read-plan", "plans:plan", "plans:one-plan", "plans:for-the-child", "plans:for-the-child-print",
        "plans:core-groups", "plans:print", "plans:moves",
    ),
    **_all(
        "keep-plan", "plans:write-for-the-child", "plans:record-core-group", "plans:change", "plans:end", "plans:tell",
        "plans:change-need", "plans:change-action", "plans:move-away", "plans:move-told", "plans:move-contact",
        "plans:move-answer", "plans:end-move", "plans:stay-here", "plans:end-stay", "plans:coming-of-age",
    ),
    **_all(
        "record-conference", "conferences:book", "conferences:chair", "conferences:move-notified",
        "conferences:before-birth", "conferences:keep-away", "conferences:too-few", "partners:ask-again",
        "conference_day:preread", "conference_day:papers", "conference_day:paper", "conference_day:give", "conference_day:wall",
        "conferences:record-initial", "conferences:record-transfer-in", "conferences:record-review",
        "conferences:report", "conferences:cancel", "partners:guest-links", "partners:withdraw-guest",
    ),
    **_all("read-conference-reports", "conferences:booking"),
    **_all("close-case", "closure:close", "closure:child-died"),
    **_all("note-for-named-eyes", "need_to_know:named-eyes", "need_to_know:note-for-named-eyes"),
    **_all("seal", "need_to_know:seal", "need_to_know:keys", "need_to_know:lift-seal"),
    **_all("lift-conflict", "need_to_know:close-to", "need_to_know:lift-conflict"),
    **_all("review-emergency", "need_to_know:review-emergency"),
    **_all("join-records", "matching:another-record"),
    **_all(
        "share-information", "sharing:decisions", "sharing:decide", "sharing:ask", "sharing:decision",
        "sharing:recall", "sharing:withdraw",
    ),
    **_all(
        "ask-partner", "front_door:ask-partners", "front_door:checks", "partners:check-links",
        "partners:withdraw-check-link",
    ),
    **_all("see-part", "partners:child"),
    **_all("send-information", "partners:send-information"),
    **_all("answer-plan-action", "partners:action"),
    **_all(
        "report-to-conference", "partners:invitation", "partners:report", "partners:report-draft",
        "partners:add-to-report",
    ),
    **_all("hold-record", "retention:kept", "retention:hold", "retention:lift-hold"),
    **_all(
        "answer-subject", "retention:asked", "retention:new-request", "retention:one-request", "retention:decide",
        "retention:cover", "retention:sign", "retention:given", "retention:pack", "retention:pack-file",
        "retention:new-rectification", "retention:answer-rectification",
    ),
    **_all(
        "answer-subject", "retention:asked", "retention:new-request", "retention:one-request", "retention:decide",
        "retention:cover", "retention:sign", "retention:given", "retention:pack", "retention:pack-file",
        "retention:new-rectification", "retention:answer-rectification",
    ),
}  # fmt: skip

#: What other systems ask with a token: the method, the address after /api/v1, the permission a token needs, and the
#: policies any one of which lets its post ask about Edie. Nothing in the third place: every good token may.
Operation = tuple[str, str, str, tuple[str, ...]]
OPERATIONS: dict[str, Operation] = {
    "areas": ("GET", "/areas", "", ()),
    "rules": ("GET", "/rules", "", ()),
    "rule": ("GET", "/rules/referral.decision", "", ()),
    "due": ("GET", "/rules/referral.decision/due?starts=2025-04-17", "", ()),
    "send_referral": ("POST", "/referrals", "refer", ()),
    "referral": ("GET", "/referrals/{receipt}", "refer", ()),
    "send_police_notices": ("POST", "/police-notices", "police-notices", ()),
    "police_notices_receipt": ("GET", "/police-notices/{notices}", "police-notices", ()),
    "children": ("GET", "/children", "read-children", ()),
    "child": ("GET", "/children/{child}", "read-children", ("read-record", "see-part")),
    "chronology": ("GET", "/children/{child}/chronology", "read-chronology", ("read-record",)),
    "deadlines": ("GET", "/children/{child}/deadlines", "read-deadlines", ("read-record",)),
    "tell_about_child": ("POST", "/children/{child}/information", "send-information", ("send-information",)),
    "information": ("GET", "/information/{information}", "send-information", ()),
    "details": ("GET", "/children/{child}/details", "change-details", ("change-details",)),
    "set_details": ("PATCH", "/children/{child}/details", "change-details", ("change-details",)),
    "subscriptions": ("GET", "/subscriptions", "hear-events", ()),
    "subscribe": ("POST", "/subscriptions", "hear-events", ()),
    "unsubscribe": ("DELETE", "/subscriptions/{subscription}", "hear-events", ()),
}
#: What belongs to the agency whose system made it, and is there for no other: the primary school's, here.
OF_ITS_OWN = {"referral", "information", "unsubscribe"}
#: Systems by agency and team, and how each stands to Edie; a post as the table of people knows it (matrix_table.py).
SYSTEMS: dict[str, set[str]] = {
    "primary": {"agency", "school", "core-group", "invited"},
    "police": {"agency", "police"},
    "surgery": {"invited"},
    "health": {"core-group"},
    "harbour": {"team"},
    "front-door": {"front-door"},
    "beacon": set(),
    "no team": set(),
    "secondary": set(),
    "nursery": set(),
    "conflicted": set(),
    "elsewhere": set(),
}
