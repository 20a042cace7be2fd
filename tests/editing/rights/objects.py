"""What the matrix asks for: the same things twice, of Gia Phù and of Quỳnh Nhai. What is not yet public carries a mark in its title."""

from types import SimpleNamespace
from uuid import uuid4

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Comment, Page, UploadedFile

from editing.notices.models import Notice
from editing.readiness.models import BarePicture, Link, LinkUse, PageLook
from editing.rights.models import Role
from editing.start.models import ConsentPaper, WaitingPhoto, Writing
from editing.translating.models import Comment as Remark
from editing.translating.models import Refusal, Sending, Term
from editing.word.models import WordImport, WordPicture
from learning.library.batches import UploadBatch
from learning.library.models import LibraryDocument
from learning.progress.attempts import Attempt
from learning.progress.certificates import Certificate
from learning.quizzes.models import QuizVersion
from members.models import ImportRun, Member
from pages.models import Picture
from tests import cast, factories
from tests.cast import permission
from tests.editing.rights import ground
from tests.editing.rights.matrix import MARKS, OTHER, OWN
from tests.progress.ground import version_of


def people(house) -> dict[str, Member | None]:
    """By role, as the columns of the table."""
    officers = Group.objects.create(name="Cán bộ tỉnh")
    officers.permissions.add(permission("wagtailadmin.access_admin"))
    officer = ground.staff("can-bo-tinh", "Quàng Thị Yên", house.province, is_official=True)
    officer.groups.add(officers)
    return {
        "nobody": None,
        "member": Member.objects.get(username="lan"),
        "editor": house.editor,
        "moderator": house.moderator,
        "translator": house.translator,
        "keeper": house.keeper,
        "officer": officer,
        "technician": ground.staff("ky-thuat", "Nguyễn Thị Kỹ", None, is_superuser=True),
    }


def lay(tree, house, who: dict) -> dict[str, SimpleNamespace]:
    topic = factories.make_topic(name="Điện thoại", slug="dien-thoai")
    term, _known = Term.objects.get_or_create(term="chi hội", language="en", defaults={"translation": "branch"})
    neighbours = SimpleNamespace(editor=house.neighbour, section=house.other, unit=house.there, officer=who["officer"])
    ours = SimpleNamespace(editor=house.editor, section=house.section, unit=house.here, officer=who["officer"])
    return {OWN: of_section(ours, OWN, topic, term), OTHER: of_section(neighbours, OTHER, topic, term)}


