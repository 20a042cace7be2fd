"""Fifty PDFs of 1 MB and their sheet, from the upload to the last document: read at once, and left to a worker."""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
COUNT, PAGES, PICTURES = 50, 20, 3


def rows() -> Iterator[tuple[str, str, str]]:
    for tasks in ("immediate", "database"):
        with tempfile.TemporaryDirectory(prefix="bulk-") as folder:
            ours = {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings.base", "READING_TASKS": tasks, "PYTHONPATH": f"{ROOT}/site:{ROOT}"}
            bare = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "CACHE_URL", "AWS_STORAGE_BUCKET_NAME"}} | ours
            said = subprocess.run([sys.executable, "-m", "tests.bench.bulk"], cwd=ROOT, env=bare, capture_output=True, text=True, check=True).stdout
            for step, seconds, cpu, about in json.loads(said.splitlines()[-1]):
                yield f"{tasks}, {step}", f"{seconds:.1f} s", f"{cpu:.1f} s of CPU{about}"


def handbook(number: int) -> bytes:
    """With photographs, as a handbook has them."""
    from PIL import Image

    from tests.factories import papers

    chance = Random(number)
    made = papers.new_pdf()
    for page in range(PAGES):
        made.add_page()
        papers.write(made, f"Chương {page + 1} của sổ tay {number}", 20, "B")
        for sentence in papers.TEXT * 6:
            papers.write(made, sentence)
        if page < PICTURES:
            photo = io.BytesIO()
            Image.frombytes("RGB", (200, 150), chance.randbytes(90_000)).resize((1400, 1050)).save(photo, "JPEG", quality=76)
            made.image(io.BytesIO(photo.getvalue()), w=120)
    return bytes(made.output())


def measure() -> None:
    """In a process of its own with a database of its own."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse
    from wagtail.models import Collection

    from learning.library.models import Reading, UploadBatch
    from members.models import Member
    from tests.factories.member_lists import as_xlsx

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(Member.objects.create_superuser(username="ngan", password=None, full_name="Đinh Kim Ngân"), "members.signin.backends.PasswordBackend")
    contents = {f"so-tay-{number}.pdf": handbook(number) for number in range(COUNT)}
    sheet = as_xlsx([["Tên tệp", "Tiêu đề"], *([name, f"Sổ tay {name}"] for name in contents)])
    steps = []

    def step(name: str, do, about: str = "") -> None:
        began, before = time.monotonic(), sum(os.times()[:4])
        do()
        steps.append((name, time.monotonic() - began, sum(os.times()[:4]) - before, about))

    def upload() -> None:
        files = [SimpleUploadedFile(name, content) for name, content in contents.items()]
        sent = {"sheet": SimpleUploadedFile("bang.xlsx", sheet), "files": files, "collection": Collection.get_first_root_node().pk}
        assert client.post(reverse("library_batches"), sent).status_code == 302

    def make() -> None:
        batch = UploadBatch.objects.get()
        client.post(reverse("library_batch_make", args=[batch.pk]))
        while batch.state != batch.State.DONE:
            client.post(reverse("library_batch_proceed", args=[batch.pk]))
            batch.refresh_from_db()
        assert sum(bool(line["made"]) for line in batch.lines) == COUNT

    step("upload and dry run", upload, f", {COUNT} files of {sum(map(len, contents.values())) / COUNT / 1e6:.1f} MB, {PAGES} pages")
    step("documents made", make)
    if settings.READING_TASKS == "database":
        step("read by a worker", lambda: subprocess.run([sys.executable, "manage.py", "db_worker", "--backend", "reading", "--batch"], check=True))
    assert not Reading.objects.exclude(state="read").exists()
    print(json.dumps(steps))


if __name__ == "__main__":
    measure()
