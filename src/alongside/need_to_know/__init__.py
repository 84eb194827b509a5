"""Need to know: sealing records, conflicts of interest, emergencies, and looking after who has access."""
