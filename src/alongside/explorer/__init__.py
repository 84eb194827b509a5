"""The guidance, to read: every rule, paragraph and text on pages of its own."""
