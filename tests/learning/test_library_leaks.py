"""Words planted everywhere in closed documents: whoever may not read these finds them at no address, neither in a body nor in a header."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from urllib.parse import unquote, urljoin, urlsplit
from uuid import uuid4
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import get_resolver
from wagtail.models import Collection, CollectionViewRestriction

from config.languages import LANGUAGES
from home.kits import packing
from home.kits.contents import Made
from home.kits.packages import inside
from learning.library.models import CollectionAudience, LibraryDocument, LibraryPage, Reading
from members.models import Unit
from tests import factories
from tests.cast import FAR_PROVINCE
from tests.factories.content import place

pytestmark = pytest.mark.django_db
HERE = "http://testserver"
LINK = re.compile(r"""["'>]((?:http://testserver)?/[^"'<>\s]*|\?[\w-]+=[^"'<>\s]*)["'<]""")  # whatever looks like an address, in any attribute or element
OTHERS = tuple(language.prefix for language in LANGUAGES if language.prefix not in {"/", "/en/"})  # their pages are made as these two's are
ASIDE = ("/static/", "/cms/", "/media/images/", *OTHERS)  # files for all, a gate of its own, pictures
OPEN = ("mo", "modoc")
READ = ("modoc", "hv", "cbduoi", "kin")  # handbooks; the others are clips
CLOSED = ("hv", "hvduoi", "cb", "cbduoi", "kin")  # members, below members of one province, officials, the same below, Wagtail's own
CLOSED_TO = {None: CLOSED, "lan": CLOSED[1:], "hoa": ("hvduoi", "cbduoi", "kin")}


def word(spot: str, case: str) -> str:
    """What one may type without giving it away: the first of the two words that stand in a spot."""
    return f"zq{spot}{case}a"


def secret(spot: str, case: str) -> str:
    return f"zq{spot}{case}b"


def planted(spot: str, case: str) -> str:
    return f"{word(spot, case)} {secret(spot, case)}"


KITS = [f"/sinh-hoat/{kit}/{file}" for kit in ("bo-moi", "bo-cu") for file in ("", "tai-ve/", "ap-phich/", "cua-chi-hoi/", "cua-chi-hoi/ap-phich/")]
SPOTS = ("ten", "tomtat", "noi", "phan", "chu", "tep", "the", "coquan", "loi", "phude", "tepphude", "ruot", "bia", "trang", "cu")
TYPED = ("ten", "chu", "tomtat", "tep", "the", "coquan", "loi")  # where a search might look


def make_planted(case: str, collection: Collection, **fields) -> LibraryDocument:
    """Read, with a cover and a picture of a page, tagged, subtitled, and once replaced."""
    name = planted("tep", case)
    kind, ending = ("handbook", "pdf") if case in READ else ("clip", "mp4")
    document = LibraryDocument(collection=collection, kind=kind, title=planted("ten", case), summary=planted("tomtat", case), **fields)
    document.issuing_body, document.transcript = planted("coquan", case), planted("loi", case)
    document.subtitles = ContentFile(f"WEBVTT\n\n{planted('phude', case)}".encode(), name=f"{planted('tepphude', case)}.vtt")
    for content, stem in ((planted("cu", case), f"{name} truoc"), (planted("ruot", case), name)):
        document.file = ContentFile(content.encode(), name=f"{stem}.{ending}")
        document.save()
    document.tags.add(planted("the", case))
    reading = document.reading
    files = {reading.page_picture_name(1): "trang", f"readings/{reading.sha256}-{ending}/cover.webp": "bia"}
    cover = [default_storage.save(path, ContentFile(planted(spot, case).encode())) for path, spot in files.items()][-1]
    Reading.objects.filter(pk=reading.pk).update(state=Reading.State.READ, pages=1, page_pictures=1, cover=cover)
    html = f"<h2>{planted('noi', case)}</h2>"
    reading.parts.create(number=1, title=planted("phan", case), html=html, text=planted("chu", case), weight=100)
    document.save()  # indexed with its text
    return LibraryDocument.objects.get(pk=document.pk)


