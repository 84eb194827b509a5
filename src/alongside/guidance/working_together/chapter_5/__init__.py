"""Working Together, chapter 5: learning from serious child safeguarding incidents."""
