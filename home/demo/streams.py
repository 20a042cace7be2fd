"""Stream data of the demonstration's pages: raw JSON with ids that are the same on every machine."""

import json
import uuid

from home.demo import reading
from home.demo.gallery import Gallery

NAMESPACE = uuid.UUID("6f3b2a52-3c1e-4a5e-9a53-0d6f0a3b7c11")


class Streams:
    """The streams of one page: `seed` says which, and where in it their ids come from."""

    def __init__(self, gallery: Gallery, seed: str):
        self.gallery, self.seed = gallery, seed

    def id(self, place: str) -> str:
        return str(uuid.uuid5(NAMESPACE, f"{self.seed}/{place}"))

    def stream(self, values, name: str) -> str:
        """values: pairs of a block's kind and its value."""
        rows = [{"type": kind, "value": value, "id": self.id(f"{name}/{n}")} for n, (kind, value) in enumerate(values)]
        return json.dumps(rows, ensure_ascii=False)

    def items(self, lines, name: str) -> str:
        return self.stream([("item", line) for line in lines], name)

    def picture(self, row) -> dict:
        name = row["picture"]
        return {"image": self.gallery[name].pk, "alt_text": row.get("picture_alt") or self.gallery.alt(name), "decorative": False}

    def body(self, rows) -> str:
        values = []
        for row in rows:
            kind, words = row["kind"], row.get("text", [])
            if kind in {"text", "tip", "warning"}:
                value = reading.html(words)
            elif kind == "heading":
                value = words[0] if isinstance(words, list) else words
            elif kind == "picture":
                value = {"picture": self.picture(row), "caption": row.get("caption", "")}
            elif kind == "quote":
                value = {
                    "text": " ".join(words) if isinstance(words, list) else words,
                    "who": row["who"],
                    "source": row.get("source", ""),
                    "example": row.get("example", False),
                }
            else:
                value = {name: row.get(name, "") for name in ("label", "before", "after", "unit")}
            values.append((kind, value))
        return self.stream(values, "body")
