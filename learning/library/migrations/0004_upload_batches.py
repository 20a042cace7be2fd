import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0003_versions_readings_audiences"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="UploadBatch",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                ("sheet", models.CharField(blank=True, max_length=200, verbose_name="sheet")),
                ("rows", models.JSONField(default=list, editable=False)),
                ("headers", models.JSONField(default=dict, editable=False)),
                ("files", models.JSONField(default=list, editable=False)),
                ("lines", models.JSONField(default=list, editable=False)),
                ("notes", models.JSONField(default=list, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("checked", "checked, not yet made"), ("making", "being made"), ("done", "in the library"), ("cancelled", "cancelled")],
                        default="checked",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("forgotten", models.BooleanField(default=False, editable=False)),
                (
                    "collection",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="wagtailcore.collection", verbose_name="collection"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="made by"),
                ),
            ],
            options={
                "verbose_name": "upload of many documents",
                "verbose_name_plural": "uploads of many documents",
                "ordering": ["-made_at"],
            },
        ),
    ]
