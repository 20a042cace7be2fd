from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0004_upload_batches")]

    operations = [
        migrations.AddIndex(
            model_name="librarydocument",
            index=models.Index(fields=["-created_at", "-id", "language_code", "collection", "kind", "topic"], name="newest_documents"),
        ),
        migrations.AddIndex(
            model_name="librarydocument",
            index=models.Index(fields=["language_code", "-created_at", "-id", "collection", "kind", "topic"], name="newest_in_a_language"),
        ),
    ]
