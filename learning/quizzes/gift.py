"""GIFT, Moodle's text format for questions: what is read, and what is named as a problem. Pure.

Moodle's own reading decides: question/format/gift/format.php (readquestion) and question/format.php (readquestions), and for
{>…} core's question/type/ordering. Where Moodle would take nonsense in silence (two questions without an empty line between them
become one whose text ends in braces; {#abc} takes any answer), we name the line and take nothing.

A description, which in Moodle stands between questions, opens the text of the question after it. Categories are passed over. The
comment "// [tag:any-tones]" or "// [tag:exact-case]" before a short text keeps the two settings that GIFT has no sign for.
"""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext

from learning.quizzes.gift_answers import read_answers
from learning.quizzes.gift_text import Unreadable, hide_escapes, read_line, read_text, show_escapes, split_format
from learning.quizzes.gift_writer import write
from learning.quizzes.imported import Answer, ImportedQuestion, Parsed, one_line
from learning.quizzes.scoring import comparable

__all__ = ["read", "write"]

BLANK = "_____"  # for the missing word


@dataclass
class _Block:
    """What stands between two empty lines."""

    line: int = 0
    text: str = ""
    tags: set[str] = field(default_factory=set)


@dataclass
class _Descriptions:
    """Texts waiting for the question they introduce."""

    line: int = 0
    texts: list[str] = field(default_factory=list)

    def add(self, line: int, text: str) -> None:
        self.line = self.line if self.texts else line
        self.texts.append(text)


def read(text: str) -> Parsed:
    """The good questions in order, and a problem for each that was left out."""
    parsed, waiting = Parsed(), _Descriptions()
    for block in _whole(_blocks(text), parsed):
        try:
            _read_block(block, parsed, waiting)
        except Unreadable as reason:
            parsed.refuse(block.line, str(reason), show_escapes(block.text))
    if waiting.texts:
        parsed.refuse(waiting.line, gettext("No question follows this text. Add answers in braces: {=right ~wrong}."), waiting.texts[0])
    if not parsed.questions and not parsed.problems:
        parsed.refuse(1, gettext("There is no question here. Paste text in the GIFT format."))
    parsed.problems.sort(key=lambda problem: problem.line)
    return parsed


def _blocks(text: str) -> list[_Block]:
    """Comment lines are taken out; they neither part questions nor belong to one."""
    blocks, block = [], _Block()
    for number, line in enumerate([*re.split("\r\n|\r|\n", text.removeprefix("\ufeff")), ""], 1):
        line = line.strip()
        if line.startswith("//"):
            block.tags.update(re.findall(r"\[tag:([^\]]+)\]", line))
        elif line:
            block.line = block.line or number
            block.text += ("\n" if block.text else "") + line
        else:
            if block.text:
                block.text = hide_escapes(block.text).strip()
                blocks.append(block)
            block = _Block()
    return blocks


def _whole(blocks: list[_Block], parsed: Parsed) -> list[_Block]:
    """Without those that an empty line inside the braces tore apart: Moodle would take their middle for a description."""
    whole, place = [], 0
    while place < len(blocks):
        block = blocks[place]
        place += 1
        if "{" in block.text and "}" not in block.text:
            parsed.refuse(block.line, gettext("The braces are not closed, or an empty line stands inside them. Correct that."), show_escapes(block.text))
            after = ((index, brace) for index in range(place, len(blocks)) if (brace := re.search("[{}]", blocks[index].text)))
            closing, brace = next(after, (place, None))
            if brace and brace.group() == "}":
                place = closing + 1
        else:
            whole.append(block)
    return whole


def _read_block(block: _Block, parsed: Parsed, waiting: _Descriptions) -> None:
    if block.text.startswith("$CATEGORY:"):
        if "\n" in block.text:
            raise Unreadable(gettext("A question stands right under $CATEGORY. Put an empty line between them."))
        return
    name, text = _split_name(block.text)
    if "{" not in text and "}" not in text:
        waiting.add(block.line, read_text(text))
        return
    head, answers, tail = _split_braces(text)
    head = (head + (BLANK + tail if tail else "")).strip()
    form = split_format(head)[0]
    answers, _, general = answers.rpartition("####") if "####" in answers else (answers, "", "")
    found = read_answers(answers.strip(), form)
    question = ImportedQuestion(text=read_text(head), feedback=read_line(general, form), name=name, line=block.line, **found)
    if question.kind == "text":
        question.tones, question.case = "any-tones" not in block.tags, "exact-case" in block.tags
        question.answers = _first_of_each(question)
    if question.text and waiting.texts:
        question.text = "\n\n".join([*waiting.texts, question.text])
    if parsed.take(question):
        waiting.texts.clear()


def _first_of_each(question: ImportedQuestion) -> list[Answer]:
    """Moodle takes the first answer that fits: another that counts as the same never has its turn."""
    found: dict[str, Answer] = {}
    for answer in question.answers:
        found.setdefault(comparable(answer.value, tones=question.tones, case=question.case), answer)
    return list(found.values())


def _split_name(text: str) -> tuple[str, str]:
    if not text.startswith("::"):
        return "", text
    name, closed, rest = text[2:].partition("::")
    return (one_line(show_escapes(name)), rest.strip()) if closed else ("", name)


def _split_braces(text: str) -> tuple[str, str, str]:
    start, end = text.find("{"), text.find("}")
    if start < 0 or end < start:
        raise Unreadable(gettext("The braces do not pair. Write { before the answers and } after them; in a text put a backslash before each."))
    head, answers, tail = text[:start], text[start + 1 : end], text[end + 1 :]
    if "{" in tail or "}" in tail:
        raise Unreadable(gettext("There are more braces after the answers. Put an empty line between two questions."))
    return head, answers, tail
