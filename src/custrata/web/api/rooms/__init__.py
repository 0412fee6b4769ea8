"""The operations of the API, a room each."""
