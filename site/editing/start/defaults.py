"""What Wagtail's first migrations name in English. Named again, it stays as it is called then; whoever has renamed it is not overruled."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, Page, Task, Workflow

NAMES = (
    (Group, "name", "Editors", "Biên tập toàn trang web"),
    (Group, "name", "Moderators", "Duyệt toàn trang web"),
    (Workflow, "name", "Moderators approval", "Duyệt bởi người duyệt toàn trang web"),
    (Task, "name", "Moderators approval", "Duyệt toàn trang web"),
    (Collection, "name", "Root", "Thư mục gốc"),
    (Page, "title", "Root", "Trang gốc"),
    (Page, "draft_title", "Root", "Trang gốc"),
)
TREES = (Collection, Page)


@transaction.atomic
def name_in_vietnamese() -> int:
    """How many names were changed."""
    changed = 0
    for model, field, english, vietnamese in NAMES:
        rows = model.objects.filter(**{field: english})
        if model in TREES:
            rows = rows.filter(depth=1)
        elif model.objects.filter(**{field: vietnamese}).exists():
            continue
        changed += rows.update(**{field: vietnamese})
    return changed