@pytest.fixture
def documents(tree) -> dict[str, LibraryDocument]:
    """By case: editions of one work under one topic, all of them linked from public pages in every way there is."""
    root = Collection.get_first_root_node()
    far = Unit.objects.get(kind=FAR_PROVINCE[0], code=FAR_PROVINCE[1])
    topic = factories.make_topic(name="Điện thoại", slug="dien-thoai")
    collections = dict.fromkeys(OPEN, root)
    for case in CLOSED:
        above = root.add_child(name=f"Thư mục {case}")
        collections[case] = above.add_child(name="Bên dưới") if case.endswith("duoi") or case == "kin" else above
        if case == "kin":
            CollectionViewRestriction.objects.create(collection=above, restriction_type="login")
        else:
            audience = "members" if case.startswith("hv") else "officials"
            CollectionAudience.objects.create(collection=above, audience=audience, unit=far if case.endswith("duoi") else None)
    languages = dict(zip((*OPEN, *CLOSED), ("vi", "nut", "en", "fr", "hmn", "tyz", "ium"), strict=True))
    work = {"topic": topic, "work_key": uuid4()}
    made = {case: make_planted(case, collections[case], language_code=code, **work) for case, code in languages.items()}
    link_from_pages(tree, list(made.values()))
    return made


def link_from_pages(tree, documents: list[LibraryDocument]) -> None:
    place(tree.vi, LibraryPage(title="Thư viện", slug="thu-vien", summary="Sổ tay và biểu mẫu."))
    related = factories.stream(*(("document", document.pk) for document in documents))
    rich = "".join(f'<p><a linktype="document" id="{document.pk}">mở tệp</a></p>' for document in documents)
    body = factories.stream(("text", rich), *((kind, document.pk) for document in documents for kind in ("document", "clip")))
    course = factories.make_course(intro=rich)
    for document in documents[2:]:
        factories.make_standard(body=body, related_documents=related, narration=document)
    factories.make_lesson(course, steps=1, audio=documents[3], narration=documents[4], related_documents=related)
    factories.make_news(body=body, narration=documents[5])
    link_from_kits(documents)


def link_from_kits(documents: list[LibraryDocument]) -> None:
    """One in a file as it should be, one whose file is from a day on which all was open."""
    kit, old = (factories.make_kit(documents=documents, topic=documents[0].topic, narration=documents[3], slug=slug) for slug in ("bo-moi", "bo-cu"))
    packing.build(kit)
    package = packing.build(old)
    with BytesIO() as target:
        packing.write(target, [Made(document.title, document.file.read()) for document in documents])
        package.file.save("bo-cu.zip", ContentFile(target.getvalue()), save=False)
    package.documents = inside(documents)
    package.save()


def unpacked(content: bytes) -> bytes:
    """Names and contents."""
    archive = ZipFile(BytesIO(content))
    return b"\n".join(part for name in archive.namelist() for part in (name.encode(), archive.read(name)))


class Asker:
    def __init__(self, client: Client):
        self.client, self.answers = client, {}

    def ask(self, address: str, method: str = "GET") -> str:
        """Headers and body in small letters, without the address that was asked for."""
        if (address, method) not in self.answers:
            answer = self.client.generic(method, address)
            assert answer.status_code != 500, address
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if answer.get("Content-Type") == "application/zip":
                body = unpacked(body)
            said = unescape(unquote(f"{answer.headers}\n{body.decode(errors='replace')}")).casefold()
            self.answers[address, method] = said.replace(unquote(urlsplit(address).path).casefold(), "")
            self.raw = f'href="{answer.get("Location", "")}" {body.decode(errors="replace")}'
        return self.answers[address, method]

    def crawl(self, *starts: str, follow: bool) -> Iterator[tuple[str, BeautifulSoup]]:
        """Address and content of the pages with forms: of these, or of all that can be reached from link to link."""
        waiting, met = list(starts), set(starts)
        while waiting:
            address = waiting.pop()
            self.ask(address)
            for link in map(unescape, LINK.findall(self.raw)) if follow else ():
                found = urlsplit(urljoin(HERE + address, link))._replace(fragment="").geturl()
                if found.startswith(f"{HERE}/") and (path := found.removeprefix(HERE)) not in met and not path.startswith(ASIDE):
                    met.add(path)
                    waiting.append(path)
            if "<form" in self.raw:
                yield address, BeautifulSoup(self.raw, "html.parser")

    def found(self, cases) -> set[tuple[str, str]]:
        """(spot, case) of the secrets that it was told."""
        told = "\n".join(self.answers.values())
        return {(spot, case) for case in cases for spot in SPOTS if secret(spot, case) in told}

    def where(self, spot: str, case: str) -> list:
        return [address for address, said in self.answers.items() if secret(spot, case) in said]


