"""How an organisation judges itself against the guidance, over time, and what it plans to do. About no child."""
