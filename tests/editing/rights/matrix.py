"""Every address below /cms/, asked by every role, of its own unit's things and of another's, by GET and by POST.

The answers stand in matrix.tsv, one row an address. To bring it in line after addresses were added, and then to read what has changed:

    .venv/bin/python -m tests.editing.rights.matrix
    git diff tests/editing/rights/matrix.tsv

An address that takes something new needs its value in VALUES below.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from django.db import transaction
from django.template import Template
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLResolver

OWN, OTHER = "own", "other"
MARKS = {OWN: "Kín Giaphu 7391", OTHER: "Kín Quynhnhai 8462"}  # in the title of what is not yet public
TABLE = Path(__file__).with_name("matrix.tsv")
WRITE = "WRITE_MATRIX"  # in the environment: the table is written instead of compared
CMS = "cms/"
HOW = "Run .venv/bin/python -m tests.editing.rights.matrix, read the new row in tests/editing/rights/matrix.tsv by eye, and commit it."
LIKE = {"member": "nobody", "moderator": "editor", "translator": "editor", "keeper": "editor"}  # what one may, the other may
SEES_ALL = {"moderator", "technician"}  # both communes
OWN_AND_OTHER = {"editor", "translator", "keeper"}  # of one commune; to the rest both are the same


@dataclass(frozen=True)
class Address:
    """label: the route without its converters."""

    label: str
    name: str
    params: tuple[str, ...]


def addresses() -> list[Address]:
    found: dict[str, Address] = {}
    for route, name, params in routes(get_resolver()):
        if route.startswith(CMS):
            label = labelled(route.removeprefix(CMS))
            if label not in found or not found[label].name:
                found[label] = Address(label, name, params)
    return sorted(found.values(), key=lambda address: address.label)


def routes(resolver, prefix="", namespace="", params=()) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for pattern in resolver.url_patterns:
        own = (*params, *(getattr(pattern.pattern, "converters", None) or pattern.pattern.regex.groupindex))
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, prefix + str(pattern.pattern), f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace, own)
        else:
            yield prefix + str(pattern.pattern), namespace + pattern.name if pattern.name else "", own


def labelled(route: str) -> str:
    route = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route)
    return re.sub(r"<\w+:(\w+)>", r"<\1>", route).replace("\\.", ".").replace("^", "").replace("$", "")


# What stands for a parameter: an attribute of a side's things, or the value itself after "=". The longest beginning of the label wins.
VALUES = {
    "": {
        "page_id": "page",
        "page_to_move_id": "page",
        "page_pk": "page",
        "parent_page_id": "parent",
        "destination_id": "parent",
        "revision_id": "revision",
        "revision_id_a": "=earliest",
        "revision_id_b": "=latest",
        "image_id": "picture",
        "document_id": "document",
        "doc_id": "document",
        "collection_id": "collection",
        "task_id": "task",
        "task_state_id": "task_state",
        "workflow_state_id": "workflow_state",
        "workflow_pk": "workflow",
        "translation_id": "translation",
        "string_segment_id": "segment",
        "overridable_segment_id": "overridable",
        "translation_source_id": "source",
        "redirect_id": "redirect",
        "session_id": "session",
        "object_id": "page",
        "content_type_app_name": "=news",
        "content_type_model_name": "=newspage",
        "app_label": "=wagtailcore",
        "model_name": "=page",
        "app_name": "=pages",
        "action_name": "=approve",
        "action": "=delete",
        "filter_spec": "=max-165x165",
        "mode": "=form",
        "uidb64": "=x",
        "token": "=x",
        "kind": "=page",
        "key": "page.translation_key",
    },
    "api/main/documents/": {"pk": "document"},
    "api/main/images/": {"pk": "picture"},
    "api/main/pages/": {"pk": "page", "action_name": "=copy"},
    "bo-cau-hoi/": {"pk": "quiz"},
    "bo-cau-hoi/bai-lam/": {"pk": "attempt"},
    "bo-cau-hoi/giay-chung-nhan/": {"pk": "certificate"},
    "collections/": {"pk": "collection"},
    "dich/": {"pk": "translation", "comment_pk": "remark"},
    "dich/gui/": {"pk": "sending"},
    "dich/trang/": {"pk": "live"},
    "documents/chooser/": {"pk": "document"},
    "documents/multiple/": {"uploaded_file_id": "upload_document"},
    "duyet/": {"pk": "task_state"},
    "groups/": {"pk": "group"},
    "hoi-vien/nhap/": {"pk": "run", "kind": "=csv"},
    "huong-dan/": {"slug": "=viet-tin"},
    "images/chooser/": {"pk": "picture"},
    "images/multiple/": {"uploaded_file_id": "upload_picture"},
    "locales/": {"pk": "parent.locale"},
    "localize/": {"app_label": "=pages", "model_name": "=topic", "pk": "topic"},
    "pages/<pk>/": {"pk": "page"},
    "pages/create/": {"app_label": "=news", "model_name": "=newspage"},
    "pages/workflow/": {"page_id": "waiting"},
    "pages/<page_id>/workflow_history/": {"page_id": "waiting"},
    "phan-cong/": {"pk": "role", "member": "user"},
    "settings/": {"model_name": "=navigation", "pk": "=1"},
    "sites/": {"pk": "=1"},
    "snippets/": {"pk": "topic", "revision_id": "topic_revision"},
    "snippets/choose/translating/term/": {"pk": "term"},
    "tag-autocomplete/": {"app_name": "=taggit", "model_name": "=tag"},
    "thong-bao/": {"pk": "notice"},
    "thu-vien/nap/": {"pk": "batch"},
    "thu-vien/phien-ban/": {"pk": "document_version"},
    "thuat-ngu/": {"pk": "term"},
    "tu-word/": {"pk": "from_word", "number": "=1", "name": "=newspage"},
    "unit_chooser/": {"pk": "unit"},
    "users/": {"pk": "user"},
    "viet/": {"form": "=tin", "pk": "page"},
    "viet/<form>/<pk>/lay-lai/": {"pk": "waiting"},
    "viet/anh/": {"pk": "photo"},
    "viet/dong-y/": {"pk": "paper"},
    "workflows/": {"pk": "workflow"},
    "workflows/tasks/": {"pk": "task", "app_label": "=wagtailcore", "model_name": "=groupapprovaltask"},
    "xem-lai/": {"page_id": "live"},
}


def value_of(label: str, param: str, side: SimpleNamespace):
    rules = [(len(start), rule[param]) for start, rule in VALUES.items() if label.startswith(start) and param in rule]
    if not rules:
        raise LookupError(f"{label}: nothing stands for <{param}>. Add it to VALUES in tests/editing/rights/matrix.py. {HOW}")
    rule = max(rules)[1]
    if rule.startswith("="):
        return rule[1:]
    found = side
    for name in rule.split("."):
        found = getattr(found, name)
    return getattr(found, "pk", found)


def path_to(address: Address, side: SimpleNamespace) -> str:
    values = {param: value_of(address.label, param, side) for param in address.params}
    if address.name:
        try:
            return reverse(address.name, kwargs=values)
        except NoReverseMatch:
            pass
    path = re.sub(r"<(\w+)>", lambda found: str(values[found[1]]), address.label)
    return f"/{CMS}{path.replace('.*', 'khong-co')}"


# What stands in a form or behind a question mark: the empty form of the walk would not show it. Each gives (path, body or None).


def in_bulk(model: str, action: str, *what: str):
    def make(side, own):
        return f"/cms/bulk/{model}/{action}/?" + "&".join(f"id={getattr(side, name).pk}" for name in what), {"tags": "x", "mark_as_active": "False"}

    return make


def export(report: str):
    return lambda side, own: (f"/cms/{report}?export=csv", None)


MORE = {
    "pages/<page_id>/copy/ +form": lambda side, own: (
        f"/cms/pages/{side.page.pk}/copy/",
        {"new_title": "Bản chép", "new_slug": "ban-chep", "new_parent_page": own.parent.pk},
    ),
    "pages/<page_id>/copy/ of a live page, +form": lambda side, own: (
        f"/cms/pages/{side.live.pk}/copy/",
        {"new_title": "Bản chép", "new_slug": "ban-chep-2", "new_parent_page": own.parent.pk},
    ),
    "pages/<page_id>/copy/ with what is below, +form": lambda side, own: (
        f"/cms/pages/{side.parent.pk}/copy/",
        {"new_title": "Bản chép", "new_slug": "ban-chep-3", "new_parent_page": own.parent.pk, "copy_subpages": "on"},
    ),
    "pages/<page_to_move_id>/move/<destination_id>/confirm/ into her own": lambda side, own: (
        f"/cms/pages/{side.live.pk}/move/{own.parent.pk}/confirm/",
        {},
    ),
    "pages/workflow/action/ approve +form": lambda side, own: (
        f"/cms/pages/workflow/action/{side.waiting.pk}/approve/{side.task_state.pk}/",
        {"comment": ""},
    ),
    "pages/<page_id>/privacy/ +form": lambda side, own: (f"/cms/pages/{side.live.pk}/privacy/", {"restriction_type": "login"}),
    "localize/submit/page/<page_id>/ +form": lambda side, own: (f"/cms/localize/submit/page/{side.page.pk}/", {"locales": locale("fr")}),
    "pages/<page_id>/edit/preview/ +form": lambda side, own: (f"/cms/pages/{side.page.pk}/edit/preview/", {"title": "x"}),
    "collections/<pk>/ +form": lambda side, own: (f"/cms/collections/{side.collection.pk}/", {"name": "Mới", "audience": "public"}),
    "images/<image_id>/ +form": lambda side, own: (f"/cms/images/{side.picture.pk}/", {"title": "Mới", "collection": side.collection.pk}),
    "documents/edit/<document_id>/ +form": lambda side, own: (
        f"/cms/documents/edit/{side.document.pk}/",
        {"title": "Mới", "kind": "handbook", "language_code": "vi", "collection": side.collection.pk},
    ),
    "images/add/ into the collection": lambda side, own: ("/cms/images/add/", {"title": "Mới", "collection": side.collection.pk, "file": picture_file()}),
    "documents/add/ into the collection": lambda side, own: (
        "/cms/documents/add/",
        {"title": "Mới", "kind": "handbook", "language_code": "vi", "collection": side.collection.pk, "file": document_file()},
    ),
    **{f"bulk/wagtailcore/page/{action}/?id=": in_bulk("wagtailcore/page", action, "live", "page") for action in ("delete", "publish", "unpublish")},
    "bulk/wagtailcore/page/move/?id= +form": lambda side, own: (f"/cms/bulk/wagtailcore/page/move/?id={side.page.pk}", {"chooser": own.parent.pk}),
    **{
        f"bulk/{model}/{action}/?id=": in_bulk(model, action, what)
        for model, what in (("pages/picture", "picture"), ("library/librarydocument", "document"))
        for action in ("delete", "add_tags", "add_to_collection")
    },
    **{f"bulk/members/member/{action}/?id=": in_bulk("members/member", action, "user") for action in ("delete", "set_active_state", "assign_role")},
    "pages/search/?q=": lambda side, own: ("/cms/pages/search/?q=Kín", None),
    "choose-page/search/?q=": lambda side, own: ("/cms/choose-page/search/?q=Kín", None),
    "choose-page/<parent_page_id>/ anything": lambda side, own: (f"/cms/choose-page/{side.parent.pk}/?page_type=wagtailcore.page", None),
    "choose-page/chosen-multiple/?id=": lambda side, own: (f"/cms/choose-page/chosen-multiple/?id={side.page.pk}&id={side.live.pk}", None),
    "images/chooser/chosen-multiple/?id=": lambda side, own: (f"/cms/images/chooser/chosen-multiple/?id={side.picture.pk}", None),
    "documents/chooser/chosen-multiple/?id=": lambda side, own: (f"/cms/documents/chooser/chosen-multiple/?id={side.document.pk}", None),
    "images/?q=": lambda side, own: ("/cms/images/?q=Kín", None),
    "images/chooser/results/?q=": lambda side, own: ("/cms/images/chooser/results/?q=Kín", None),
    "documents/?q=": lambda side, own: ("/cms/documents/?q=Kín", None),
    "documents/chooser/results/?q=": lambda side, own: ("/cms/documents/chooser/results/?q=Kín", None),
    "api/main/pages/?child_of=": lambda side, own: (f"/cms/api/main/pages/?child_of={side.parent.pk}&for_explorer=1&fields=*", None),
    "api/main/pages/?search=": lambda side, own: ("/cms/api/main/pages/?search=Kín&fields=*", None),
    "api/main/images/?search=": lambda side, own: ("/cms/api/main/images/?limit=20&fields=*", None),
    "api/main/documents/?search=": lambda side, own: ("/cms/api/main/documents/?limit=20&fields=*", None),
    **{
        f"reports/{report}/?export=csv": export(f"reports/{report}/")
        for report in ("locked", "workflow", "workflow_tasks", "site-history", "aging-pages", "page-types-usage")
    },
    "localize/reports/translations/?export=csv": export("localize/reports/translations/"),
    "pages/<page_id>/history/?export=csv": lambda side, own: (f"/cms/pages/{side.page.pk}/history/?export=csv", None),
    "pages/<parent_page_id>/?export=csv": lambda side, own: (f"/cms/pages/{side.parent.pk}/?export=csv", None),
    "pages/usage/news/newspage/?export=csv": export("pages/usage/news/newspage/"),
    **{f"bao-cao/{report}/?export=csv": export(f"bao-cao/{report}/") for report in ("xem-lai", "lien-ket-hong", "anh-thieu-loi-ta", "trang-nang")},
    "bao-cao/xem-lai/?state=all": lambda side, own: ("/cms/bao-cao/xem-lai/?state=all", None),
    "dich/?tim=": lambda side, own: ("/cms/dich/?tim=Kín", None),
    "dich/gui/ a draft, +form": lambda side, own: ("/cms/dich/gui/", {"pages": side.page.pk, "languages": "en"}),
    "dich/gui/ with what is below, +form": lambda side, own: ("/cms/dich/gui/", {"pages": side.parent.pk, "languages": "en", "subtree": "1"}),
    "dich/<pk>/ +form": lambda side, own: (f"/cms/dich/{side.translation.pk}/", {"action": "publish"}),
    "dich/<pk>/binh-luan/ +form": lambda side, own: (f"/cms/dich/{side.translation.pk}/binh-luan/", {"comment": "Hỏi"}),
    "duyet/<pk>/ +form": lambda side, own: (
        f"/cms/duyet/{side.task_state.pk}/",
        {"action": "reject", "comment": "Sửa", "revision": side.task_state.revision_id},
    ),
    "thuat-ngu/add/ +form": lambda side, own: ("/cms/thuat-ngu/add/", {"term": "hội viên", "language": "en", "translation": "member"}),
    "truoc-khi-dang/<page_id>/dong-y/ +form": lambda side, own: (f"/cms/truoc-khi-dang/{side.page.pk}/dong-y/", {"kind": "people"}),
    "tu-word/<pk>/ +form": lambda side, own: (
        f"/cms/tu-word/{side.from_word.pk}/",
        {"title": "Mới", "place": f"news.newspage:{side.parent.pk}", "make": "1"},
    ),
    "tu-word/ into the section, +form": lambda side, own: ("/cms/tu-word/", {"place": f"news.newspage:{side.parent.pk}", "text": "Chị em họp lúc 19 giờ."}),
    "viet/<form>/ into the section, +form": lambda side, own: (
        "/cms/viet/tin/",
        {"parent": side.parent.pk, "title": "Mới", "press": "draft"},
    ),
    "viet/<form>/<pk>/ +form": lambda side, own: (f"/cms/viet/tin/{side.page.pk}/", {"title": "Mới", "press": "draft"}),
    "xem-lai/<page_id>/ +form": lambda side, own: (f"/cms/xem-lai/{side.live.pk}/", {"again_on": "2027-05-01"}),
}
SAME = (
    "bao-cao/",
    "dich/?",
    "reports/",
    "thuat-ngu/",
    "pages/search",
    "pages/usage",
    "choose-page/search",
    "localize/reports",
    "images/?",
    "documents/?",
    "api/main/images/?",
    "api/main/documents/?",
)


def locale(code: str) -> int:
    from tests.factories.tree import locale as found  # needs the apps loaded; this module is also a program

    return found(code).pk


def picture_file():
    from django.core.files.uploadedfile import SimpleUploadedFile

    from tests.factories import picture_bytes

    return SimpleUploadedFile("anh.png", picture_bytes(), "image/png")


def document_file():
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("so-tay.pdf", b"%PDF-1.4 so tay", "application/pdf")


# Asking


@contextmanager
def unwritten():
    """Views answer as ever, but no template is filled in: that is most of an answer's work, and says nothing to one who may see all."""
    whole = Template.render
    Template.render = lambda template, context: ""
    try:
        yield
    finally:
        Template.render = whole


