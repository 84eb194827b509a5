"""Conferences and the plans they make."""

from __future__ import annotations

from alongside.letters.brought.parts import END, FOR_A_CHILD, NOT_HAPPY, OPENING

OURS: dict[tuple[str, str], str] = {
    ("conference-invitation", "child"): f"""# A meeting about you

{OPENING}
People who help you will meet to talk about how you are, and what must change so that you are safe. It is on {{when}}.

You can come to all of it or a part of it, and you can bring somebody. An advocate can say for you what you want said.
You can also write it down or draw it. The person who leads the meeting is {{chair}}, who would like to meet you before.

{{why}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("conference-invitation", "parent"): f"""# Invitation to a child protection conference about {{child}}

{OPENING}
You are invited to {{conference}} on {{when}}.

It takes place at {{place}}.

## What it is for

A child protection conference is a meeting. People who work with {{child}} put together what they know, and hear from
you and from {{child}}. They decide whether {{child}} is likely to suffer significant harm. That means harm that is serious
for a child. If so, they agree a plan with you.

{{why}}

## Who comes

{{chair}} chairs it, and would like to talk with you before.

- {{others}}

You can bring somebody to support you: a friend, somebody from your family, an advocate or a solicitor. An advocate is
somebody who is on your side and helps you to be heard. Tell {{lead}} if you need an interpreter, child care or help to
get there.

{{say}}
{NOT_HAPPY}{END}""",
    ("conference-invitation", "agency"): f"""# Invitation to a child protection conference about {{child}}

{OPENING}
You are invited to {{conference}} on {{when}}, at {{place}}, chaired by {{chair}}.

Please send a written report before it, whether or not you come. Keep apart what you have seen, what you are told and what
you think.

{{why}}

## Who is invited

- {{others}}

{{say}}
{END}""",
    ("plan", "child"): f"""# Our plan for you

{OPENING}
On {{day}} people met to talk about how to keep you safe. They made a plan.

## What we are worried about

{{worries}}

## What grown-ups promised

{{promises}}

## Who helps you

{{helps}}

## What happens next

{{what_next}}

## How you can say “I don't agree”

{{disagree}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("plan", "parent"): f"""# The child protection plan of {{child}}

{OPENING}
On {{day}} the conference, the meeting about {{child}}, decided on a child protection plan. The plan says what must change
so that {{child}} is safe. Its category is the kind of harm that people worry about: {{category}}.

## What must change, and who does what

- {{needs}}

The core group is you and the people who carry out the plan. It meets on {{core_group}}.

The plan is looked at again on {{review}}.

{{say}}
{NOT_HAPPY}{END}""",
    ("plan", "agency"): f"""# The child protection plan of {{child}}

{OPENING}
On {{day}} the conference decided on a child protection plan for {{child}}. Its category is: {{category}}.

## What must change, and who does what

- {{needs}}

The core group meets on {{core_group}}.

The review is on {{review}}.

{{say}}

Tell {{lead}} at once if something promised cannot be done, or if you see something that worries you.
{END}""",
    ("review-outcome", "child"): f"""# What was decided about your plan

{OPENING}
People met on {{day}} to see whether things are better for you.

{{why}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("review-outcome", "parent"): f"""# What the review conference about {{child}} decided

{OPENING}
The review conference is the meeting that looks at the plan again. On {{day}} it decided: {{outcome}}.

## Why

{{why}}

The next review is on {{review}}.

{{say}}
{NOT_HAPPY}{END}""",
    ("review-outcome", "agency"): f"""# What the review conference about {{child}} decided

{OPENING}
On {{day}} the review conference decided: {{outcome}}.

## Reasons

{{reasons}}

{{why}}

The next review is on {{review}}.

{{say}}
{END}""",
    ("plan-ended", "child"): f"""# Your plan has ended

{OPENING}
On {{day}} the plan to keep you safe ended.

{{why}}

{{help}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("plan-ended", "parent"): f"""# The child protection plan of {{child}} has ended

{OPENING}
On {{day}} the child protection plan of {{child}} ended: {{outcome}}. The plan said what had to change so that {{child}} is
safe.

## Why

{{why}}

## Help that goes on

{{help}}

{{say}}
{NOT_HAPPY}{END}""",
    ("plan-ended", "agency"): f"""# The child protection plan of {{child}} has ended

{OPENING}
On {{day}} the child protection plan of {{child}} ended: {{outcome}}.

{{why}}

## Help that goes on

{{help}}

{{say}}
{END}""",
    ("conference-outcome", "child"): f"""# What people decided at the meeting about you

{OPENING}
On {{day}} people met to talk about how you are, and what would help. They decided that you do not need a plan to keep
you safe.

{{why}}

{{help}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("conference-outcome", "parent"): f"""# What the conference about {{child}} decided

{OPENING}
On {{day}} the conference, the meeting about {{child}}, decided: {{outcome}}.

## Why

{{why}}

## Help that goes on

{{help}}

{{say}}
{NOT_HAPPY}{END}""",
    ("conference-outcome", "agency"): f"""# What the conference about {{child}} decided

{OPENING}
On {{day}} the conference decided: {{outcome}}.

## Reasons

{{reasons}}

{{why}}

## Help that goes on

{{help}}

{{say}}
{END}""",
    ("help-plan", "child"): f"""# Our plan to help you

{OPENING}
You, your family and people who help you made a plan together.

## What will be different

- {{change}}

## What grown-ups promised, and by when

- {{promises}}

We look at the plan together again on {{review}}.

{{say}}

## If it isn’t working

Tell {{lead}}, or any grown-up you trust. They write down what you say, and you hear back.
{FOR_A_CHILD}{END}""",
    ("help-plan", "parent"): f"""# The plan to help {{child}} and your family

{OPENING}
This is the plan that you agreed with us.

## What it is for

{{aims}}

## What will be different, and who does what

- {{needs}}

## What is asked of you

{{expectations}}

We look at the plan together again on {{review}}. You can say at any time that it is not working.

{{say}}
{NOT_HAPPY}{END}""",
    ("help-plan", "agency"): f"""# The plan to help {{child}}

{OPENING}
You work with {{child}}. The family agreed to this plan.

## What it is for

{{aims}}

## What will be different, and who does what

- {{needs}}

## What is asked of the family

{{expectations}}

The plan is looked at again on {{review}}.

{{say}}

Tell {{lead}} at once if something promised cannot be done.
{END}""",
    ("moves-on-plan", "authority"): f"""# {{child}}, who has a child protection plan, moves to your area

{OPENING}
{{child}} has a child protection plan here, and moves to your area. Its category is: {{category}}.

{{moved}}

## What we send you

{{sent}}

## Until your conference

{{meanwhile}}

From the day you have this letter you have 15 working days to hold a conference. Our plan goes on until then. Tell
{{lead}} the day, and what the conference decides.
{END}""",
}
