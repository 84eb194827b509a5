"""Pages of a child protection plan."""
