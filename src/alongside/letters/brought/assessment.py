"""What an assessment decided, and a young carer's own."""

from __future__ import annotations

from alongside.letters.brought.parts import END, FOR_A_CHILD, NOT_HAPPY, OPENING

OURS: dict[tuple[str, str], str] = {
    ("assessment-outcome", "child"): f"""# What we decided

{OPENING}
We talked with you and with people who know you, to find out how things are for you and what would help. On {{day}} we
decided.

{{why}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("assessment-outcome", "parent"): f"""# What the assessment of {{child}} decided

{OPENING}
We have finished our assessment. On {{day}} we decided: {{outcome}}.

## Why

{{why}}

## What happens next

{{next}}

{{say}}
{NOT_HAPPY}{END}""",
    ("assessment-outcome", "agency"): f"""# What the assessment of {{child}} decided

{OPENING}
You work with {{child}}. On {{day}} the assessment was concluded: {{outcome}}.

## Reasons

{{reasons}}

{{why}}

## What happens next

{{next}}

{{say}}

If you do not agree, say so to {{lead}}; local procedures say how to take it further.
{END}""",
    ("young-carer", "child"): f"""# What we found about your caring

{OPENING}
We talked with you about how you look after somebody in your family.

## What help you need

{{needs}}

## The care you give

{{appropriate}}

## What we will do

{{met}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("young-carer", "parent"): f"""# The assessment of {{child}} as a young carer

{OPENING}
A young carer is a child who looks after somebody. This is the written record of what we found.

## Needs for support

{{needs}}

## Is the care that {{child}} gives appropriate?

{{appropriate}}

## How the needs can be met

{{met}}

{{say}}
{NOT_HAPPY}{END}""",
    ("young-carer", "named"): f"""# The assessment of {{child}} as a young carer

{OPENING}
{{child}}, or a parent, asked us to give you this written record of our assessment.

## Needs for support

{{needs}}

## Is the care that {{child}} gives appropriate?

{{appropriate}}

## How the needs can be met

{{met}}

{{say}}
{END}""",
    ("assessment-copy", "child"): f"""# Your copy of what we found out

{OPENING}
We talked with you and with people who know you. What we found out is written down. A copy of it is with this letter.

{{taken_out}}

{{say}}

You can ask {{lead}} to read it with you.
{FOR_A_CHILD}{END}""",
    ("assessment-copy", "parent"): f"""# Your copy of the assessment of {{child}}

{OPENING}
We finished our assessment on {{day}}. A copy of it is with this letter.

{{taken_out}}

If something in it is wrong, tell {{lead}}. It is put right, or what you say is kept with it.

{{say}}
{NOT_HAPPY}{END}""",
}
