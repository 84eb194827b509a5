"""Composition: settings, addresses, the server's start and sign-in. It knows every app; no app knows it."""
