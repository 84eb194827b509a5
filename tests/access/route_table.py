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
    **_all("read-child", "desk:child", "referrals:again", "need_to_know:declare"),
    **_all(
        "read-record", "desk:timeline", "desk:timeline-print", "desk:entry", "desk:people", "desk:decisions",
        "desk:due-dates", "desk:why", "visits:visits", "visits:visit", "family_help:plan", "family_help:reviews",
        "section47:strategy-discussion", "section47:enquiry", "conferences:history", "conferences:conference",
    ),
    **_all("correct-entry", "desk:correct-entry"),
    **_all("explain-access", "desk:who-can-see", "desk:who-has-looked", "need_to_know:explain"),
    **_all(
        "change-details", "family:change-details", "family:add-name", "family:add-identifier", "family:add-relative",
        "family:end-relationship", "family:living-with", "family:change-address", "family:note-danger",
        "family:end-danger",
    ),
    **_all("record-referral-work", *KEYED),
    **_all("allocate", "referrals:allocate"),
    **_all("record-visit", "visits:record-seen", "visits:record-not-seen"),
    **_all(
        "keep-child-in-need-plan", "family_help:start", "family_help:change", "family_help:done",
        "family_help:review", "family_help:end",
    ),
    **_all("read-assessment", "assessments:assessment", "assessments:signed"),
    **_all(
        "write-assessment", "care:return-home", "assessments:start", "assessments:send",
        "assessments:explain-over-run", "assessments:section", "assessments:autosave", "assessments:versions",
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
        "section47:end-order", "section47:record-assessment-order", "section47:end-assessment-order",
    ),
    **_all(
        "read-plan", "plans:plan", "plans:one-plan", "plans:for-the-child", "plans:for-the-child-print",
        "plans:core-groups", "plans:print",
    ),
    **_all(
        "keep-plan", "plans:write-for-the-child", "plans:record-core-group", "plans:change", "plans:end", "plans:tell"
    ),
    **_all(
        "record-conference", "conferences:book", "conferences:chair", "conferences:move-notified",
        "conferences:record-initial", "conferences:record-transfer-in", "conferences:record-review",
        "conferences:report", "conferences:cancel", "partners:guest-links", "partners:withdraw-guest",
    ),
    **_all("read-conference-reports", "conferences:booking"),
    **_all("close-case", "closure:close"),
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
