class Unreadable(ValueError):
    """A file that cannot be taken, with a sentence that says what to do."""
