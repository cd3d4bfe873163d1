"""The agenda: what takes the time of one colleague or of the team, read over a day, a week or a month."""
