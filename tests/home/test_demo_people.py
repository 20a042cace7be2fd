"""The demonstration's members are believable, invented, marked as such, and the same on every machine."""

import hashlib
import re
from collections import Counter

import pytest

from home.demo import branches, names, people
from home.demo.people import CHAIRWOMAN, MAI, Person
from members.management.commands.import_units import rows as units_of_the_state
from members.models import Member, Unit

# Changes with any name, year or branch: then every figure of the demonstration changes too. Write the new one here if that is meant.
AS_BEFORE = "672453"


@pytest.fixture(scope="module")
def everybody() -> list[Person]:
    return people.population()


def test_two_thousand_women_in_forty_branches_of_six_communes(everybody):
    assert len(everybody) == 2000
    assert len({person.branch for person in everybody} - {""}) == 40
    assert len(branches.COMMUNES) == 6
    assert len({person.code for person in everybody}) == 2000


def test_population_is_the_same_on_every_machine(everybody):
    assert people.population() == everybody
    assert hashlib.sha256(repr(everybody).encode()).hexdigest()[:6] == AS_BEFORE


def test_everyone_is_marked_as_invented(everybody):
    assert all(re.fullmatch(r"VD\d{6}", person.code) for person in everybody)
    assert all(branch.name.endswith("(ví dụ)") and branch.code.startswith("VD-") for branch in branches.BRANCHES)


def test_no_woman_of_the_stories_is_among_them(everybody):
    assert not {person.name for person in everybody} & names.REAL


def test_years_of_birth_and_names_are_believable(everybody):
    years = [person.birth_year for person in everybody]
    assert 1950 <= min(years) < 1960
    assert 2000 < max(years) <= 2007
    assert all(2 <= len(person.name.replace("(ví dụ)", "").split()) <= 4 for person in everybody)
    assert max(Counter(person.name for person in everybody).values()) < 20
    mong = [person.name for person in everybody if person.name.split()[0] in {"Vàng", "Sùng", "Giàng", "Thào"}]
    assert 0.2 < sum("Thị" in name for name in mong) / len(mong) < 0.5, "Mông women often have no Thị"


def test_each_branch_has_one_chairwoman_each_commune_and_the_province_their_officials(everybody):
    officials = Counter(person.unit for person in everybody if person.official)
    assert {officials["branch", branch.code] for branch in branches.BRANCHES} == {1}
    assert {officials["commune", commune.code] for commune in branches.COMMUNES} == {2}
    assert officials[branches.PROVINCE] == 2


def test_those_with_cards_are_of_one_branch(everybody):
    chairwoman, mai = everybody[0], everybody[1]
    assert (chairwoman.code, mai.code) == (CHAIRWOMAN, MAI)
    assert chairwoman.official and not mai.official
    assert chairwoman.branch == mai.branch != ""


def test_communes_are_those_of_the_state_in_son_la():
    listed = {row.code: row for row in units_of_the_state() if row.kind == "commune"}
    assert {listed[commune.code].parent for commune in branches.COMMUNES} == {branches.PROVINCE}


def test_registered_members_have_no_telephone_no_password_and_a_place(db, everybody, monkeypatch):
    lay_communes()
    monkeypatch.setattr(people, "population", lambda: everybody[:60])
    made = people.register()
    assert len(made) == 60
    members = Member.objects.filter(member_code__startswith="VD").select_related("unit")
    assert members.count() == 60
    for member in members:
        assert (member.phone, member.email, member.pin) == ("", "", "")
        assert not member.has_usable_password()
        assert not member.is_staff and not member.is_superuser
        assert member.name_folded
    mai = members.get(member_code=MAI)
    assert str(mai.unit) == "Chi hội bản Nà Sang (ví dụ), Gia Phù"
    assert mai.get_short_name() == "Mai"
    assert list(Member.objects.for_officer(members.get(member_code=CHAIRWOMAN))) == list(members.filter(unit=mai.unit))


def test_second_run_adds_nobody_and_leaves_what_officers_changed(db, everybody, monkeypatch):
    lay_communes()
    monkeypatch.setattr(people, "population", lambda: everybody[:10])
    people.register()
    Member.objects.filter(member_code=MAI).update(full_name="Lò Thị Mai Anh")
    Member.objects.filter(member_code="VD000003").delete()
    Unit.objects.filter(kind="branch", code__startswith="VD-").update(name="Chi hội khác")
    assert people.register() == []
    assert Member.objects.get(member_code=MAI).full_name == "Lò Thị Mai Anh"
    assert not Member.objects.filter(member_code="VD000003").exists()
    assert Unit.objects.filter(code__startswith="VD-", name="Chi hội khác").count() == 40


def lay_communes():
    """The province and its six communes, as import_units has them."""
    wanted = {branches.PROVINCE[1], *(commune.code for commune in branches.COMMUNES)}
    people.place_units(row for row in units_of_the_state() if row.kind == "central" or row.code in wanted)
