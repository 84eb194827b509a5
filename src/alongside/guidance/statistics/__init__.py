"""How the Department for Education counts: its own clocks, beside the guidance's."""
