"""What each page of section 47 asks."""
