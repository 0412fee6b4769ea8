"""The canvas: five zones, twelve blocks, edited where they stand."""
