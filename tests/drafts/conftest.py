"""Browsers in which somebody signed in, as signing in has them."""

from tests.signing_in.conftest import signed_in

__all__ = ["signed_in"]
