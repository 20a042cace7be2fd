import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0002_cards_phones_invitations")]

    operations = [
        migrations.RenameField(model_name="tries", old_name="first_at", new_name="since"),
        migrations.AlterField(model_name="tries", name="since", field=models.DateTimeField(default=django.utils.timezone.now)),
    ]
