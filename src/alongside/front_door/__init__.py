"""Referrals from anybody, police notices, and checks with partners."""
