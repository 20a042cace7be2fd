"""The line icons of the site, each drawn in a box of 24 x 24 and stroked in the colour of its text."""

ICONS = {
    "audio": '<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15 9c1.6 1.8 1.6 4.2 0 6M18 6.5c3 3.2 3 7.8 0 11"/>',
    "back": '<path d="M14.5 5 8 12l6.5 7"/>',
    "basket": '<path d="M4 10h16l-2 10H6zM8 10c0-7 8-7 8 0M9.5 13.5v3M14.5 13.5v3"/>',
    "book": '<path d="M12 6.5C9 4.5 6 4.2 3 5v14c3-.8 6-.5 9 1.5 3-2 6-2.3 9-1.5V5c-3-.8-6-.5-9 1.5zM12 6.5v14"/>',
    "bulb": '<path d="M9 18h6M10 21h4M8.5 15C4 11 6.5 4 12 4s8 7 3.5 11z"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10.5h16M8 3.5v4M16 3.5v4"/>',
    "check": '<path d="M4.5 12.5 10 18 19.5 7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "copy": '<path d="M9 8h11v13H9zM5.5 16H4V3h11v2"/>',
    "cross": '<path d="m6 6 12 12M18 6 6 18"/>',
    "doc": '<path d="M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6"/>',
    "download": '<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>',
    "find": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 21 21"/>',
    "fwd": '<path d="m9.5 5 6.5 7-6.5 7"/>',
    "hand": (
        '<path d="M8 13V5.5a1.5 1.5 0 0 1 3 0V11V4a1.5 1.5 0 0 1 3 0v7-5.5a1.5 1.5 0 0 1 3 0V12v-3'
        'a1.5 1.5 0 0 1 3 0v6c0 4-3 6.5-6.5 6.5S8 20 6.5 17L4 13c-.5-1.5 1.5-2.5 2.5-1z"/>'
    ),
    "heart": '<path d="M12 20C4 15 2 10 4.5 6.8c2.2-2.6 6-2 7.5 1 1.5-3 5.3-3.6 7.5-1C22 10 20 15 12 20z"/>',
    "home": '<path d="M3 11.5 12 4l9 7.5M5.5 10v10h5v-6h3v6h5V10"/>',
    "id-card": '<path d="M3 5h18v14H3z"/><circle cx="8.5" cy="10.5" r="2"/><path d="M5.5 16c0-3.5 6-3.5 6 0M14.5 10H18M14.5 14H18"/>',
    "law": '<path d="M12 3v18M7 21h10M5 6h14M5 6l-3 8c1.5 2 4.5 2 6 0zM19 6l-3 8c1.5 2 4.5 2 6 0z"/>',
    "lang": '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c-6 5.5-6 12.5 0 18M12 3c6 5.5 6 12.5 0 18"/>',
    "me": '<circle cx="12" cy="8" r="4.2"/><path d="M4 21c0-9 16-9 16 0"/>',
    "model": '<path d="M12 3 4 7.5v9l8 4.5 8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"/>',
    "money": '<path d="M3 6h18v12H3z"/><circle cx="12" cy="12" r="2.8"/><path d="M6.5 12v.1M17.5 12v.1"/>',
    "news": '<path d="M4 4h13v16H6a2 2 0 0 1-2-2zM17 9h3v9a2 2 0 0 1-2 2h-1M7.5 8h6M7.5 12h6M7.5 16h4"/>',
    "pause": '<path d="M8 5v14M16 5v14"/>',
    "pen": '<path d="m4 20 1-4.5L16 4.5 19.5 8l-11 11zM13.5 7l3.5 3.5"/>',
    "phone": '<path d="M7 2.5h10v19H7zM11 18.5h2"/>',
    "place": '<path d="M12 21c-6-6.5-7-9-7-11.5a7 7 0 0 1 14 0C19 12 18 14.5 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>',
    "play": '<path d="M8 5v14l11-7z"/>',
    "print": '<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"/>',
    "qr": '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 20h2"/>',
    "share": '<path d="M4 12v8h16v-8M12 15V4M8 7.5l4-4 4 4"/>',
    "shelf": '<path d="M4 4h4v16H4zM10 4h4v16h-4zM16.5 5l3.8-.8L23 19.2l-3.8.8z"/>',
    "shield": '<path d="M12 3 4.5 6v5.5c0 4.5 3 7.5 7.5 9.5 4.5-2 7.5-5 7.5-9.5V6zM8.5 12l2.5 2.5 4.5-5"/>',
    "slides": '<path d="M3 4h18v12H3zM12 16v5M8 21h8M7 12l3-3 3 2 4-4"/>',
    "story": '<circle cx="12" cy="8" r="4.2"/><path d="M4 21c0-9 16-9 16 0M5.5 8C5.5 1 18.5 1 18.5 8"/>',
    "swap": '<path d="M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4"/>',
    "tel": ('<path d="M6 3h4l1.5 5L9 10c1 2.5 2.5 4 5 5l2-2.5 5 1.5v4c0 2-2 3-4 2.5C10 19 5 14 3.5 7 3 5 4 3 6 3z"/>'),
    "warn": '<path d="M12 4 2.5 20h19zM12 10v5M12 17.5v.2"/>',
    "weather": '<circle cx="8.5" cy="8.5" r="3.5"/><path d="M8 20c-5 0-5-6 0-6 1-5 9-5 10 0 4.5 0 4.5 6 0 6zM8.5 1.5v1M1.5 8.5h1M3.5 3.5l.8.8"/>',
}


def symbol(name):
    """The icon as a <symbol> to be drawn with <use href="#i-name">."""
    return f'<symbol id="i-{name}" viewBox="0 0 24 24">{ICONS[name]}</symbol>'
