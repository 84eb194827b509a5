"""Looking after an area: its agencies, teams, practitioners, bank holidays and closed records."""
