"""The strategy of a workspace as revisions of blocks, and the canvas on which it is edited."""
