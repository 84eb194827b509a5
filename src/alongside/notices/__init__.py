"""What somebody has to be told inside the service, and whether they have seen it."""
