"""What leaves: decks, papers, workbooks, links that show one object."""
