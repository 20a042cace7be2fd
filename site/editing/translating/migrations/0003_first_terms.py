"""Names that stay as they are in every language, and the union's own words in English."""

from django.db import migrations

NAMES = (
    ("Zalo", "Ứng dụng nhắn tin"),
    ("Facebook", ""),
    ("Messenger", ""),
    ("TikTok", ""),
    ("YouTube", ""),
    ("Google Maps", ""),
    ("Android", ""),
    ("VNeID", "Ứng dụng định danh điện tử"),
    ("OCOP", "Mỗi xã một sản phẩm"),
    ("VietGAP", ""),
    ("OTP", ""),
    ("PIN", ""),
    ("QR", ""),
    ("Sơn La", "Tên tỉnh viết như tiếng Việt"),
    ("Điện Biên", "Tên tỉnh viết như tiếng Việt"),
    ("Thái Nguyên", "Tên tỉnh viết như tiếng Việt"),
    ("Phú Thọ", "Tên tỉnh viết như tiếng Việt"),
    ("Hà Giang", "Tên viết như tiếng Việt"),
)
ENGLISH = (
    ("Hội Liên hiệp Phụ nữ", "Women's Union", ""),
    ("Hội LHPN", "Women's Union", ""),
    ("hội viên", "member", ""),
    ("cán bộ Hội", "union official", ""),
    ("chi hội", "branch", "Cấp thôn, bản"),
    ("chi hội trưởng", "branch chairwoman", ""),
    ("cơ sở Hội", "grassroots union", "Cấp xã"),
    ("tổ phụ nữ", "women's group", "Dưới chi hội"),
    ("bình dân học vụ số", "digital literacy for all", ""),
    ("nhân rộng mô hình", "replicate the model", ""),
    ("gương điển hình", "success story", ""),
    ("thi đua", "emulation", ""),
    ("sổ tay điện tử", "electronic handbook", ""),
    ("thư viện số", "digital library", ""),
    ("chợ phụ nữ", "women's market", ""),
    ("hợp tác xã", "cooperative", ""),
    ("dịch vụ công trực tuyến", "online public services", ""),
    ("hóa đơn điện tử", "electronic invoice", ""),
    ("đặc sản", "speciality", ""),
    ("thổ cẩm", "brocade", ""),
)


def plant(apps, schema_editor):
    Term = apps.get_model("translating", "Term")
    Term.objects.bulk_create([Term(term=term, language="", translation="", note=note) for term, note in NAMES], ignore_conflicts=True)
    Term.objects.bulk_create([Term(term=term, language="en", translation=words, note=note) for term, words, note in ENGLISH], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("translating", "0002_count")]

    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
