"""Settings by the API: what a build computes with, who belongs to a workspace, who is invited, the log."""
