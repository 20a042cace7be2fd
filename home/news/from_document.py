"""What parts of a document may become in a news item, and a Word file to begin with. Pure."""

from pages.parts import Kind

KINDS = (Kind.HEADING, Kind.TEXT, Kind.LIST, Kind.TIP, Kind.WARNING, Kind.QUOTATION, Kind.TABLE, Kind.PICTURE)
PATTERN = (
    ("title", "Tên tin, ví dụ: Chi hội bản Nà Mạc mở lớp điện thoại"),
    ("subtitle", "Một, hai câu ngắn nói việc gì, ở đâu, khi nào. Câu này hiện trên thẻ và trong Zalo."),
    ("text", "Viết việc chính trước: ai làm gì, ở đâu, ngày nào, bao nhiêu chị em tham gia."),
    ("text", "Mỗi đoạn một ý, mỗi câu không quá 16 từ."),
    ("heading", "Chị em làm được gì"),
    ("list", ("Việc thứ nhất", "Việc thứ hai", "Việc thứ ba")),
    ("text", "“Từ hôm học xong, tôi tự gọi được cho con gái ở xa mỗi tối.” – Chị Lò Thị A, bản Nà Mạc"),
    ("heading", "Việc tiếp theo"),
    ("table", (("Ngày", "Việc", "Nơi"), ("21/11/2026", "Họp chi hội", "Nhà văn hóa bản"), ("28/11/2026", "Học bài mới", "Nhà chị Hoa"))),
    ("text", "Lưu ý: Ghi rõ ngày, giờ và tên người để hỏi thêm."),
)
