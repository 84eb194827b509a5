"""Working Together, chapter 4: organisational responsibilities."""
