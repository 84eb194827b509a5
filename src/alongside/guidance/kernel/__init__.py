"""The kernel: what a rule is, before any rule is written.

``sources`` (texts and places in them), ``dated`` (values with a history), ``calendar``
(working days), ``spans`` (lengths of time) and ``rules`` (the seven kinds of rule),
``changes`` (what one edition changed of another) and ``briefing`` (actions, words and questions for those who
have to know).
"""
