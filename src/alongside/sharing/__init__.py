"""Deciding to share information or not to, asking for it, and agreements about it."""
