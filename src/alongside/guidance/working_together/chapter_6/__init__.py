"""Working Together, chapter 6: child death reviews."""
