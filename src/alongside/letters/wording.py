"""The words of letters: plain, one text for each kind and audience, which an area may write anew.

``# `` begins the title, ``## `` a heading, ``- `` a line of a list; an empty line ends a paragraph. ``{child}`` is
a field, and the fields are a closed list. That is all there is: words cannot reach the record, only name a field of
what was already decided that this reader may see. A paragraph with an empty field is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from alongside.refusals import Refusal

FIELD = re.compile(r"\{([^{}]*)\}")
TITLE, HEADING, TEXT, ITEM = "title", "heading", "text", "item"
MARKS = {"# ": TITLE, "## ": HEADING, "- ": ITEM}
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or line of a list. fields: those its words came from, besides the area's own."""

    kind: str
    words: str
    fields: tuple[str, ...] = ()

    def kept(self) -> dict[str, object]:
        return {"kind": self.kind, "words": self.words, "fields": list(self.fields)}


def block_from(kept: Mapping[str, object]) -> Block:
    """A block that was kept."""
    fields = kept.get("fields")
    return Block(str(kept["kind"]), str(kept["words"]), tuple(fields) if isinstance(fields, list) else ())


def fields_in(words: str) -> list[str]:
    """The fields that a text names, in order, each once."""
    return list(dict.fromkeys(FIELD.findall(words)))


def check_words(words: str, may_hold: Iterable[str]) -> None:
    """Raises Refusal for a text that is no letter: no title, a brace left open, a field that there is not."""
    allowed = sorted(may_hold)
    if len(words) > LONGEST:
        raise Refusal("This is too long for a letter.", f"It has {len(words)} characters; {LONGEST} is the most.",
                      "Shorten it.", field="words")  # fmt: skip
    if not words.lstrip().startswith("# "):
        raise Refusal("There is no title.", "The first line of a letter is its title, after “# ”.",
                      "Begin with a line such as “# What the assessment decided”.", field="words")  # fmt: skip
    if unknown := [one for one in fields_in(words) if one not in allowed]:
        raise Refusal(
            f"There is no field {{{unknown[0]}}}.", "This letter may name only what its reader may see: "
            + ", ".join(f"{{{one}}}" for one in allowed) + ".", "Take it out, or write it as words.", field="words",
        )  # fmt: skip
    if "{" in FIELD.sub("", words) or "}" in FIELD.sub("", words):
        raise Refusal("A brace stands alone.", "Braces go around the name of a field, such as {child}.",
                      "Close it, or take it out.", field="words")  # fmt: skip


def fill(words: str, values: Mapping[str, str]) -> list[Block]:
    """A text with its fields filled. What names an empty field is left out, and so is a heading over nothing.

    Raises KeyError for a field that is not among the values.
    """
    return list(_with_something_under(_filled(words, values)))


def _filled(words: str, values: Mapping[str, str]) -> Iterator[Block]:
    for kind, written in _parts(words):
        fields = tuple(fields_in(written))
        if any(not values[name].strip() for name in fields):
            continue
        alone = FIELD.fullmatch(written.strip())
        if alone:
            # A field by itself keeps its own lines: each a paragraph, or a line of the list.
            for line in values[alone.group(1)].splitlines():
                if line.strip():
                    yield Block(kind, line.strip(), fields)
            continue
        yield Block(kind, FIELD.sub(lambda found: values[found.group(1)].strip(), written), fields)


def _parts(words: str) -> Iterator[tuple[str, str]]:
    paragraph: list[str] = []
    for line in [*words.splitlines(), ""]:
        mark = next((one for one in MARKS if line.startswith(one)), "")
        if mark or not line.strip():
            if paragraph:
                yield TEXT, " ".join(paragraph)
                paragraph = []
            if mark:
                yield MARKS[mark], line[len(mark) :].strip()
        else:
            paragraph.append(line.strip())


def _with_something_under(blocks: Iterable[Block]) -> Iterator[Block]:
    waiting: Block | None = None
    for block in blocks:
        if block.kind == HEADING:
            waiting = block
            continue
        if waiting:
            yield waiting
            waiting = None
        yield block


def brought_along(kind: str, audience: str) -> str:
    """The text of a kind for an audience that comes with the service."""
    return OURS[(kind, audience)].strip() + "\n"


NOT_HAPPY = """
## If you do not agree

Tell {lead}, or anyone who helps you. They write down what you say, and you get an answer. You can also make a
complaint to {area}.
"""
OPENING = "Dear {to},\n"
END = "\n{lead}\n\n{team}, {area}\n"
FOR_A_CHILD = """
## If you want to say something

You can tell {lead} what you think, also if you do not agree. You can ask an advocate to help you. An advocate is
somebody who is on your side and helps you to be heard.
"""

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
    ("assessment-referrer", "referrer"): f"""# What was done after your referral

{OPENING}
You told us that you were worried about a child. Since then:

{{done}}
{END}""",
    ("enquiries-begin", "child"): f"""# We are worried about you, and want to find out more

{OPENING}
Somebody has told us something that makes us worried about you. On {{day}} people who know you, the police and health
talked about it. Now {{lead}} will find out more. {{lead}} would like to talk with you.

{{why}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("enquiries-begin", "parent"): f"""# We are making enquiries about {{child}}

{OPENING}
On {{day}} children's social care, the police and health talked together. They decided that enquiries begin under section
47 of the Children Act 1989, because there is reason to think that {{child}} may be suffering, or likely to suffer,
significant harm.

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
On {{day}} {{child}} was taken into police protection under section 46 of the Children Act 1989. It can last 72 hours at
the most.

## Why

{{why}}

{{say}}
{NOT_HAPPY}{END}""",
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

People who work with {{child}} put together what they know, hear from you and from {{child}}, and decide whether {{child}} is
likely to suffer significant harm. If so, they agree a plan with you.

{{why}}

## Who comes

{{chair}} chairs it, and would like to talk with you before.

- {{others}}

You can bring a friend, somebody from your family, an advocate or a solicitor, to support you. Tell {{lead}} if you need an
interpreter, child care or help to get there.

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

## How you can say “I don't agree”

{{disagree}}

{{say}}
{FOR_A_CHILD}{END}""",
    ("plan", "parent"): f"""# The child protection plan of {{child}}

{OPENING}
On {{day}} the conference decided on a child protection plan for {{child}}. Its category is: {{category}}.

## What must change, and who does what

- {{needs}}

The core group meets on {{core_group}}.

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
On {{day}} the review conference decided: {{outcome}}.

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
On {{day}} the child protection plan of {{child}} ended: {{outcome}}.

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
    ("responsibility-accepted", "authority"): f"""# We accept responsibility for {{child}}

{OPENING}
{{accepts}}
{END}""",
    ("before-proceedings", "parent"): f"""# Letter before proceedings about {{child}}

{OPENING}
This letter is important. {{area}} is so worried about {{child}} that we may go to court. Take this letter to a solicitor at
once.

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
This is the written record of our assessment.

## Needs for support

{{needs}}

## Is the care that {{child}} gives appropriate?

{{appropriate}}

## How the needs can be met

{{met}}

{{say}}
{NOT_HAPPY}{END}""",
    **{
        ("other", audience): f"""# {{title}}

{OPENING}
{{say}}
{END}"""
        for audience in ("referrer", "child", "parent", "agency", "authority")
    },
}
