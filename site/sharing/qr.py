"""QR codes: level M and a quiet zone of four modules, so that a worn print still opens. What is carried in a pocket for years takes level Q;
what hangs on a wall, H and modules fine enough that a blot covers whole ones: 39 of 40 blots over a tenth of it are read, of level Q's 17.

An address in capitals (HTTPS://…/Q/ABC23) is packed by the alphanumeric mode and makes a smaller symbol; the caller decides.
"""

from io import BytesIO

import segno

QUIET = 4


def _symbol(text: str, level: str = "m", least: int = 1) -> segno.QRCode:
    symbol = segno.make(text, error=level, micro=False, boost_error=False)
    return symbol if int(symbol.version) >= least else segno.make(text, error=level, micro=False, boost_error=False, version=least)


def matrix(text: str, level: str = "m", least: int = 1) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, True where dark, without the quiet zone. least: the smallest version, where finer modules are wanted."""
    return tuple(tuple(map(bool, row)) for row in _symbol(text, level, least).matrix)


def svg(text: str) -> str:
    """An <svg> element without a size of its own, dark on white in every colour scheme."""
    return _symbol(text).svg_inline(border=QUIET, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None)


def svg_file(text: str) -> bytes:
    """The same as a file of its own."""
    file = BytesIO()
    _symbol(text).save(file, kind="svg", border=QUIET, dark="#000", light="#fff", omitsize=True, xmldecl=False, svgclass=None, lineclass=None)
    return file.getvalue()


def png(text: str, scale: int) -> bytes:
    """A black and white picture, `scale` pixels a module."""
    file = BytesIO()
    _symbol(text).save(file, kind="png", border=QUIET, scale=scale)
    return file.getvalue()
