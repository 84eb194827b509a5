"""The home of partner agencies: what concerns them, and what is asked of them."""
