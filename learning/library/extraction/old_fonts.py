"""Vietnamese of the time before Unicode: TCVN3 (ABC: .VnTime) and VNI put its letters where Latin-1 has others."""

import re

FONT = re.compile(r"^(?:[A-Z]{6}\+)?(?:\.?Vn[A-Z3]|VNI[- ]?[A-Z])")
OURS = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")  # letters that only Unicode Vietnamese has
UNMAPPED = re.compile("[\ue000-\uf8ff\ufffd]")
LETTER = re.compile(r"[^\W\d_]")
# In TCVN3 à ả ã á ạ ă ằ ẳ ẵ ắ â đ ê ô ơ ì ĩ are these signs: within a word, some at its beginning or end.
TCVN3 = re.compile("(?<=[A-Za-z\u00c0-\u00ff])(?:[µ¶·¸¹¨»¼½¾©®ª«¬×÷](?=[A-Za-z\u00c0-\u00ff])|[µ¶¸¹](?!\\w))|®(?=[a-z\u00e0-\u00ff])")
# In VNI a mark follows its vowel. Left out are pairs that Vietnamese (oà, uâ) or French (où, aï) has itself.
VNI = re.compile("[aeyAEY][ùøûõïâáåäúÙØÛÕÏÂÁÅÄÚ]|[ou][ïøõåäÏØÕÅÄ]|[OU][ÏØÕÅÄ]|[öôÖÔ][ùøûõïÙØÛÕÏ]")


def is_old(text: str, share: float = 0.0) -> bool:
    """share: of the letters, those in a font named like one of that time or in one that does not say which letters it has."""
    letters = len(LETTER.findall(text))
    if letters < 40:
        return letters > 0 and share > 0.5 and not OURS.search(text)
    if len(OURS.findall(text)) > letters * 0.01:
        return False
    strange = max(len(TCVN3.findall(text)), len(VNI.findall(text)))
    return strange > letters * 0.03 or share > 0.5
