"""Slides: each begins with its title, or its number where it has none. Speakers' notes stay with the speaker."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from learning.library.extraction.archive import RELATIONSHIP, Archive
from learning.library.extraction.blocks import Block, Found, Heading, Item, Paragraph, Run, Runs, Table, plain, words

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LARGEST = 20_000_000  # bytes of one slide's XML


def slides(archive: Archive) -> list[str]:
    """In the order of the show; hidden ones too."""
    main = archive.main("ppt/presentation.xml")
    targets = {key: target for key, (kind, target) in archive.relations(main).items() if kind == "slide"}
    named = (one.get(f"{RELATIONSHIP}id", "") for one in archive.tree(main).iter(f"{P}sldId"))
    return [targets[key] for key in named if key in targets and archive.has(targets[key])]


def slide_blocks(slide: Element, number: int) -> Iterator[Block]:
    shapes = list(slide.iter(f"{P}sp"))
    title = next((words(text_of(shape)) for shape in shapes if role(shape) in {"title", "ctrTitle"}), "").replace("\n", " ").strip()
    yield Heading(1, plain(title or str(number)))
    for shape in in_order(slide):
        if shape.tag == f"{A}tbl":
            yield Table(rows(shape))
        elif role(shape) not in {"title", "ctrTitle", "sldNum", "dt", "ftr"}:
            yield from paragraphs(shape)


def in_order(slide: Element) -> Iterator[Element]:
    return (element for element in slide.iter() if element.tag in {f"{P}sp", f"{A}tbl"})


def role(shape: Element) -> str:
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return "" if placeholder is None else placeholder.get("type", "body")


def paragraphs(shape: Element) -> Iterator[Block]:
    listed = role(shape) == "body"
    for paragraph in shape.iter(f"{A}p"):
        look = paragraph.find(f"{A}pPr")
        kinds = {child.tag for child in look} if look is not None else set()
        runs = list(runs_of(paragraph))
        if f"{A}buAutoNum" in kinds:
            yield Item(runs, ordered=True)
        elif f"{A}buChar" in kinds or (listed and f"{A}buNone" not in kinds):
            yield Item(runs)
        else:
            yield Paragraph(runs)


def rows(table: Element) -> Iterator[list[Runs]]:
    return ([text_of(cell) for cell in row.findall(f"{A}tc")] for row in table.findall(f"{A}tr"))


def text_of(element: Element) -> Runs:
    runs: Runs = []
    for paragraph in element.iter(f"{A}p"):
        runs += [Run("\n"), *runs_of(paragraph)] if runs else runs_of(paragraph)
    return runs


def runs_of(paragraph: Element) -> Iterator[Run]:
    for child in paragraph:
        if child.tag == f"{A}br":
            yield Run("\n")
        elif child.tag in {f"{A}r", f"{A}fld"}:
            properties = child.find(f"{A}rPr")
            look = {} if properties is None else properties.attrib
            yield Run(child.findtext(f"{A}t") or "", look.get("b") in {"1", "true"}, look.get("i") in {"1", "true"})


def blocks(path: str, found: Found) -> Iterator[Block]:
    with Archive(path) as archive:
        names = slides(archive)
        found.pages = len(names)
        found.pictures = sum(name.startswith("ppt/media/") for name in archive.namelist())
        for number, name in enumerate(names, 1):
            yield from slide_blocks(archive.tree(name, LARGEST), number)
