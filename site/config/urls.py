"""The addresses of the site. Those that carry words of a language stand under its prefix; Vietnamese has none."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import include, path, re_path
from django.views.generic.base import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from home import latest
from home.kits import views as kits
from home.news.feeds import NewsFeed
from learning.library import counting, members_views, reading_views
from learning.library import sitemap as library_sitemap
from learning.library import views as library
from learning.progress.certifying import views as certifying
from learning.progress.taking import views as taking
from members.signin import views as door
from pages import serving, sitemap, views
from pages.topic_feed import TopicFeed


class Favicon(RedirectView):
    def get_redirect_url(self, *args, **kwargs):
        return staticfiles_storage.url("img/favicon.ico")


urlpatterns = [
    path("cms/", include("members.signin.staff_urls")),
    path("cms/", include("learning.library.office.urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("thu-vien/<int:pk>-<slug:slug>/", library.document, name="document"),
    path("thu-vien/<int:pk>-<slug:slug>/tai-ve/", library.download, name="document_download"),
    path("thu-vien/<int:pk>-<slug:slug>/qr.svg", library.qr_code, name="document_qr"),
    path("thu-vien/<int:pk>-<slug:slug>/doc/", reading_views.text, name="document_text"),
    path("thu-vien/<int:pk>-<slug:slug>/doc/<int:number>/", reading_views.text, name="document_part"),
    path("thu-vien/<int:pk>-<slug:slug>/trang/<int:number>/", reading_views.page_pictures, name="document_pictures"),
    path("thu-vien/<int:pk>-<slug:slug>/anh/<int:number>.webp", reading_views.page_picture, name="document_picture"),
    path("thu-vien/<int:pk>-<slug:slug>/bia.webp", reading_views.cover, name="document_cover"),
    path("thu-vien/<int:pk>-<slug:slug>/the/<slug:digest>.jpg", reading_views.card, name="document_card"),
    path("thu-vien/<int:pk>/dem/", counting.count, name="count_document"),
    path("bai-lam/", include("learning.progress.taking.urls")),
    path("chung-nhan/", certifying.look_up, name="look_up_certificate"),
    path("chung-nhan/<str:code>/", certifying.verify, name="verify_certificate"),
    path("q/", include("sharing.urls")),
    path("Q/", include("sharing.urls")),  # the later one is the one that links are made with
    path("sitemap.xml", sitemap.sitemap, {"more": (library_sitemap.documents, latest.in_sitemap)}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", Favicon.as_view(), name="favicon"),
    path("tinh-trang/", views.ready, name="ready"),
    path("tinh-trang/song", views.alive, name="alive"),
]
if settings.MEDIA_URL.startswith("/"):
    urlpatterns += [
        re_path(r"^media/(?P<folder>images|avatar_images)/(?P<path>[^/]+)$", views.media, name="media"),
        re_path(r"^media/(?P<folder>cards/\d+)/(?P<path>[^/]+)$", views.media, name="media"),
    ]

urlpatterns += i18n_patterns(
    path("chu-de/<slug:slug>/", views.topic, name="topic"),
    path("chu-de/<slug:slug>/rss/", TopicFeed(), name="topic_feed"),
    path("tin-tuc/rss/", NewsFeed(), name="news_feed"),
    path("moi-cho-nhom/", latest.latest, name="latest"),
    path("moi-cho-nhom/rss/", latest.LatestFeed(), name="latest_feed"),
    path("sinh-hoat/<slug:slug>/tai-ve/", kits.download, name="kit_download"),
    path("sinh-hoat/<slug:slug>/ap-phich/", kits.poster, name="kit_poster"),
    path("sinh-hoat/<slug:slug>/cua-chi-hoi/", kits.of_branch, name="kit_of_branch"),
    path("sinh-hoat/<slug:slug>/cua-chi-hoi/ap-phich/", kits.poster_of_branch, name="kit_poster_of_branch"),
    path("thu-vien/hoi-vien/", members_views.for_members, name="library_for_members"),
    path("tim-kiem/", include("search.urls")),
    path("toi/ket-qua/<uuid:pk>/", taking.result, name="quiz_result"),
    path("toi/", include("learning.progress.me.urls")),
    path("chi-hoi/", include("learning.desk.urls")),
    path("", include("members.signin.urls")),
    path("_util/login/", door.from_a_closed_page, name="wagtailcore_login"),
    path("", include(wagtail_urls.urlpatterns[:1])),  # past a restriction by a password; the others sign in and serve pages
    re_path(wagtail_urls.serve_pattern, serving.serve, name="wagtail_serve"),
    prefix_default_language=False,
)

handler404 = "pages.views.not_found"
handler500 = "pages.views.server_error"
