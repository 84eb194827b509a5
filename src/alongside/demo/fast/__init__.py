"""Lives written down as plain steps, and two ways to play them.

A script is what happened to one family, in order: who said or decided what, when. ``through_acts`` plays
it through the domain's own acts, one at a time. ``in_bulk`` builds the rows those acts would have left
behind and writes thousands at once. ``tests/demo/test_fast_path_equals_acts.py`` plays scripts that
between them hold every step both ways and compares every row of every table.
"""
