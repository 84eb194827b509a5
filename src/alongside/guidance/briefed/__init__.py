"""What briefings hold beside the changes: possible actions, words and abbreviations, questions for staff."""
