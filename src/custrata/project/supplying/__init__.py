"""Raw data come in: files are received, looked at, their meaning corrected, what was left out shown."""
