"""The words beside the field alone: the fourth button on phones is the member's own page."""

from django.db import migrations

import pages.fields


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="navigation",
            name="bar",
            field=pages.fields.StreamField(
                [],
                blank=True,
                help_text="Phones show the first three at the bottom of the screen, and beside them the member’s own page.",
                verbose_name="main pages",
            ),
        ),
    ]
