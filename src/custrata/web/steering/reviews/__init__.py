"""Reviews: agendas, minutes while they are held, minutes as they are kept."""
