"""How long records are kept, and what a person may ask of their own."""