class Asker:
    """One client a role; whatever an answer changes is undone."""

    def __init__(self, role: str, client: Client):
        self.role, self.client = role, client
        self.client.raise_request_exception = False
        self.cookies = {name: cookie.value for name, cookie in self.client.cookies.items()}
        self.leaks: list[str] = []

    def ask(self, method: str, path: str, body: dict | None, label: str, *, reads: bool = True) -> str:
        """reads: what is answered is written out, and looked through for what she must not see."""
        self.client.cookies.clear()
        for name, value in self.cookies.items():
            self.client.cookies[name] = value
        with transaction.atomic(), nullcontext() if reads else unwritten():
            answer = self.client.get(path) if method == "GET" else self.client.post(path, body or {})
            if method == "POST" and answer.status_code == 500 and isinstance(answer.exc_info[1], KeyError):
                answer.status_code = 400  # Wagtail's own forms, sent empty, as its pages never send them
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            transaction.set_rollback(True)
        self.look_for_leaks(content + told_after(answer), f"{method} {label}")
        return said(answer)

    def look_for_leaks(self, content: bytes, where: str) -> None:
        if self.role in SEES_ALL:
            return
        words = content.decode("utf-8", "replace")
        hidden = {MARKS[OTHER]} if self.role in {"editor", "translator", "keeper"} else set(MARKS.values())
        for mark in hidden:
            if mark in words or json.dumps(mark)[1:-1] in words:
                self.leaks.append(f"{self.role}: {where} shows “{mark}”: …{words[max(words.find(mark) - 80, 0) : words.find(mark) + 60]!r}")


