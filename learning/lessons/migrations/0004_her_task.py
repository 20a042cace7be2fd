import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lessons", "0003_link_cards")]

    operations = [
        migrations.AlterField(
            model_name="lessonpage",
            name="do_task",
            field=wagtail.fields.RichTextField(blank=True, help_text="Something she does with her own phone, today.", verbose_name="her task"),
        ),
    ]
