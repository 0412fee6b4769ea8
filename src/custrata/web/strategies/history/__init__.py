"""Every revision of a strategy: who, when, what changed; compared, restored, taken back."""
