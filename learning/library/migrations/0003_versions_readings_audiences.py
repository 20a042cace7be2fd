import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import pages.fields
import pages.multilingual
import pages.outdated


def keep_first_versions(apps, schema_editor):
    """The file of each document that is already there becomes its first version."""
    Document, Version = (apps.get_model("library", name) for name in ("LibraryDocument", "DocumentVersion"))
    for document in Document.objects.filter(version=None).exclude(file=""):
        document.version = Version.objects.create(
            document=document,
            number=1,
            file=document.file.name,
            filename=document.file.name.rsplit("/", 1)[-1],
            size=document.file_size or 0,
            created_by_id=document.uploaded_by_user_id,
        )
        document.save(update_fields=["version"])


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0002_initial"),
        ("members", "0004_member_imports"),
        ("pages", "0002_help_of_the_bar"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="librarydocument",
            name="issuing_body",
            field=models.CharField(blank=True, max_length=160, verbose_name="issued by"),
        ),
        migrations.AddField(
            model_name="librarydocument",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                help_text="She is asked when it must be looked at again. Left empty, whoever uploaded it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who answers for it",
            ),
        ),
        migrations.AddField(
            model_name="librarydocument",
            name="review_on",
            field=models.DateField(blank=True, null=True, verbose_name="review again on"),
        ),
        migrations.AddField(
            model_name="librarydocument",
            name="sha256",
            field=models.CharField(blank=True, db_index=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="librarydocument",
            name="year",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year"),
        ),
        migrations.CreateModel(
            name="CollectionAudience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(
                        choices=[("public", "everybody"), ("members", "members"), ("officials", "union officials")],
                        default="public",
                        max_length=10,
                        verbose_name="who may read",
                    ),
                ),
                (
                    "collection",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="audience", to="wagtailcore.collection", verbose_name="collection"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        help_text="With all units below it. Left empty, in the whole union.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="members.unit",
                        verbose_name="only in this unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "audience of a collection",
                "verbose_name_plural": "audiences of collections",
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("file", models.FileField(upload_to="documents", verbose_name="file")),
                ("filename", models.CharField(max_length=200, verbose_name="file name")),
                ("size", models.PositiveBigIntegerField(verbose_name="size")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="who"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="library.librarydocument", verbose_name="document"
                    ),
                ),
                ("restored_from", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="library.documentversion")),
            ],
            options={
                "verbose_name": "version of a document",
                "verbose_name_plural": "versions of documents",
                "ordering": ["-number"],
            },
        ),
        migrations.AddField(
            model_name="librarydocument",
            name="version",
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="library.documentversion"),
        ),
        migrations.CreateModel(
            name="LibraryPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("share_text", models.CharField(blank=True, help_text="Left empty, the summary is used.", max_length=110, verbose_name="sentence for Zalo")),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="One or two short sentences: what she gets from this page. Shown on cards and in Zalo.",
                        max_length=160,
                        verbose_name="summary",
                    ),
                ),
                (
                    "cover_alt",
                    models.CharField(
                        blank=True,
                        help_text="For women who listen to the page. Left empty, the description in the picture library is used.",
                        max_length=160,
                        verbose_name="what the cover shows",
                    ),
                ),
                ("transcript", models.TextField(blank=True, help_text="What the narration says, if it differs from the page.", verbose_name="transcript")),
                ("related_documents", pages.fields.StreamField([], blank=True, verbose_name="documents")),
                ("written_by", models.CharField(blank=True, max_length=120, verbose_name="written by")),
                ("checked_by", models.CharField(blank=True, max_length=120, verbose_name="checked by")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="review again on")),
                ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                (
                    "cover",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="pages.picture", verbose_name="cover picture"
                    ),
                ),
                (
                    "narration",
                    models.ForeignKey(
                        blank=True,
                        help_text="A sound file from the library, in the language of this page.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="library.librarydocument",
                        verbose_name="narration",
                    ),
                ),
                (
                    "share_picture",
                    models.ForeignKey(
                        blank=True,
                        help_text="Left empty, the cover is used.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.picture",
                        verbose_name="picture for Zalo",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="pages.topic", verbose_name="topic"
                    ),
                ),
            ],
            options={
                "verbose_name": "library",
                "verbose_name_plural": "pages of the library",
            },
            bases=(pages.outdated.KnowsItsAge, pages.multilingual.InLanguages, "wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("extension", models.CharField(max_length=10)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "waiting to be read"), ("read", "read"), ("no_text", "no readable text"), ("failed", "could not be read")],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("scan", "scanned pages"),
                            ("old_font", "an old font (TCVN3 or VNI)"),
                            ("too_long", "too long"),
                            ("broken", "damaged"),
                            ("time", "took too long"),
                            ("memory", "needed too much memory"),
                        ],
                        max_length=10,
                        verbose_name="problem",
                    ),
                ),
                ("pages", models.PositiveIntegerField(null=True, verbose_name="pages")),
                ("seconds", models.PositiveIntegerField(null=True, verbose_name="seconds")),
                ("cover", models.FileField(blank=True, upload_to="readings")),
                ("page_pictures", models.PositiveSmallIntegerField(default=0)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "reading of a file",
                "verbose_name_plural": "readings of files",
                "constraints": [models.UniqueConstraint(fields=("sha256", "extension"), name="one_reading_per_file")],
            },
        ),
        migrations.AddField(
            model_name="documentversion",
            name="reading",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="versions", to="library.reading"),
        ),
        migrations.CreateModel(
            name="ReadingPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(blank=True, max_length=200)),
                ("html", models.TextField()),
                ("text", models.TextField()),
                ("weight", models.PositiveIntegerField()),
                ("reading", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="library.reading")),
            ],
            options={
                "verbose_name": "part of a reading",
                "verbose_name_plural": "parts of readings",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="DocumentDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("reads", models.PositiveIntegerField(default=0, verbose_name="reads")),
                ("downloads", models.PositiveIntegerField(default=0, verbose_name="downloads")),
                (
                    "document",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="days", to="library.librarydocument", verbose_name="document"),
                ),
            ],
            options={
                "verbose_name": "day of a document",
                "verbose_name_plural": "days of documents",
                "constraints": [models.UniqueConstraint(fields=("document", "day"), name="one_row_per_document_and_day")],
            },
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(fields=("document", "number"), name="one_document_version_per_number"),
        ),
        migrations.AddConstraint(
            model_name="readingpart",
            constraint=models.UniqueConstraint(fields=("reading", "number"), name="one_reading_part_per_number"),
        ),
        migrations.RunPython(keep_first_versions, migrations.RunPython.noop),
    ]
