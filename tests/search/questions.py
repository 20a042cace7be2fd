"""(query, language, title of the first result, or None where nothing may be found). Asked of corpus.PAGES on each database."""

import unicodedata

from tests.search.udhr import TAI_DAM

PHONE = "Gọi điện thoại và lưu danh bạ"
QR = "Quét mã QR"
NOODLES = "Miến dong đường ruột tỏi đen"
SAUCE = "Nước chấm chẩm chéo"
WOMEN = "Phụ nữ Mường Giàng học số"
CHICKEN = "Hợp tác xã gà đồi Mỹ Lung"
CHESTNUTS = "Giàu lên nhờ hạt dẻ"
PEACE = "Hòa giải ở cơ sở"
HEALTH = "Khoẻ và đẹp mỗi ngày"
WEAVER = "Người H'Mông dệt lanh"
MARKET = "Chợ phiên của bà con Mông"
LEARNERS = "Hơn 3.200 người Sơn La học số"
VACCINES = "Tiêm chủng cho bé"
PASSWORD = "Đặt mật khẩu khó đoán"
VNEID = "Kích hoạt VNeID mức 2"
LIVE = "Livestream bán hàng"
PICTURES = "Take good pictures of your products"
FAIR = "Women's market in the mountains"
NAIVE = "The naïve customer and the café"
SCHOOL = "Photographier à l'école d'été"
MARCHE = "Le marché des femmes"
THAI = "Người Thái Đen và chữ viết"


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


