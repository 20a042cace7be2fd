import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0003_tries_since"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made")),
                ("name", models.CharField(max_length=200, verbose_name="file")),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("file", models.CharField(blank=True, editable=False, max_length=200)),
                ("headers", models.JSONField(default=list, editable=False)),
                ("never", models.JSONField(default=list, editable=False)),
                ("other_sheets", models.JSONField(default=list, editable=False)),
                ("mapping", models.JSONField(default=dict, editable=False)),
                ("create_branches", models.BooleanField(default=False, verbose_name="create new branches")),
                ("with_officials", models.BooleanField(default=False, verbose_name="take over who is an official")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checking", "being checked"),
                            ("checked", "checked, not yet imported"),
                            ("running", "being imported"),
                            ("done", "imported"),
                            ("cancelled", "cancelled"),
                        ],
                        default="checking",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0, verbose_name="rows")),
                ("done_rows", models.PositiveIntegerField(default=0, editable=False)),
                ("added", models.PositiveIntegerField(default=0, verbose_name="added")),
                ("updated", models.PositiveIntegerField(default=0, verbose_name="changed")),
                ("unchanged", models.PositiveIntegerField(default=0, verbose_name="unchanged")),
                ("bad", models.PositiveIntegerField(default=0, verbose_name="with mistakes")),
                ("skipped", models.PositiveIntegerField(default=0, verbose_name="deleted at her own wish")),
                ("branches", models.JSONField(default=list, editable=False)),
                ("preview", models.JSONField(default=list, editable=False)),
                ("notes", models.JSONField(default=list, editable=False)),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished")),
                ("forgotten", models.BooleanField(default=False, editable=False)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="members.unit", verbose_name="union unit"
                    ),
                ),
            ],
            options={
                "verbose_name": "import of members",
                "verbose_name_plural": "imports of members",
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="ImportProblem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("row", models.PositiveIntegerField()),
                ("cells", models.JSONField(default=list)),
                ("errors", models.JSONField(default=list)),
                ("run", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="problems", to="members.importrun")),
            ],
            options={
                "verbose_name": "row with a mistake",
                "verbose_name_plural": "rows with a mistake",
                "ordering": ["row"],
                "indexes": [models.Index(fields=["run", "row"], name="problems_in_file_order")],
            },
        ),
    ]
