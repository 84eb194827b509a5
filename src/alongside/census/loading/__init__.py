"""Putting a return into records: one transaction for each child, and the same again changes nothing.

Policy, beside that of reading (``census.problems``):

- Only what the return says is recorded. Where a record needs words the return does not have, they say
  that it does not say.
- Some things happened on a day the return does not give: what a referral was followed by, or that an
  enquiry ended. They are dated on the last day by which the return shows them to have happened, their
  words say so, and no time limit is measured by them.
- A limit is measured only where the return tells enough: both its ends, and nothing left out between.
  Each entry lists the limits it is too little for.
- A child is loaded whole or not at all. Nobody's work is overwritten: a return that says something
  different about a child whose record others have worked on since, or who was here before, is a
  conflict; it is reported, and nothing of it is loaded.
- A later return adds what is new. In a return of the same year or later, details of the child and the
  category of a plan are brought up to date. A step that was loaded and is now told differently, or is
  gone from another file of the same year, is a conflict.
"""
