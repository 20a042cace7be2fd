"""What is locked, used or ended is so on every worker: nothing of it is kept in a process."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.members.door import OTHER_PIN, PIN, WRONG
from tests.members.workers import COUNT, LAY, REISSUE, Phone, Workers

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
AT_ONCE = 20
ASKING = {"telephone_number": "", "year": "1985", "pin": PIN, "again": PIN}
MINE = "/dang-nhap/doi/"  # 200 to whom it knows


@pytest.fixture
def workers(request, tree, tmp_path):
    made = Workers(tmp_path, request.config.cache)
    yield made
    made.server.stop()


def card(secret: str) -> str:
    return f"/dang-nhap/the/{secret}/"


def test_locks_seats_cards_and_sessions_hold_on_both_workers(workers):
    """In one, since starting two workers takes longer than all that is asked of them."""
    laid = workers.run(LAY % (["lan", "mai", "hoa", "ban"], PIN))
    cards, (seat, _other_seat) = laid["cards"], laid["invitations"]
    five_wrong_pins_lock_her_card_and_not_her_neighbours(workers, cards)
    guesses_sent_at_once_find_five_tries(workers, cards)
    of_two_at_once_one_gets_the_seat(workers, seat)
    session_is_dead_after_signing_out(workers, cards)
    rotated_card_is_dead(workers, cards)


def five_wrong_pins_lock_her_card_and_not_her_neighbours(workers, cards):
    thief = Phone(workers)
    statuses = [thief.post(card(cards["lan"]), pin=WRONG)[0] for _try in range(5)]
    assert statuses == [200, 200, 200, 200, 429]
    assert {answer[0] for answer in workers.on_both(lambda: Phone(workers).post(card(cards["lan"]), pin=PIN))} == {429}
    status, onward, _text = Phone(workers).post(card(cards["mai"]), pin=PIN)
    assert (status, onward) == (302, "/toi/")


def guesses_sent_at_once_find_five_tries(workers, cards):
    before = workers.run(COUNT)["locked"]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        statuses = sorted(pool.map(lambda _number: Phone(workers).post(card(cards["hoa"]), pin=WRONG)[0], range(AT_ONCE)))
    assert statuses == [200] * 4 + [429] * (AT_ONCE - 4)
    assert workers.run(COUNT)["locked"] == before + 1
    assert len(set(workers.answered())) == 2


def of_two_at_once_one_gets_the_seat(workers, seat):
    address = f"/tham-gia/{seat}/"
    phones = [Phone(workers) for _number in range(6)]
    for phone in phones:
        assert phone.get(address)[0] == 200
    with ThreadPoolExecutor(len(phones)) as pool:
        statuses = sorted(pool.map(lambda pair: pair[1].post(address, full_name=f"Cà Thị {pair[0]}", **ASKING)[0], enumerate(phones)))
    assert statuses == [302] + [410] * 5
    assert workers.run(COUNT)["asked"] == 1
    assert {answer[0] for answer in workers.on_both(lambda: Phone(workers).get(address))} == {410}


def session_is_dead_after_signing_out(workers, cards):
    phone = Phone(workers)
    phone.post(card(cards["mai"]), pin=PIN)
    stolen = {"sessionid": phone.cookies["sessionid"]}
    assert {answer[0] for answer in workers.on_both(lambda: Phone(workers, **stolen).get(MINE))} == {200}
    phone.post("/dang-xuat/")
    assert {answer[0] for answer in workers.on_both(lambda: Phone(workers, **stolen).get(MINE))} == {302}


def rotated_card_is_dead(workers, cards):
    phone = Phone(workers)
    phone.post(card(cards["ban"]), pin=PIN)
    assert {answer[0] for answer in workers.on_both(lambda: phone.get(card(cards["ban"])))} == {200}
    fresh = workers.run(REISSUE % "ban")
    assert {answer[0] for answer in workers.on_both(lambda: Phone(workers).post(card(cards["ban"]), pin=PIN))} == {404}
    assert {answer[0] for answer in workers.on_both(lambda: phone.get(MINE))} == {302}
    assert Phone(workers).post(card(fresh), pin=OTHER_PIN, again=OTHER_PIN)[:2] == (302, "/toi/")
