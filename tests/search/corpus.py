"""What the table of questions is asked of: short things in several languages and scripts, straight into the index."""

from datetime import UTC, datetime, timedelta

from home.models import StandardPage
from search import index, of_pages
from search.finding import Asked, Finding
from tests.factories.quick import quickly
from tests.factories.tree import locale
from tests.search.udhr import TAI_DAM

FIRST = datetime(2026, 1, 1, tzinfo=UTC)

# language, title, summary. Later ones are newer. Names of persons are invented.
PAGES = [
    ("vi", "Gọi điện thoại và lưu danh bạ", "Lưu số của chị em để gọi cho nhanh."),
    ("vi", "Quét mã QR", "Chạm vào máy ảnh rồi đưa vào mã."),
    ("vi", "Miến dong đường ruột tỏi đen", "Nấu miến với tỏi đen, tốt cho đường ruột."),
    ("vi", "Nước chấm chẩm chéo", "Mắc khén, ớt, tỏi giã nhỏ."),
    ("vi", "Phụ nữ Mường Giàng học số", "Chị Mè Thị Ví Dụ chia sẻ với chi hội."),
    ("vi", "Hợp tác xã gà đồi Mỹ Lung", "Nuôi gà thả đồi, bán ở chợ phiên."),
    ("vi", "Giàu lên nhờ hạt dẻ", "Cơ ngơi của chị Bàn Thị Ví Dụ ở Ngân Sơn, rất phú quý."),
    ("vi", "Hòa giải ở cơ sở", "Chi hội hòa giải, xóa bỏ tảo hôn."),
    ("vi", "Khoẻ và đẹp mỗi ngày", "Chị em tập khoẻ, ăn đủ."),
    ("vi", "Người H'Mông dệt lanh", "Chị Sùng Thị Ví Dụ dệt vải ở Hà Giang."),
    ("vi", "Chợ phiên của bà con Mông", "Ngày chủ nhật, bà con xuống chợ."),
    ("vi", "Hơn 3.200 người Sơn La học số", "Con số tháng 11/2026."),
    ("vi", "Tiêm chủng cho bé", "Lịch tiêm, nơi tiêm, giấy tờ mang theo."),
    ("vi", "Đặt mật khẩu khó đoán", "Không gửi mã OTP cho ai."),
    ("vi", "Kích hoạt VNeID mức 2", "Mang căn cước đến công an xã."),
    ("vi", "Livestream bán hàng", "Nói chậm, cười tươi, chốt đơn."),
    ("en", "Take good pictures of your products", "Stand near a window. Wipe the lens."),
    ("en", "Women's market in the mountains", "Brocade, honey and dried bamboo shoots."),
    ("en", "The naïve customer and the café", "Be patient."),
    ("fr", "Photographier à l'école d'été", "Les élèves apprennent à créer une œuvre."),
    ("fr", "Le marché des femmes", "Vendre du miel et de la broderie, où et quand ?"),
    ("blt", TAI_DAM[0], TAI_DAM[1]),
    ("vi", "Người Thái Đen và chữ viết", "Một câu viết bằng chữ Thái: " + TAI_DAM[2]),
]


def lay(tree) -> None:
    pages = []
    for number, (code, title, summary) in enumerate(PAGES):
        page = StandardPage(title=title, summary=summary, slug=f"trang-{number}", first_published_at=FIRST + timedelta(days=number))
        page.locale = locale(code)
        pages.append(quickly(tree.homes[code], page))
    index.put(of_pages.entries(pages))


def found(text: str, language: str = "vi") -> list[str]:
    """As the search page finds, guesses included."""
    finding = Finding(Asked(text, language))
    return [finding.entries[hit.pk].title for hit in finding.hits]
