"""What an editor should look at before a page goes out. The ground: what a finding is, how a page's content is walked, what it may weigh.

The rules that all types share are in editing.readiness.rules; a type adds its own by BasePage.own_findings().
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page

from pages import references

UNREAD = {"transcript", "search_description", "url_path"}  # text that does not stand on the page
BLOCK_ENDS = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Finding:
    """One thing to look at. path leads to the field in the editor: names of fields and ids of blocks, as Wagtail's own links have them."""

    rule: str
    what: str  # one short sentence
    why: str  # another
    path: tuple[str, ...] = ()  # empty: it is about the whole page
    blocks: bool = False  # the page cannot be published
    ask: str = ""  # what can be ticked off: a kind of editing.readiness.Assurance

    @property
    def fragment(self) -> str:
        return f"#:w:contentpath={'.'.join(self.path)}" if self.path else ""


@dataclass(frozen=True)
class Budget:
    """What a page may weigh before the first scroll, in KB on the wire."""

    html: int  # with the stylesheet in it
    script: int
    total: int


READING = Budget(16, 8, 45)
HOME = Budget(14, 8, 48)
LISTING = Budget(14, 4, 40)
QUIZ = Budget(14, 4, 30)


@dataclass(frozen=True)
class Piece:
    """One value of the page's content, raw, with the block that it belongs to (None for a plain field) and its place in the editor."""

    path: tuple[str, ...]
    value: Any
    block: blocks.Block | None = None
    html: bool = False

    @property
    def sentences_of(self) -> list[str]:
        """Its text, a line for each paragraph."""
        return paragraphs(self.value) if self.html else [line for line in str(self.value).splitlines() if line.strip()]


def kind(model: type[models.Model]) -> type[models.Model]:
    """All page types share one table of identities."""
    return Page if issubclass(model, Page) else model


def paragraphs(html: str) -> list[str]:
    """The plain text of rich text, a string for each paragraph or line of a list."""
    lines = TAG.sub("", BLOCK_ENDS.sub("\n", html or "")).splitlines()
    return [text for line in lines if (text := " ".join(unescape(line).split()))]


def in_block(block: blocks.Block, raw: Any, path: tuple[str, ...]) -> Iterator[Piece]:
    """A structure is told as a whole, then what is in it."""
    if raw in (None, "", [], {}):
        return
    if isinstance(block, blocks.StreamBlock):
        for item in raw:
            if child := block.child_blocks.get(item["type"]):
                yield from in_block(child, item["value"], (*path, item["id"]) if item.get("id") else path)
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            framed = isinstance(item, dict) and "value" in item
            yield from in_block(block.child_block, item["value"] if framed else item, (*path, item["id"]) if framed and item.get("id") else path)
    elif isinstance(block, ImageBlock):
        yield Piece(path, raw, block)
    elif isinstance(block, blocks.StructBlock):
        yield Piece(path, raw, block)
        for name, child in block.child_blocks.items():
            yield from in_block(child, raw.get(name), (*path, name))
    else:
        yield Piece(path, raw, block, html=isinstance(block, blocks.RichTextBlock))


def pieces_of(page: models.Model) -> Iterator[Piece]:
    for each in page._meta.concrete_fields:
        if isinstance(each, StreamField):
            yield from in_block(each.stream_block, getattr(page, each.name).get_prep_value(), (each.name,))
        elif isinstance(each, RichTextField):
            yield from (Piece((each.name,), html, html=True) for html in [getattr(page, each.name)] if html)
        elif isinstance(each, models.TextField) and each.editable and each.name not in UNREAD:
            yield from (Piece((each.name,), text) for text in [getattr(page, each.name)] if text)


@dataclass
class Content:
    """A draft, walked once, with what it points to fetched together."""

    page: Any
    pieces: list[Piece] = field(default_factory=list)

    @classmethod
    def of(cls, page) -> "Content":
        return cls(page, list(pieces_of(page)))

    @property
    def texts(self) -> Iterator[Piece]:
        """What is read as sentences."""
        for piece in self.pieces:
            if piece.html or piece.block is None or isinstance(piece.block, blocks.TextBlock | blocks.CharBlock):
                yield piece

    @property
    def pictures(self) -> Iterator[Piece]:
        return (piece for piece in self.pieces if isinstance(piece.block, ImageBlock) and piece.value.get("image"))

    @property
    def documents(self) -> Iterator[Piece]:
        return (piece for piece in self.pieces if isinstance(piece.block, DocumentChooserBlock))

    def of_kind(self, *kinds: type[blocks.Block]) -> Iterator[Piece]:
        return (piece for piece in self.pieces if isinstance(piece.block, kinds))

    @cached_property
    def words(self) -> int:
        """As Vietnamese counts them: syllables."""
        return sum(len(line.split()) for piece in self.texts for line in piece.sentences_of)

    def links(self) -> Iterator[tuple[tuple[str, ...], type[models.Model], int]]:
        """Every page and document that the content or a field of the page points to, with where it does."""
        for piece in self.pieces:
            if piece.html:
                yield from ((piece.path, model, pk) for model, pk in references.in_html(piece.value))
            elif isinstance(piece.block, blocks.ChooserBlock) and not isinstance(piece.block, ImageChooserBlock) and (pk := references.number(piece.value)):
                yield piece.path, piece.block.model_class, pk
        for each in self.page._meta.local_concrete_fields:
            linked = isinstance(each, models.ForeignKey) and each.editable and not each.remote_field.parent_link
            if linked and getattr(self.page, each.attname) and issubclass(each.related_model, Page):
                yield (each.name,), each.related_model, getattr(self.page, each.attname)

    @cached_property
    def fetched(self) -> dict[type[models.Model], dict[int, Any]]:
        """What links() and the pictures name, one query a model; what is gone is not among them."""
        wanted: dict[type[models.Model], set[int]] = defaultdict(set)
        for _path, model, pk in self.links():
            wanted[kind(model)].add(pk)
        for piece in self.pictures:
            if pk := references.number(piece.value["image"]):
                wanted[piece.block.child_blocks["image"].model_class].add(pk)
        return {model: model._default_manager.in_bulk(keys) for model, keys in wanted.items()}

    def get(self, model: type[models.Model], pk: Any):
        return self.fetched.get(kind(model), {}).get(references.number(pk))