def told_after(answer) -> bytes:
    """The sentences that her next screen would show: the deed is undone before she comes there."""
    kept = getattr(getattr(answer, "wsgi_request", None), "_messages", None)
    return "\n".join(str(message) for message in getattr(kept, "_queued_messages", [])).encode()


def said(answer) -> str:
    """The class of an answer: refused (403) whether Wagtail says so or sends her to her first page; "in" is the sign-in."""
    if answer.status_code in {301, 302}:
        to = answer["Location"]
        if "/login/" in to or "/dang-nhap/" in to:
            return "in"
        return "403" if to == "/cms/" else "302"
    return str(answer.status_code)


def cell(asker: Asker, cases: list[tuple[str, dict | None, bool]], label: str, *, reads: bool = True) -> str:
    """cases: (path, body, whether the empty walk), own first: "200/302 403/403", or once where both are the same thing."""
    parts = []
    for path, body, walk in cases if asker.role in OWN_AND_OTHER else cases[:1]:
        answers = [asker.ask("GET", path, None, label, reads=reads)] if walk or body is None or label.startswith("bulk/") else []
        if walk or body is not None:
            answers.append(asker.ask("POST", path, body, label, reads=reads))
        parts.append("/".join(answers))
    return " ".join(parts)


def rows(sides: dict[str, SimpleNamespace]) -> Iterator[tuple[str, list[tuple[str, dict | None, bool]]]]:
    for address in addresses():
        paths = list(dict.fromkeys(path_to(address, side) for side in sides.values()))
        yield address.label or "(first screen)", [(path, None, True) for path in paths]
    for label, make in MORE.items():
        asked = [make(side, sides[OWN]) for side in sides.values()]
        yield label, [(path, body, False) for path, body in (asked[:1] if label.startswith(SAME) else asked)]


