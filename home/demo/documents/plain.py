"""Ready messages as a plain text, to be copied on any phone."""

from home.demo.documents import blocks


def make(text: dict) -> bytes:
    lines = [text["title"], text["summary"], ""]
    for part in text["parts"]:
        lines += [part["title"], ""]
        for block in blocks.parse(part["text"]):
            lines += [*blocks.words(block), ""]
    return ("\n".join(lines).strip() + "\n").encode()
