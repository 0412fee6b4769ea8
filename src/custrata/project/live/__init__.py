"""Questions about customers that people ask and wait for: of the snapshot, held open."""
