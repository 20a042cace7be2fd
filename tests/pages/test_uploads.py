"""A picture from a phone, a scanner or an enemy: a good rendition or a clear sentence, through the real upload views."""

import io
import struct

import pillow_heif
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageCms

from pages.models import Picture
from pages.pictures import SPECS
from tests import factories

pytestmark = pytest.mark.django_db

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def of_size(*size, mode="RGB", kind="JPEG", **options) -> bytes:
    return encoded(Image.linear_gradient("L").resize(size).convert(mode), kind, **options)


def with_place() -> bytes:
    """A photo as a phone makes it: lying on its side, with camera and GPS."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it by 90 degrees to see it upright
    exif[0x010F] = "Máy của Lan"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 15.0, 3.0), 3: "E", 4: (104.0, 7.0, 9.0)})
    return of_size(80, 40, exif=exif, comment=b"Na Mac")


def made(picture) -> set[str]:
    return set(picture.renditions.values_list("filter_spec", flat=True))


def send(client, content: bytes, name: str):
    return client.post(reverse("wagtailimages:add"), {"title": "Tranh", "description": "Một chị", "file": SimpleUploadedFile(name, content)})


def send_many(client, content: bytes, name: str):
    return client.post(reverse("wagtailimages:add_multiple"), {"title": "Tranh", "files[]": SimpleUploadedFile(name, content)}).json()


TAKEN = {
    "JPEG of 30 megapixels": (lambda: of_size(6000, 5000, quality=40), "anh.jpg"),
    "PNG with transparency": (lambda: of_size(60, 40, mode="RGBA", kind="PNG"), "anh.png"),
    "PNG with a palette": (lambda: of_size(60, 40, mode="P", kind="PNG", transparency=0), "anh.png"),
    "JPEG for printing": (lambda: of_size(60, 40, mode="CMYK"), "anh.jpg"),
    "grey JPEG": (lambda: of_size(60, 40, mode="L"), "anh.jpg"),
    "16 bit PNG": (lambda: encoded(Image.new("I;16", (60, 40), 30000), "PNG"), "anh.png"),
    "HEIC of an iPhone": (lambda: heic(), "IMG_0001.HEIC"),
    "WebP": (lambda: of_size(60, 40, kind="WEBP"), "anh.webp"),
    "AVIF": (lambda: of_size(60, 40, kind="AVIF"), "anh.avif"),
    "GIF": (lambda: of_size(60, 40, mode="P", kind="GIF"), "anh.gif"),
    "WebP that Zalo calls JPG": (lambda: of_size(60, 40, kind="WEBP"), "anh.jpg"),
    "one pixel": (lambda: of_size(1, 1), "anh.jpg"),
    "very long": (lambda: of_size(5000, 10), "anh.jpg"),
    "JPEG with an unusual name": (lambda: of_size(60, 40), "Ảnh chị Lả … " + "x" * 150 + ".JPG"),
    "with GPS": (with_place, "anh.jpg"),
    "with a colour profile": (lambda: of_size(60, 40, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()), "anh.jpg"),
}
REFUSED = {
    "truncated JPEG": (lambda: factories.picture_bytes((300, 300), "JPEG")[:9000], "anh.jpg"),
    "truncated PNG": (lambda: factories.picture_bytes((300, 300))[:9000], "anh.png"),
    "only its first bytes": (lambda: of_size(60, 40)[:12], "anh.jpg"),
    "nothing": (lambda: b"", "anh.jpg"),
    "text": (lambda: "Chào các chị".encode(), "anh.jpg"),
    "SVG with a script": (lambda: SVG, "anh.svg"),
    "SVG called JPG": (lambda: SVG, "anh.jpg"),
    "HTML called PNG": (lambda: b"<!doctype html><script>alert(1)</script>", "anh.png"),
    "PDF": (lambda: b"%PDF-1.4", "anh.pdf"),
    "no ending": (lambda: of_size(60, 40), "anh"),
    "a bomb": (lambda: bomb(), "anh.png"),
}


def heic() -> bytes:
    output = io.BytesIO()
    pillow_heif.from_pillow(Image.linear_gradient("L").resize((64, 48)).convert("RGB")).save(output, quality=50)
    return output.getvalue()


def bomb() -> bytes:
    """A PNG that says it has 400 megapixels."""
    made = bytearray(of_size(4, 4, kind="PNG"))
    made[16:24] = struct.pack(">II", 20000, 20000)
    import zlib

    made[29:33] = struct.pack(">I", zlib.crc32(bytes(made[12:29])))
    return bytes(made)


@pytest.mark.parametrize("name", TAKEN)
def test_picture_is_taken_and_has_every_rendition(tree, editor, name):
    make, filename = TAKEN[name]
    answer = send(editor, make(), filename)
    assert answer.status_code == 302, answer.context["form"].errors
    picture = Picture.objects.get()
    assert picture.renditions.count() == len(SPECS)
    with Image.open(picture.file.path) as kept:
        kept.load()
        assert max(kept.size) <= 2400
        assert kept.mode in {"RGB", "RGBA"}
        assert not kept.getexif() and "icc_profile" not in kept.info and "comment" not in kept.info and "exif" not in kept.info


@pytest.mark.parametrize("name", REFUSED)
def test_picture_is_refused_with_a_sentence(tree, editor, name):
    make, filename = REFUSED[name]
    answer = send(editor, make(), filename)
    assert answer.status_code == 200
    sentence = " ".join(answer.context["form"].errors["file"])
    assert is_vietnamese(sentence), sentence
    assert not Picture.objects.exists()


@pytest.mark.parametrize(("setting", "most"), [("WAGTAILIMAGES_MAX_UPLOAD_SIZE", 500), ("WAGTAILIMAGES_MAX_IMAGE_PIXELS", 1000)])
def test_too_large_a_picture_is_refused_with_a_sentence(tree, editor, settings, setting, most):
    setattr(settings, setting, most)
    answer = send(editor, factories.picture_bytes((60, 40), "JPEG"), "anh.jpg")
    assert is_vietnamese(" ".join(answer.context["form"].errors["file"])), answer.context["form"].errors["file"]
    assert not Picture.objects.exists()


@pytest.mark.parametrize("name", ["JPEG of 30 megapixels", "HEIC of an iPhone", "with GPS", "PNG with transparency"])
def test_several_at_once_are_taken_too(tree, editor, name):
    make, filename = TAKEN[name]
    said = send_many(editor, make(), filename)
    assert said["success"], said
    assert Picture.objects.get().renditions.count() == len(SPECS)


@pytest.mark.parametrize("name", REFUSED)
def test_several_at_once_are_refused_too(tree, editor, name):
    make, filename = REFUSED[name]
    said = send_many(editor, make(), filename)
    assert not said["success"]
    assert is_vietnamese(said["error_message"]), said["error_message"]
    assert not Picture.objects.exists()


def is_vietnamese(sentence: str) -> bool:
    return any(letter in sentence for letter in "ảáàạãăâđêếệểễôốộơớợưứựịọẹỏẻụủ") and " the " not in sentence.lower()


@pytest.mark.parametrize("view", ["wagtailimages_chooser:create"])
def test_upload_from_the_page_editor_follows_the_same_rules(tree, editor, view):
    fields = {"image-chooser-upload-title": "Tranh", "image-chooser-upload-description": "Một chị"}
    sent = {**fields, "image-chooser-upload-file": SimpleUploadedFile("anh.jpg", with_place())}
    assert editor.post(reverse(view), sent).json()["step"] == "chosen"
    picture = Picture.objects.get()
    assert made(picture) >= set(SPECS)
    with Image.open(picture.file.path) as kept:
        assert not kept.getexif()
    broken = {**fields, "image-chooser-upload-file": SimpleUploadedFile("anh.jpg", of_size(60, 40)[:200])}
    assert editor.post(reverse(view), broken).json()["step"] == "reshow_creation_form"


def test_photo_is_turned_upright_and_tells_nothing_of_place_or_camera(tree, editor):
    send(editor, with_place(), "anh.jpg")
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (40, 80)
    kept = picture.file.read()
    assert b"Na Mac" not in kept and "Máy của Lan".encode() not in kept and b"Exif" not in kept
    for rendition in picture.renditions.all():
        assert b"Exif" not in rendition.file.read()


def test_transparency_is_kept_in_the_file_and_no_rendition_is_black_where_it_was(tree, editor):
    clear = Image.new("RGBA", (400, 250), (255, 255, 255, 0))
    send(editor, encoded(clear, "PNG"), "anh.png")
    picture = Picture.objects.get()
    with Image.open(picture.file.path) as kept:
        assert kept.mode == "RGBA"
    with Image.open(picture.made("card")["image/jpeg"].file) as shown:
        assert min(shown.convert("L").getextrema()) > 200


def test_replaced_file_has_all_its_renditions(tree, editor):
    picture = factories.make_picture()
    before = set(picture.renditions.values_list("file", flat=True))
    sent = {"title": picture.title, "description": "Một chị", "file": SimpleUploadedFile("moi.jpg", of_size(90, 90))}
    assert editor.post(reverse("wagtailimages:edit", args=[picture.pk]), sent).status_code == 302
    after = Picture.objects.get(pk=picture.pk)
    assert after.renditions.count() == len(SPECS)
    assert not before & set(after.renditions.values_list("file", flat=True))
    assert (after.width, after.height) == (90, 90)


def test_replacing_with_a_damaged_file_keeps_the_old_one(tree, editor):
    picture = factories.make_picture()
    sent = {"title": picture.title, "file": SimpleUploadedFile("moi.jpg", of_size(900, 900)[:700])}
    assert editor.post(reverse("wagtailimages:edit", args=[picture.pk]), sent).status_code == 200
    after = Picture.objects.get(pk=picture.pk)
    assert after.file.name == picture.file.name and made(after) >= set(SPECS)


def test_moved_focal_point_makes_new_renditions_and_drops_the_stale_ones(tree, editor):
    picture = factories.make_picture((200, 120))
    before = set(picture.renditions.filter(filter_spec__startswith="fill").values_list("pk", flat=True))
    sent = {"title": picture.title, "description": "Một chị", "focal_point_x": 20, "focal_point_y": 20, "focal_point_width": 10, "focal_point_height": 10}
    assert editor.post(reverse("wagtailimages:edit", args=[picture.pk]), sent).status_code == 302
    after = Picture.objects.get(pk=picture.pk)
    assert after.renditions.count() == len(SPECS)
    assert not before & set(after.renditions.values_list("pk", flat=True))


def test_changed_words_make_nothing_anew(tree, editor):
    picture = factories.make_picture()
    before = set(picture.renditions.values_list("pk", flat=True))
    assert editor.post(reverse("wagtailimages:edit", args=[picture.pk]), {"title": "Tên mới", "description": "Hai chị"}).status_code == 302
    assert set(picture.renditions.values_list("pk", flat=True)) == before
