"""Working Together, chapter 2: multi-agency arrangements. Only what is encoded so far: requests for information, and leaving a school's roll."""
