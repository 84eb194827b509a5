"""Enquiries, police protection, and the letters before a court is asked."""

from __future__ import annotations

from alongside.letters.brought.parts import END, FOR_A_CHILD, NOT_HAPPY, OPENING

OURS: dict[tuple[str, str], str] = {
    ("enquiries-begin", "child"): f"""# We are worried about you, and want to find out more

{OPENING}
Somebody has told us something that makes us worried about you. On {{day}} people who know you, the police and health
talked about it. Now {{lead}} will find out more. {{lead}} would like to talk with you.

{{why}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("enquiries-begin", "parent"): f"""# We are making enquiries about {{child}}

{OPENING}
On {{day}} children's social care, the police and health talked together. There is reason to think that {{child}} may be
suffering, or is likely to suffer, significant harm. That means harm that is serious for a child.

So enquiries begin. To make enquiries means to find out more. Section 47 of the Children Act 1989 asks us to do it.

## Why

{{why}}

## What happens next

{{lead}} will talk with you and with {{child}}, and with people who know your family. You will be told what was found.

{{say}}
{NOT_HAPPY}{END}""",
    ("police-protection", "child"): f"""# You are in police protection

{OPENING}
On {{day}} a police officer decided that you must be somewhere safe for now. It can last 72 hours at the most.

{{why}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("police-protection", "parent"): f"""# {{child}} is in police protection

{OPENING}
On {{day}} {{child}} was taken into police protection. That means that a police officer decided that {{child}} must be
somewhere safe for now. Section 46 of the Children Act 1989 lets them. It can last 72 hours at the most.

## Why

{{why}}

{{say}}
{NOT_HAPPY}{END}""",
    ("responsibility-accepted", "authority"): f"""# We accept responsibility for {{child}}

{OPENING}
{{accepts}}
{END}""",
    ("before-proceedings", "parent"): f"""# Letter before proceedings about {{child}}

{OPENING}
This letter is important. {{area}} is so worried about {{child}} that we may ask a court to decide. A case in court is
called proceedings. You can still change what happens. Take this letter to a solicitor at once.

{{lawyer}}

## What we are worried about

{{concerns}}

## What must change

{{expectations}}

## What help you will get

{{support}}

## A meeting of your family

{{family_group}}

## Our meeting with you

{{meeting}}

## What may happen if nothing changes

{{consequences}}
{NOT_HAPPY}{END}""",
    ("police-protection", "authority"): f"""# {{child}} is in police protection

{OPENING}
On {{day}} {{child}} was taken into police protection under section 46 of the Children Act 1989. You are told because
{{child}} was found in your area, or lives there.

{{why}}

{{say}}

Tell {{lead}} at once what you know of {{child}}, and who answers for your authority.
{END}""",
    ("moves-in-need", "authority"): f"""# {{child}}, a child in need, moves to your area

{OPENING}
{{child}} has help from us under section 17 of the Children Act 1989, and moves to your area.

{{moved}}

## What we send you

{{sent}}

## Until you take over

{{meanwhile}}

Please look at the needs of {{child}} again soon, with {{child}} and the family. Tell {{lead}} who takes it on.
{END}""",
}
