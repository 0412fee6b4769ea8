"""What one act of a person makes of the strategy: a finding let stand, a decision taken, a test planned."""