def of_section(side, name: str, topic, term) -> SimpleNamespace:
    mark, section, editor = MARKS[name], side.section, side.editor
    section.refresh_from_db()
    collection = side.unit.section.collection
    page = factories.make_news(parent=section, live=False, title=f"{mark} nháp", slug="tin-nhap", owner=editor)
    page.save_revision(user=editor, log_action=True)
    waiting = factories.make_news(parent=section, live=False, title=f"{mark} chờ duyệt", slug="tin-cho", owner=editor)
    waiting.save_revision(user=editor)
    state = waiting.get_workflow().start(waiting, editor)
    live = factories.make_news(parent=section, title="Tin đã đăng", slug="tin-dang", owner=editor)
    live.title = f"{mark} sửa tiếp"
    live.save_revision(user=editor, log_action=True)
    Comment.objects.create(page=page, user=editor, text=f"{mark} nhận xét", contentpath="title")
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=editor, locked_at=timezone.now())
    course = factories.make_course(parent=section, live=False, title=f"{mark} khóa")
    quiz = factories.make_quiz(factories.make_lesson(course, live=False, title=f"{mark} bài"), live=False, title=f"{mark} câu hỏi", kinds=("single",))
    version = version_of(quiz)
    version.payload["title"] = "Câu hỏi đã đăng"
    QuizVersion.objects.filter(pk=version.pk).update(payload=version.payload)
    reader = Member.objects.filter(unit__path__startswith=side.unit.path, username__in=cast.MEMBERS).first()
    moment = timezone.now()
    attempt = Attempt.objects.create(
        id=uuid4(),
        member=reader,
        quiz_key=quiz.translation_key,
        version=version,
        unit=reader.unit,
        started=moment,
        answers_json="[]",
        score=0,
        maximum=100,
        passed=False,
    )
    certificate = Certificate.objects.create(
        code=f"AB{name.upper():X<10}"[:12], member=reader, course_key=uuid4(), course_title="Khóa", language="vi", issued_on=moment.date(), name_form="short"
    )
    picture = factories.make_picture(title=f"{mark} tranh", collection=collection, uploaded_by_user=editor)
    closed = factories.make_collection("officials", side.unit, above=Collection.objects.get(pk=collection.pk))
    document = factories.make_document(title=f"{mark} tài liệu", collection=closed, uploaded_by_user=editor)
    translation = factories.begin_translation(live, "en")
    factories.translate_strings(translation)
    translation.save_target(publish=False)
    told_of(live, picture, mark)
    writing = Writing.objects.create(author=editor, form="tin", page=page)
    sending = Sending.objects.create(made_by=editor, pages=[page.pk, live.pk], languages=["en"])
    Refusal.objects.create(sending=sending, page=page, title=mark, language="en", why=mark)
    return SimpleNamespace(
        page=page,
        parent=section,
        live=live,
        waiting=waiting,
        revision=page.latest_revision,
        workflow_state=state,
        task_state=state.current_task_state,
        task=state.current_task_state.task,
        workflow=state.workflow,
        quiz=quiz,
        attempt=attempt,
        certificate=certificate,
        picture=picture,
        document=document,
        document_version=document.versions.first() or document.version,
        collection=collection,
        translation=translation,
        segment=translation.source.stringsegment_set.first(),
        overridable=translation.source.overridablesegment_set.first(),
        source=translation.source,
        topic=topic,
        topic_revision=topic.latest_revision,
        term=term,
        remark=Remark.objects.create(translation=translation, by=editor, text=f"{mark} hỏi"),
        sending=sending,
        notice=Notice.objects.create(recipient=editor, kind=Notice.Kind.RETURNED, title=mark, address=f"/cms/pages/{page.pk}/edit/", page=page, key="x"),
        from_word=from_word(editor, section, mark),
        photo=WaitingPhoto.objects.create(writing=writing, name="anh.jpg", file=picture_file()),
        paper=ConsentPaper.objects.create(writing=writing, page=page, kept_by=editor, name=f"{mark}.jpg", file=picture_file()),
        unit=side.unit,
        user=editor,
        group=side.unit.section.roles.get(role=Role.EDITOR).group,
        role=side.unit.section.roles.get(role=Role.EDITOR),
        batch=UploadBatch.objects.create(made_by=editor, collection=collection, sheet=f"{mark}.xlsx"),
        run=ImportRun.objects.create(made_by=side.officer, unit=side.unit, name=f"{name}.xlsx", sha256="0" * 64),
        upload_picture=upload(Picture, editor),
        upload_document=upload(LibraryDocument, editor),
        session=EditingSession.objects.create(user=editor, content_object=page, last_seen_at=moment),
        redirect=Redirect.objects.create(old_path=f"/cu-{name}", redirect_page=section),
    )


def told_of(live, picture, mark: str) -> None:
    """What the nightly look has found."""
    moment = timezone.now()
    link = Link.objects.create(kind=Link.Kind.OUTSIDE, target=f"https://example.vn/{mark}", last_seen_at=moment, is_broken=True, problem=Link.Problem.GONE)
    LinkUse.objects.create(link=link, page=live, path="body")
    BarePicture.objects.create(page=live, picture=picture, path="body")
    PageLook.objects.create(page=live, html=1, script=1, pictures=1, total=3, budget=2, at=moment)


def from_word(editor, section, mark: str) -> WordImport:
    brought = WordImport.objects.create(made_by=editor, name=f"{mark}.docx", title=mark, page_type="news.newspage", parent=section)
    WordPicture.objects.create(document=brought, number=1, file=picture_file(), small=picture_file())
    return brought


def picture_file() -> ContentFile:
    return ContentFile(factories.picture_bytes(), name="anh.png")


def upload(model, by) -> UploadedFile:
    file = picture_file()
    return UploadedFile.objects.create(for_content_type=ContentType.objects.get_for_model(model), file=file, uploaded_by_user=by)
