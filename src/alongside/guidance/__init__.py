"""The rules: statutory safeguarding guidance and law as cited, dated values.

Pure Python. Nothing here imports Django, reads a database or looks at the clock,
so the same rules can serve another system.
"""
