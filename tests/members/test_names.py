"""How a member is called: by the last word of her name, whatever a list has written behind it."""

import pytest

from members.models import Member


@pytest.mark.parametrize(
    ("full_name", "greeted", "short"),
    [
        ("Lò Thị Mai", "Mai", "L. T. Mai"),
        ("Lò Thị Mai (bản Nà Sang)", "Mai", "L. T. Mai"),
        ("Lò Thị (Mai)", "Thị", "L. Thị"),
        ("Sùng Dợ", "Dợ", "S. Dợ"),
        ("Mai", "Mai", "Mai"),
        ("(chưa rõ)", "rõ)", "(. rõ)"),
    ],
)
def test_remark_in_brackets_is_no_part_of_her_name(full_name, greeted, short):
    member = Member(username="vd1", full_name=full_name)
    assert member.get_short_name() == greeted
    assert member.name_as(Member.NameForm.SHORT) == short
    assert member.name_as(Member.NameForm.LAST) == greeted
    assert member.name_as(Member.NameForm.FULL) == full_name


def test_member_without_a_name_is_called_by_her_login():
    assert Member(username="bien-tap").get_short_name() == "bien-tap"
