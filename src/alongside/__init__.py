"""Alongside: software for working together to safeguard children in England."""

__version__ = "0.1.0"
