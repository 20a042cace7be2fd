"""The key of a quiz is one for all its languages.

When a source is published, what decides the marks goes into every live translation at once: right options, weights, numbers,
order, pass mark, graded or not, and pictures. Words and sounds stay the translation's own, so no Vietnamese is carried along.
Where questions or options were added or removed, the translation keeps its version until somebody translates them; then, or
whenever it is published, it takes the key of the source that is live at that moment.
"""

import json
from collections.abc import Collection
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from config.languages import SOURCE
from pages.blocks import DocumentChooserBlock

WORDS = (blocks.CharBlock, blocks.TextBlock, DocumentChooserBlock)  # a translation's own
SHARED = ("graded", "pass_mark")


def shape(questions: list) -> dict[str, tuple[str, frozenset[str]]]:
    """Question id to kind and the ids of its options or answers; the order does not matter."""
    return {
        each["id"]: (each["type"], frozenset(item["id"] for part in each["value"].values() if isinstance(part, list) for item in part)) for each in questions
    }


def merged(block: blocks.Block, source: Any, translation: Any, own: Collection[str] = (), path: str = "questions") -> Any:
    """Raw value: the source's, with the translation's words. Both have the same shape. own: paths of pictures that the translator chose herself."""
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        theirs = {item["id"]: item["value"] for item in translation}
        return [item | {"value": merged(_child(block, item), item["value"], theirs[item["id"]], own, f"{path}.{item['id']}")} for item in source]
    if isinstance(block, ImageBlock):
        return translation if f"{path}.image" in own else source | {"alt_text": translation.get("alt_text") or ""}
    if isinstance(block, blocks.StructBlock):
        value = {name: merged(child, source[name], translation[name], own, f"{path}.{name}") for name, child in block.child_blocks.items()}
        turned = any(source.get(name) != translation.get(name) for name in ("right", "answer"))
        return value | {name: "" for name in value if turned and name.startswith("feedback")}  # it would praise what is wrong now
    return translation if isinstance(block, WORDS) else source


def _child(block: blocks.StreamBlock | blocks.ListBlock, item: dict) -> blocks.Block:
    return block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[item["type"]]


def give_key(source) -> list:
    """To every live translation of the same shape; those that now have it. Their drafts get it too, question by question."""
    translations = type(source).objects.filter(translation_key=source.translation_key).exclude(pk=source.pk).select_related("locale", "latest_revision")
    given = []
    for translation in translations:
        own = _own_pictures(translation)
        if translation.live and _give(source, translation, own):
            given.append(translation)
        _give_draft(source, translation, own)
    return given


def take_key(translation) -> None:
    """Before a translation is frozen: it may have lain as a draft since before the source's last publication."""
    source = type(translation).objects.filter(translation_key=translation.translation_key, locale__language_code=SOURCE, live=True).first()
    if source:
        _give(source, translation, _own_pictures(translation))


def _give(source, translation, own: Collection[str]) -> bool:
    block = source.questions.stream_block
    theirs = block.settled(source.questions.get_prep_value())
    ours = block.settled(translation.questions.get_prep_value())
    if shape(theirs) != shape(ours):
        return False
    questions = merged(block, theirs, ours, own)
    if questions != ours or any(getattr(source, name) != getattr(translation, name) for name in SHARED):
        translation.questions = translation._meta.get_field("questions").to_python(questions)
        for name in SHARED:
            setattr(translation, name, getattr(source, name))
        translation.save(update_fields=["questions", *SHARED], clean=False)
    return True


def _give_draft(source, translation, own: Collection[str]) -> None:
    """Into the latest revision as it is, so that no word in it is lost and its date still tells whether it is behind the source."""
    revision = translation.latest_revision
    if revision is None or "questions" not in revision.content:
        return
    block = source.questions.stream_block
    theirs = {each["id"]: each for each in block.settled(source.questions.get_prep_value())}
    ours = block.settled(json.loads(revision.content["questions"]))
    same = [each["id"] for each in ours if each["id"] in theirs and shape([each]) == shape([theirs[each["id"]]])]
    carried = {each["id"]: each for each in merged(block, [theirs[key] for key in same], [each for each in ours if each["id"] in same], own)}
    questions = [carried.get(each["id"], each) for each in ours]
    revision.content |= {"questions": json.dumps(questions), **{name: getattr(source, name) for name in SHARED}}
    revision.save(update_fields=["content"])


def _own_pictures(translation) -> set[str]:
    """Paths of what its translator put in the place of the source's."""
    from wagtail_localize.models import SegmentOverride  # its models need ours to be loaded

    overrides = SegmentOverride.objects.filter(locale_id=translation.locale_id, context__object_id=translation.translation_key)
    return set(overrides.values_list("context__path", flat=True))
