"""What stands in a restricted collection, or below one, leaves no trace on a lesson that holds it."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.mark.parametrize("below", [False, True])
def test_lesson_shows_its_sounds_and_documents_until_they_are_restricted(tree, client, below):
    above = Collection.get_first_root_node().add_child(name="Nội bộ")
    collection = above.add_child(name="Danh sách") if below else above
    sound, paper = factories.make_document("audio", collection=collection), factories.make_document(title="Danh sách mật", collection=collection)
    documents = factories.stream(("document", paper.pk))
    lesson = factories.make_lesson(steps=1, audio=sound, narration=sound, related_documents=documents)
    shown = client.get(lesson.address).text
    assert (shown.count(sound.url), shown.count('data-play="audio"')) == (2, 2)
    assert "Danh sách mật" in shown and 'class="part related stack"' in shown
    CollectionViewRestriction.objects.create(collection=above, restriction_type="login")
    shown = client.get(lesson.address).text
    assert "/thu-vien/" not in shown and "data-play" not in shown and "Danh sách mật" not in shown
    assert 'class="part related stack"' not in shown  # no heading over nothing
