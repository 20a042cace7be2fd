"""What Word, Zalo and web pages leave in a text goes when it is saved; what an editor wrote stays as it is."""

import pytest

from home.guides.models import GuidePage
from home.news.models import NewsPage
from pages.tidying import address, is_ours, marker_of, tidy
from tests import factories
from tests.factories.forms import form_of, pasted


@pytest.mark.parametrize(
    ("left", "kept"),
    [
        ("<p>Chị\u00a0em&nbsp;&nbsp;họp</p>", "<p>Chị em họp</p>"),
        ("<p>Một</p><p></p><p><br/></p><p>&nbsp;</p><p>Hai</p>", "<p>Một</p><p>Hai</p>"),
        ("<p>Ho\u0323p</p>", "<p>Họp</p>"),
        ("<p>di\u00adnh duo\u200bng</p>", "<p>dinh duong</p>"),
        ("<p>🌸🌸🌸</p><p>Họp tối mai</p><p>----------</p><p>***</p>", "<p>Họp tối mai</p>"),
        ("<p>Chúc mừng 🎉</p>", "<p>Chúc mừng 🎉</p>"),
        ("<p>- Mang sổ</p><p>- Mang bút</p>", "<ul><li>Mang sổ</li><li>Mang bút</li></ul>"),
        ("<p>-Mang sổ</p><p>+ Mang bút</p>", "<ul><li>Mang sổ</li><li>Mang bút</li></ul>"),
        ("<p>\uf0b7 Mang sổ</p><p>\uf0b7\u00a0Mang bút</p>", "<ul><li>Mang sổ</li><li>Mang bút</li></ul>"),
        ("<p>👉 Mang sổ</p><p>👉 Mang bút</p>", "<ul><li>Mang sổ</li><li>Mang bút</li></ul>"),
        ("<p>1. Mở máy</p><p>2. Chạm Zalo</p>", "<ol><li>Mở máy</li><li>Chạm Zalo</li></ol>"),
        ("<p>Nội dung:</p><p>- <b>Một</b></p><p><b>- Hai</b></p>", "<p>Nội dung:</p><ul><li><b>Một</b></li><li><b>Hai</b></li></ul>"),
        ("<p>-5 độ</p><p>-7 độ</p>", "<p>-5 độ</p><p>-7 độ</p>"),
        ("<p>- Chỉ một dòng</p>", "<p>- Chỉ một dòng</p>"),
        ("<p>2. Chi phí</p><p>5. Kết quả</p>", "<p>2. Chi phí</p><p>5. Kết quả</p>"),
        ('<p><a href="https://a.vn/?id=1&amp;utm_source=zalo&amp;fbclid=x">a</a></p>', '<p><a href="https://a.vn/?id=1">a</a></p>'),
        ('<p><a href="file:///C:/a.doc">a</a></p>', "<p><a>a</a></p>"),
        ("<p><br/>Một<br/></p>", "<p>Một</p>"),
        ("<p>👩‍🌾 Chị Lan trồng rau</p>", "<p>👩‍🌾 Chị Lan trồng rau</p>"),
    ],
)
def test_what_a_paste_leaves_is_tidied_once(left, kept):
    assert tidy(left) == kept
    assert tidy(kept) == kept


@pytest.mark.parametrize(
    "html",
    [
        '<p data-block-key="ab1">Chị <b>em</b> họp</p><ul><li data-block-key="c">Một<ul><li>Hai</li></ul></li></ul>',
        '<p>Xem <a linktype="page" id="3">bài</a> và <a linktype="document" id="4">sổ tay</a>, <a href="#cuoi">cuối trang</a>.</p>',
        "<p>Từ 10–20 chị em, a - b, 1.5 kg &lt; 2 kg &amp; hơn</p>",
        "",
    ],
)
def test_what_is_tidy_is_not_touched(html):
    assert tidy(html) == html


def test_keys_that_comments_hang_on_stay_where_a_neighbour_is_tidied():
    assert tidy('<p data-block-key="a">Một</p><p data-block-key="b">\u00a0</p><p data-block-key="c">Hai\u00a0ba</p>') == (
        '<p data-block-key="a">Một</p><p data-block-key="c">Hai ba</p>'
    )


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fhoi.vn%2Fa%3Ffbclid%3Dx&h=1", "https://hoi.vn/a"),
        ("https://hoi.vn/tim?q=nấm rơm", "https://hoi.vn/tim?q=nấm%20rơm"),
        ("mailto:hoi@example.vn", "mailto:hoi@example.vn"),
        ("tel:+84912345678", "tel:+84912345678"),
        ("JavaScript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://", ""),
        ("http://[bad", ""),
        ("", ""),
    ],
)
def test_only_addresses_that_lead_somewhere_stay(raw, clean):
    assert address(raw) == clean


def test_marks_before_items_are_known():
    assert [marker_of(text) and marker_of(text).kind for text in ("• Một", "3) Ba", "2/ Hai", "Bước 1: Một", "2026 là năm")] == ["ul", "ol", "ol", None, None]


@pytest.mark.parametrize("html", ["<p>x</p><script>", '<a href="javascript:x">a</a>', '<p onclick="x">a</p>', '<img src="x"/>', "<p"])
def test_foreign_tags_are_told_from_ours(html):
    assert not is_ours(html) and is_ours('<p>a &lt;b&gt; <a href="https://a.vn/">b</a><br/></p>')


@pytest.mark.django_db
def test_pasted_lines_are_a_list_once_the_editor_has_saved(tree, editor):
    page = factories.make_news()
    data = form_of(page, body=NewsPage._meta.get_field("body").to_python([{"type": "text", "value": "<p>x</p>"}]))
    data["body-0-value"] = pasted("🌸🌸🌸", "Chị em mang:", "- Sổ", "-\u00a0Bút", "", "Hết")
    assert editor.post(f"/cms/pages/{page.pk}/edit/", data).status_code == 302
    html = str(NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().body[0].value.source)
    assert "<ul><li>Sổ</li><li>Bút</li></ul>" in html and "🌸" not in html and html.count("<p") == 2, html


@pytest.mark.django_db
def test_rich_fields_outside_of_blocks_are_tidied_too(tree, editor):
    page = factories.make_guide()
    data = form_of(GuidePage.objects.get(pk=page.pk))
    data["what"] = pasted("\u00a0", "Trồng\u00a0nấm", "- Một", "- Hai")
    assert editor.post(f"/cms/pages/{page.pk}/edit/", data).status_code == 302
    saved = GuidePage.objects.get(pk=page.pk).get_latest_revision_as_object().what
    assert "Trồng nấm</p><ul><li>Một</li><li>Hai</li></ul>" in saved, saved
