"""What many letters begin and end with."""

from __future__ import annotations

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
