"""Whether two records are of the same person, and joining and parting them."""
