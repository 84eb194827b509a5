"""The papers and pages around a conference's day: what its chair reads, what each member is given, the wall, the letters."""
