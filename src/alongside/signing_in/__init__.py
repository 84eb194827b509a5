"""Signing in with a second factor, and how long a sign-in lasts."""
