"""The smallest site: a home page in each language, the Vietnamese indexes, the navigation."""

from types import SimpleNamespace

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, GroupApprovalTask, GroupPagePermission, Locale, Page, Site, Workflow, WorkflowPage, WorkflowTask
from wagtail_localize.models import Translation

from config.languages import LANGUAGES, SOURCE
from home.guides.models import GuideIndexPage
from home.models import HomePage
from home.news.models import NewsIndexPage
from home.stories.models import StoryIndexPage
from learning.lessons.models import LearningIndexPage
from pages.models import Navigation
from sharing import link_cards
from tests import cast
from tests.factories.content import publish, stream

INDEXES = {
    "learning": (LearningIndexPage, "Bài học", "hoc", "book"),
    "stories": (StoryIndexPage, "Gương điển hình", "guong-dien-hinh", "story"),
    "news": (NewsIndexPage, "Tin tức", "tin-tuc", "news"),
    "guides": (GuideIndexPage, "Mô hình", "mo-hinh", "model"),
}


def lay() -> SimpleNamespace:
    """Build it over what the migrations leave: a root, a welcome page, a site that shows it, a group of moderators and their workflow."""
    root = Page.get_first_root_node() or lay_again()
    welcome = list(root.get_children())
    homes = lay_homes(root)
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    site.root_page, site.site_name = homes[SOURCE], "Chị em học số"
    site.save()
    for page in welcome:  # after the site has left it, or the site goes with it
        Page.objects.get(pk=page.pk).delete()
    places = [{"page": homes[SOURCE].pk, "icon": "home"}]
    for model, title, slug, icon in INDEXES.values():
        index = homes[SOURCE].add_child(instance=model(title=title, slug=slug, summary=f"{title} cho chị em.", live=False))
        places.append({"page": publish(index).pk, "icon": icon})
    navigation = Navigation.load()
    navigation.bar = stream(*(("place", place) for place in places))
    navigation.footer = stream(*(("place", place) for place in places[1:]))
    navigation.save()
    cast.lay(homes)
    for model in (HomePage, *(model for model, *_rest in INDEXES.values())):  # files of one test are not the next one's
        for page in model.objects.exclude(card=""):
            link_cards.drop(page)
    return find()


def lay_again() -> Page:
    """What the migrations had left, after a transactional test has emptied every table; the root of the pages."""
    Collection.add_root(name="Root")
    kind = ContentType.objects.get_for_model(Translation)
    Permission.objects.get_or_create(content_type=kind, codename="submit_translation", defaults={"name": "Can submit translations"})
    root = Page.add_root(instance=Page(title="Root", slug="root", locale=locale(SOURCE)))
    moderators = Group.objects.create(name=cast.MODERATORS)
    moderators.permissions.add(cast.permission("wagtailadmin.access_admin"))
    for name in ("add_page", "change_page", "publish_page"):
        GroupPagePermission.objects.create(group=moderators, page=root, permission=cast.permission(f"wagtailcore.{name}"))
    workflow, task = Workflow.objects.create(name="Moderators approval"), GroupApprovalTask.objects.create(name="Moderators approval")
    task.groups.add(moderators)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=root)
    return root


def lay_homes(root) -> dict[str, HomePage]:
    """Live siblings that are translations of each other."""
    homes: dict[str, HomePage] = {}
    for language in LANGUAGES:
        home = HomePage(title="Trang chủ" if language.code == SOURCE else language.own_name, slug=language.code, locale=locale(language.code), live=False)
        if homes:
            home.translation_key = homes[SOURCE].translation_key
        homes[language.code] = publish(root.add_child(instance=home))
    return homes


def locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def find() -> SimpleNamespace | None:
    """homes by language code; vi, en, fr; learning, stories, news, guides in Vietnamese. None if it is not there."""
    homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale").order_by("path")}
    if not homes:
        return None
    below = {name: model.objects.filter(locale__language_code=SOURCE).first() for name, (model, *_rest) in INDEXES.items()}
    return SimpleNamespace(homes=homes, vi=homes["vi"], en=homes["en"], fr=homes["fr"], site=Site.objects.get(is_default_site=True), **below)
