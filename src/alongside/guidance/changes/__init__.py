"""What each edition changed of the one before, a module for each pair, and what could not be established."""
