"""The key of a quiz is one for all its languages."""


def take_key(translation) -> None:
    pass


def give_key(source) -> list:
    return []
