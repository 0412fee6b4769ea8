"""Own data by the API: files, what they mean, builds, and the rows that were set aside."""
