"""Acts and regulations the guidance stands on, where they set a limit or a duty of their own."""
