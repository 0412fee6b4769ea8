"""The strategy as a workbook with typed cells and definitions."""
