"""How many orders lie ahead of a customer who is alive today?"""
