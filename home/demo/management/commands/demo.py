"""manage.py demo: the site as it would look after half a year of use. A second run adds only what is missing."""

import json

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from config.languages import BY_CODE, SOURCE
from home.demo import cards, curriculum, links, people, reading, records
from home.demo.builder import Builder, wanted_pictures
from home.demo.gallery import Gallery
from home.demo.library import Library
from home.demo.staff import make_commune_staff, make_staff, renew_passwords
from home.demo.translations import Translator
from home.domain import make_homes
from pages.models import Navigation

BAR = (("", "home"), ("hoc/", "book"), ("thu-vien/", "shelf"), ("guong-dien-hinh/", "story"), ("mo-hinh/", "model"))
FOOTER = (("tin-tuc/", "news"), ("sinh-hoat/", "doc"), ("thu-vien/", "shelf"), ("mo-hinh/", "model"), ("gioi-thieu/", "doc"), ("dung-de-dang/", "doc"))
TRANSLATED = ("en", "fr")


class Command(BaseCommand):
    help = "Fills the site with the demonstration's content, staff, members and half a year of their learning. Repeating it changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--documents", action="store_true", help="only topics, staff, pictures and documents: what takes longest")
        parser.add_argument("--passwords", action="store_true", help="give every demonstration account a new password")

    def handle(self, *args, **options):
        homes = make_homes()
        call_command("name_defaults", stdout=self.stdout)
        call_command("import_units", stdout=self.stdout)
        gallery = Gallery(wanted_pictures(), report=self.stdout.write)
        builder, translators = Builder(homes[SOURCE], gallery), [Translator(language, gallery) for language in TRANSLATED]
        builder.make_topics()
        for translator in translators:
            translator.topics()
        staff = make_staff(homes)
        Library(gallery, report=self.stdout.write).fill()
        if options["documents"]:
            return
        builder.build()
        staff += make_commune_staff()
        self.stdout.write(f"Trang tiếng Việt: {len(builder.texts)}.")
        self._navigation(homes[SOURCE])
        self._mountain_homes(homes)
        for translator in translators:
            translator.pages(builder.texts)
            self.stdout.write(f"{BY_CODE[translator.language].own_name}: xong.")
        self._members(homes[SOURCE])
        links.make(homes[SOURCE], timezone.localdate(), self.stdout)
        cards.hand_out()
        path = renew_passwords(staff, only_missing=not options["passwords"])
        self.stdout.write(f"Tên đăng nhập: {', '.join(member.username for member in staff)}. Mật khẩu ở {path}")

    @transaction.atomic
    def _members(self, home) -> None:
        """All of them with what they learned, or none."""
        now = timezone.now()
        made = people.register()
        written = records.write(made, curriculum.courses(home), now)
        self.stdout.write(f"Hội viên: thêm {len(made)}, bài làm: thêm {len(written.attempts)}.")

    def _navigation(self, home) -> None:
        navigation = Navigation.load()
        if navigation.bar:
            return
        for name, places in (("bar", BAR), ("footer", FOOTER)):
            pages = [(home.get_descendants(inclusive=True).filter(url_path=home.url_path + path).first(), icon) for path, icon in places]
            setattr(navigation, name, json.dumps([{"type": "place", "value": {"page": page.pk, "icon": icon}} for page, icon in pages if page]))
        navigation.save()

    def _mountain_homes(self, homes: dict) -> None:
        """Only what a source vouches for."""
        for code, home in homes.items():
            text = reading.read(code, "home.toml") or {}
            if BY_CODE[code].interface or home.greeting or not text:
                continue
            home.greeting, home.greeting_source = text["greeting"], text["greeting_source"]
            home.save_revision().publish()
