"""The kernel: what a rule is, before any rule is written.

``sources`` (texts and places in them), ``dated`` (values with a history), ``calendar``
(working days), ``spans`` (lengths of time) and ``rules`` (the six kinds of rule).
"""