def searches(address: str, page: BeautifulSoup) -> Iterator[str]:
    """The addresses of a page's forms, up to the words that are typed into them."""
    for form in page.find_all("form"):
        if (form.get("method") or "get").lower() == "get":
            for field in form.find_all("input", type=["search", "text"]):
                yield f"{urljoin(address, form.get('action') or '')}?{field['name']}="


def library_routes(patterns=None, before: str = "") -> Iterator[str]:
    """All that the site answers below thu-vien/, also what is added after this test was written."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from library_routes(pattern.url_patterns, route)
        elif route.startswith("thu-vien/"):
            yield route


def addresses_of(document: LibraryDocument) -> Iterator[str]:
    """By number and wrong words, since the right ones would be known to whoever asks; and where files lie."""
    values = {"pk": str(document.pk), "slug": "x", "number": "1"}
    for route in library_routes():
        filled = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: values.get(part[1], "1"), route)
        yield f"/{filled}"
    reading = document.reading
    names = [document.subtitles.name, reading.cover.name, reading.page_picture_name(1), *(version.file.name for version in document.versions.all())]
    yield from (f"/media/{name}" for name in names)
    yield from (f"/media/images/../{name}" for name in names)
    yield f"/documents/{document.pk}/{document.filename}"


@pytest.mark.parametrize("who", [None, "lan", "hoa"])
def test_closed_documents_are_found_nowhere(documents, cast, who):
    asker = Asker(Client())
    if who:
        asker.client.force_login(getattr(cast, who))
    forms: set[str] = set()
    starts = ["/", "/en/", "/thu-vien/", "/chu-de/dien-thoai/", "/sitemap.xml", "/robots.txt", "/tin-tuc/rss/", "/khong-co/", "/tim-kiem/", "/toi/"]
    starts += ["/moi-cho-nhom/", "/moi-cho-nhom/rss/", "/en/moi-cho-nhom/rss/", "/chu-de/dien-thoai/rss/", *KITS]
    for address, page in asker.crawl(*starts, follow=who is None):  # public pages are the same bytes for everybody
        forms.update(searches(address, page))
    for document in documents.values():
        for address in addresses_of(document):
            asker.ask(address)
            if address.startswith("/thu-vien/"):
                asker.ask(address, "POST")
    cases = CLOSED_TO[who]
    for form in {form.removeprefix("/en"): form for form in sorted(forms)}.values() or {"/thu-vien/?q="}:
        for case in cases:
            for spot in TYPED if who is None else TYPED[:2]:
                asker.ask(form + word(spot, case))
    leaks = asker.found(cases)
    assert not leaks, {leak: asker.where(*leak)[:3] for leak in leaks}
    assert not [address for address, said in asker.answers.items() for case in cases if f"/thu-vien/{documents[case].pk}-" in said]
    assert [secret("ruot", "modoc") in asker.answers[f"/sinh-hoat/{kit}/tai-ve/", "GET"] for kit in ("bo-moi", "bo-cu")] == [True, False]
    expected = {"ten", "tomtat", "loi", "tep", "ruot", "noi", "bia", "trang"} if who is None else {"ten", "bia", "trang"}
    assert expected <= {spot for spot, _case in asker.found(OPEN)}, "it is blind: of the open documents it found too little"
