"""Tables that say by their heads what they hold, whatever the order, with tones or without; figures as people write them."""

from decimal import Decimal

import pytest

from pages.columns import costs, figure, is_cost_table, records


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.500.000", 2_500_000),
        ("2,500,000 đ", 2_500_000),
        ("2.500.000,5", Decimal("2500000.5")),
        ("1,5", Decimal("1.5")),
        ("2,5 triệu", 2_500_000),
        ("500k", 500_000),
        ("500 nghìn đồng", 500_000),
        ("50 bó", 50),
        ("10 000", 10_000),
        ("3", 3),
        ("", None),
        ("không", None),
    ],
)
def test_figures(text, value):
    assert figure(text) == value


HEADS = [
    ["Hạng mục", "Số lượng", "Đơn vị", "Đơn giá", "Thành tiền"],
    ["hang muc", "SO LUONG", "Don vi tinh", "don gia (dong)", "thanh tien"],
    ["NỘI DUNG CHI", "SL", "ĐVT", "Đơn giá (VNĐ)", "Thành tiền/VNĐ"],
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_cost_table_in_any_order_and_spelling(head, order):
    rows = [head, ["Rơm khô", "50", "bó", "10.000", "500.000"], ["Giàn tre", "1", "bộ", "800.000", "800.000"], ["Tổng cộng", "", "", "", "1.300.000"]]
    shuffled = [[row[place] for place in order] for row in rows]
    assert is_cost_table(shuffled)
    assert costs(shuffled) == (
        [
            {"item": "Rơm khô", "quantity": "50", "unit": "bó", "unit_price": 10_000},
            {"item": "Giàn tre", "quantity": "1", "unit": "bộ", "unit_price": 800_000},
        ],
        [],
    )


def test_cost_table_below_its_name_with_running_numbers_and_thousands():
    rows = [["Bảng 1: Chi phí", "", "", ""], ["STT", "Vật tư", "SL", "Đơn giá (nghìn đồng)"], ["1", "Giống", "2,5 kg", "120"], ["2", "Công", "3", "200"]]
    values, other = costs(rows)
    assert values == [
        {"item": "Giống", "quantity": "2.5", "unit": "kg", "unit_price": 120_000},
        {"item": "Công", "quantity": "3", "unit": "", "unit_price": 200_000},
    ]
    assert other == [["Bảng 1: Chi phí", "", "", ""]]


def test_only_sums_leave_and_rows_without_a_price_are_given_back():
    rows = [["Khoản", "Số tiền"], ["Công chị em", "200.000"], ["Cộng", "200.000"], ["Cộng dồn tháng", "1"], ["TỔNG CHI PHÍ", "200.000"], ["Đất nhà có sẵn", ""]]
    values, other = costs(rows)
    assert [value["item"] for value in values] == ["Công chị em"] and other == [["Đất nhà có sẵn", ""]]


def test_total_alone_gives_the_price_of_one():
    values, _other = costs([["Hạng mục", "SL", "Thành tiền"], ["Bịch", "20", "500.000"], ["Vôi", "3", "100.000"]])
    assert [(value["quantity"], value["unit_price"]) for value in values] == [("20", 25_000), ("1", 100_000)]


def test_table_that_only_the_editor_calls_costs_is_read_by_its_looks():
    assert not is_cost_table([["Thứ", "Bao nhiêu", "Một cái"], ["Chậu", "4", "50.000"]])
    values, _other = costs([["Thứ", "Bao nhiêu", "Một cái"], ["Chậu", "4", "50.000"], ["Xẻng", "2", "70.000"]])
    assert [(value["item"], value["quantity"], value["unit_price"]) for value in values] == [("Chậu", "4", 50_000), ("Xẻng", "2", 70_000)]
    assert costs([["Ai", "Làm gì"], ["Hoa", "Nấu"]]) == ([], [["Ai", "Làm gì"], ["Hoa", "Nấu"]])


@pytest.mark.parametrize("rows", [[["Tháng", "Nấm (kg)"], ["3", "40"]], [["Hạng mục", "Người làm"], ["Giống", "Hoa"]], [["Hạng mục", "Đơn giá"]], []])
def test_other_tables_are_none(rows):
    assert not is_cost_table(rows)


def test_records_want_the_columns_they_need():
    known = {"who": ("ai",), "does": ("lam gi", "viec")}
    assert records([["Việc", "Ai"], ["Nấu", "Hoa"], ["", ""]], known, ("who", "does")) == [{"does": "Nấu", "who": "Hoa"}]
    assert records([["Việc", "Ngày"], ["Nấu", "3"]], known, ("who", "does")) is None
