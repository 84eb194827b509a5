"""Working Together, chapter 1: a shared responsibility. Only what is encoded so far: sharing information."""
