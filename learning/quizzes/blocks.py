"""The blocks of a quiz's questions."""

from wagtail import blocks


class QuestionsBlock(blocks.StreamBlock):
    single = blocks.StructBlock([])
