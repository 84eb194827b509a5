"""How fast it is, measured so that it can be believed: ``python3 do.py bench``.

Contender and anchor take turns in one run, and what counts is their ratio. Answers are compared before
any time is printed. The anchor is measured against itself too: where that is not near one, the run says
nothing. Nothing here is asserted in seconds; targets are printed beside results.
"""
