"""/cms/dich/: the board, sending, the translator's screen, files and terms. Every view asks for the rights itself."""
