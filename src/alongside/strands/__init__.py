"""What runs beside a child's case: private fostering, missing episodes, pre-proceedings and the rest.

One small engine keeps them all; each is a declaration in ``alongside.strands.kinds``.
"""
