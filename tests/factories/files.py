"""Pictures and documents. Small unless a test asks: encoding an AVIF takes time."""

import random
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from learning.library.models import LibraryDocument
from pages.models import Picture
from tests.factories.content import numbers

ENDINGS = {"handbook": "pdf", "form": "docx", "slides": "pptx", "clip": "mp4", "audio": "mp3", "law": "pdf", "plan": "pdf"}


def picture_bytes(size: tuple[int, int] = (64, 40), image_format: str = "PNG", **options) -> bytes:
    """Noise, the same for the same size, so that no encoder can make it vanish."""
    noise = Image.frombytes("RGB", size, random.Random(size[0]).randbytes(size[0] * size[1] * 3))
    output = BytesIO()
    noise.save(output, image_format, **options)
    return output.getvalue()


def make_picture(size: tuple[int, int] = (64, 40), **fields) -> Picture:
    number = next(numbers)
    fields = {"title": f"Tranh {number}", "description": "Một chị cầm điện thoại bên khung cửi", **fields}
    return Picture.objects.create(file=ContentFile(picture_bytes(size), name=f"tranh-{number}.png"), **fields)


def make_document(kind: str = "handbook", content: bytes = b"%PDF-1.4 thu", **fields) -> LibraryDocument:
    number = next(numbers)
    fields = {"title": f"Tài liệu {number}", "summary": "Đọc trước khi họp chi hội.", **fields}
    return LibraryDocument.objects.create(kind=kind, file=ContentFile(content, name=f"tai-lieu-{number}.{ENDINGS[kind]}"), **fields)
