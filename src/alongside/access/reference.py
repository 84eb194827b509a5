"""The reference of who may see and do what, generated from the policies."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.access.policies import POLICIES
from alongside.access.policy import Policy, Reason


def as_markdown() -> str:
    """Every policy: the action, and each reason for which it is allowed or denied."""
    lines = [
        "# Who may see and do what",
        "",
        f"Every page and every act asks one of these {len(POLICIES)} policies. A policy allows its action when one of its",
        "reasons holds and none of its denials does. The same expression makes the list, decides about the one",
        "record, and gives the reason in words on the page. Whoever has no reason is told that the page is not found.",
    ]
    for about in dict.fromkeys(policy.about for policy in POLICIES):
        lines += ["", f"## About {_a(about)}", ""]
        lines += ["| policy | allows one to | because | never when |", "| --- | --- | --- | --- |"]
        lines += [_row(policy) for policy in POLICIES if policy.about == about]
    return "\n".join(lines)


def _row(policy: Policy) -> str:
    return (
        f"| `{policy.id}` | {policy.action} {_a(policy.about)} "
        f"| {_reasons(policy.allow)} | {_reasons(policy.deny)} |"
    )


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _reasons(reasons: Iterable[Reason]) -> str:
    return "; or ".join(reason.words for reason in reasons)
