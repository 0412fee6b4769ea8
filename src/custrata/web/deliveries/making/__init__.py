"""What is made: decks, papers, pages and books, in the background, kept until somebody deletes them."""