def table(askers: list[Asker], sides: dict[str, SimpleNamespace], known: dict[str, list[str]], *, whole: bool) -> dict[str, list[str]]:
    """whole: everybody is asked everything.

    Otherwise an address that is about nobody's things is asked by those of LIKE only where the known table says that she gets
    another answer; and who sees both communes reads only what nobody has been shown before her.
    """
    roles = [asker.role for asker in askers]
    found: dict[str, list[str]] = {}
    for label, cases in rows(sides):
        cells: list[str] = []
        then = {} if whole or len(cases) > 1 or label in MORE else dict(zip(roles, known.get(label, []), strict=False))
        for asker in askers:
            if then and then[asker.role] == then.get(LIKE.get(asker.role, "")):
                cells.append(then[asker.role])
            else:
                shown = any("200" in said for said in cells)
                cells.append(cell(asker, cases, label, reads=whole or asker.role not in SEES_ALL or not shown))
        found[label] = cells
    return found


# The file


def read() -> dict[str, list[str]]:
    lines = TABLE.read_text().splitlines()[1:] if TABLE.exists() else []
    return {label: cells for label, *cells in (line.split("\t") for line in lines)}


def write(found: dict[str, list[str]], roles: list[str]) -> None:
    wide = max(map(len, found))
    TABLE.write_text(
        "".join("\t".join(line) + "\n" for line in [["address".ljust(wide).strip(), *roles], *([label, *cells] for label, cells in found.items())])
    )


if __name__ == "__main__":
    import pytest

    os.environ[WRITE] = "1"
    sys.exit(pytest.main([str(Path(__file__).with_name("test_matrix.py")), "-q", "-p", "no:warnings", "-s"]))
