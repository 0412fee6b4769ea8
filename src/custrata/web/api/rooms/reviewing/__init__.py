"""Reviews by the API: due ones, agendas, reviews while they are held, minutes."""