VIETNAMESE = [
    # Without tones
    ("dien thoai", PHONE),
    ("goi dien", PHONE),
    ("danh ba", PHONE),
    ("luu so", PHONE),
    ("DIEN THOAI", PHONE),
    ("quet ma", QR),
    ("ma qr", QR),
    ("qr", QR),
    ("duong ruot", NOODLES),
    ("duong ruot mien", NOODLES),
    ("mien dong", NOODLES),
    ("toi den", NOODLES),
    ("nuoc cham", SAUCE),
    ("cham cheo", SAUCE),
    ("mac khen", SAUCE),
    ("phu nu", WOMEN),
    ("muong giang", WOMEN),
    ("hoc so", LEARNERS),  # the newer of two titles
    ("chi hoi", PEACE),
    ("ga doi", CHICKEN),
    ("my lung", CHICKEN),
    ("hop tac xa", CHICKEN),
    ("hat de", CHESTNUTS),
    ("ngan son", CHESTNUTS),
    ("phu quy", CHESTNUTS),
    ("co ngoi", CHESTNUTS),
    ("hoa giai", PEACE),
    ("tao hon", PEACE),
    ("xoa bo", PEACE),
    ("khoe", HEALTH),
    ("tap khoe", HEALTH),
    ("det lanh", WEAVER),
    ("ha giang", WEAVER),
    ("cho phien", MARKET),
    ("chu nhat", MARKET),
    ("son la", LEARNERS),
    ("tiem chung", VACCINES),
    ("lich tiem", VACCINES),
    ("mat khau", PASSWORD),
    ("otp", PASSWORD),
    ("vneid", VNEID),
    ("can cuoc", VNEID),
    ("cong an", VNEID),
    ("livestream", LIVE),
    ("chot don", LIVE),
    # With tones: exactly
    ("điện thoại", PHONE),
    ("ĐIỆN THOẠI", PHONE),
    ("đường ruột", NOODLES),
    ("nước chấm", SAUCE),
    ("phụ nữ", WOMEN),
    ("phụ", WOMEN),
    ("phú", CHESTNUTS),
    ("gà đồi", CHICKEN),
    ("tiêm chủng", VACCINES),
    ("mật khẩu", PASSWORD),
    ("giã nhỏ", SAUCE),
    ("đường", NOODLES),
    ("chợ", MARKET),
    # One word so, another so
    ("điện thoai", PHONE),
    ("dien thoại", PHONE),
    ("đường ruot", NOODLES),
    ("phu nữ", WOMEN),
    ("phụ nu", WOMEN),
    ("mật khau", PASSWORD),
    # The other place of the tone
    ("hoà giải", PEACE),
    ("hòa giải", PEACE),
    ("hoà", PEACE),
    ("xoá bỏ", PEACE),
    ("xóa", PEACE),
    ("khỏe", HEALTH),
    ("khoẻ", HEALTH),
    ("tập khỏe", HEALTH),
    # Taken apart (NFD), as an iPhone or a Mac sends it
    (nfd("điện thoại"), PHONE),
    (nfd("đường ruột"), NOODLES),
    (nfd("nước chấm"), SAUCE),
    (nfd("hoà giải"), PEACE),
    (nfd("Mường Giàng"), WOMEN),
    (nfd("tiêm chủng"), VACCINES),
    (nfd("phú"), CHESTNUTS),
    # One people, three spellings
    ("mông", MARKET),
    ("hmông", MARKET),
    ("h'mông", MARKET),
    ("H’Mông", MARKET),
    ("hmong", MARKET),
    ("nguoi mong", WEAVER),
    ("người Hmông", WEAVER),
    # Numbers
    ("3200", LEARNERS),
    ("3.200 người", LEARNERS),
    ("3,200", LEARNERS),
    ("11/2026", LEARNERS),
    ("muc 2", VNEID),
    # Names
    ("Sùng Thị Ví Dụ", WEAVER),
    ("sung thi vi du", WEAVER),
    ("ban thi vi du", CHESTNUTS),
    ("Mè Thị Ví Dụ", WOMEN),
    ("me thi", WOMEN),
    # The beginning of a last word
    ("dien tho", PHONE),
    ("livest", LIVE),
    ("vne", VNEID),
    ("mat kha", PASSWORD),
    ("tiêm chu", VACCINES),
    # Telex and VNI with the keyboard's mode off
    ("ddienj thoai", PHONE),
    ("ddieenj thoaij", PHONE),
    ("dieenj thoaij", PHONE),
    ("dduwowngf ruootj", NOODLES),
    ("nuwowcs chaams", SAUCE),
    ("phuj nuwx", WOMEN),
    ("hocj soos", LEARNERS),
    ("maatj khaaur", PASSWORD),
    ("tieem chungr", VACCINES),
    ("chowj phieen", MARKET),
    ("die6n5 thoai5", PHONE),
    ("d9ie6n5 thoa5i", PHONE),
    ("phu5 nu74", WOMEN),
    # Slips of the finger
    ("dien thaoi", PHONE),
    ("dien thoaii", PHONE),
    ("livestrem", LIVE),
    ("livesteam", LIVE),
    ("vneidd", VNEID),
    ("duong ruott", NOODLES),
    ("mat khauu", PASSWORD),
    # Wrong tones: what the words without them find
    ("điển thoại", PHONE),
    ("đien thọai", PHONE),
    ("phù nữ", WOMEN),
    # What stands around the words
    ("“điện thoại”", PHONE),
    ("(điện thoại)", PHONE),
    ("điện-thoại?!", PHONE),
    ("điện thoại 😀", PHONE),
    ("  điện   thoại  ", PHONE),
    ("điện\u00a0thoại", PHONE),
    ("điện\u200b thoại", PHONE),
    ("điện\x00thoại", PHONE),
    # Other scripts
    (TAI_DAM[2], THAI),
    (TAI_DAM[2].split()[0], THAI),
    # Nothing
    ("phở", None),
    ("xyzzy", None),
    ("dien thoai phở", None),
    ("", None),
    ("   ", None),
    ("?!", None),
    ("😀", None),
    ("❤️ 1️⃣", None),
    ("OR", None),
    ("title:điện", None),
]
ENGLISH = [
    ("good pictures", PICTURES),
    ("PICTURES", PICTURES),
    ("window lens", PICTURES),
    ("pictuers", PICTURES),
    ("women market", FAIR),
    ("women's market", FAIR),
    ("women’s", FAIR),
    ("bamboo sho", FAIR),
    ("naive", NAIVE),
    ("naïve", NAIVE),
    ("cafe", NAIVE),
    ("café", NAIVE),
    ("dien thoai", None),
]
FRENCH = [
    ("ecole", SCHOOL),
    ("école", SCHOOL),
    ("l'école", SCHOOL),
    ("l’ete", SCHOOL),
    ("eleves", SCHOOL),
    ("élèves", SCHOOL),
    (nfd("élèves"), SCHOOL),
    ("creer une oeuvre", SCHOOL),
    ("œuvre", SCHOOL),
    ("marche", MARCHE),
    ("marché", MARCHE),
    ("où", MARCHE),
    ("ou et quand", MARCHE),
    ("brodrie", MARCHE),
]
TAI = [
    (TAI_DAM[0], TAI_DAM[0]),
    (TAI_DAM[1], TAI_DAM[0]),
    (TAI_DAM[1].split()[1], TAI_DAM[0]),
    (TAI_DAM[0].split()[0][:2], TAI_DAM[0]),
    (TAI_DAM[0].split()[0][0] * 9, None),
]
QUESTIONS = [(query, code, title) for code, asked in (("vi", VIETNAMESE), ("en", ENGLISH), ("fr", FRENCH), ("blt", TAI)) for query, title in asked]
