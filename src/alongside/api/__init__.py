"""The same service for other systems."""
