"""What whoever made a referral is told."""

from __future__ import annotations

from alongside.letters.brought.parts import END, OPENING

OURS: dict[tuple[str, str], str] = {
    ("referral-received", "referrer"): f"""# We have your referral

{OPENING}
Thank you for telling us that you are worried about a child. We had your referral on {{day}}.

Your reference is {{reference}}. A practice supervisor or manager decides within one working day what happens next, and
we tell you what was decided.

{{say}}

## If you hear nothing

Ask us, and quote the reference. If you are still not satisfied, ask for a manager. If a child is in danger now, ring 999.
{END}""",
    ("referral-decided", "referrer"): f"""# What was decided on your referral

{OPENING}
This is about the referral that we had from you. The reference is {{reference}}.

{{told}}

{{say}}

## If you are not satisfied

Tell us why. If you still do not agree, your local procedures say how to take it further.
{END}""",
    ("assessment-referrer", "referrer"): f"""# What was done after your referral

{OPENING}
You told us that you were worried about a child. Since then:

{{done}}
{END}""",
}
