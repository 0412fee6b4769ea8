"""The whole site by one command: migrations, server, worker; backup and restore."""
