"""A file's text in parts, its counts and pictures of its pages. Nothing here knows Django: child.py runs it in a process of its own."""

READERS = {  # ending: module
    "pdf": "pdf",
    "docx": "docx",
    "pptx": "pptx",
    "xlsx": "xlsx",
    "odt": "odt",
    "epub": "epub",
    "txt": "plain",
    "csv": "plain",
    "mp3": "media",
    "m4a": "media",
    "ogg": "media",
    "mp4": "media",
    "webm": "media",
    "jpg": "photo",
    "png": "photo",
    "webp": "photo",
}
