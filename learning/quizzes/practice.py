"""What a practice quiz sends along, so that the phone can say at once whether an answer is right. Never for a graded quiz."""

from typing import Any


def fields_of_right(number: int, question: dict[str, Any]) -> str:
    """The fields of the right answer as a form would send them; several that are right alike apart by a space.

    Empty where only the server can tell (number, text).
    """
    name, kind = f"c{number}", question["kind"]
    options = list(enumerate(question.get("options", ())))
    if kind in ("single", "truefalse"):
        return " ".join(f"{name}={index}" for index, option in options if option["weight"] >= 100)
    if kind == "several":
        fields = [(name, index) for index, option in options if option["weight"] > 0]
    elif kind == "matching":
        fields = [(f"{name}-{index}", option["match"]) for index, option in options]
    elif kind == "ordering":
        fields = [(f"{name}-{index}", option["place"] + 1) for index, option in options]
    else:
        fields = []
    return "&".join(f"{field}={value}" for field, value in fields)
