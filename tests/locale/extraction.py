"""The words that the code asks gettext for, read from the sources without xgettext: it is not on every machine."""

import ast

from django.conf import settings
from django.template import engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

ROOT = settings.ROOT
PACKAGES = ("site", "learning", "home")
TAKES_PLURAL = {"ngettext", "ngettext_lazy"}
PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop"}


def found() -> set[tuple[str, str]]:
    """(msgid, its plural or "") of every call and tag."""
    return _in_python() | _in_templates()


def _in_python():
    words = set()
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call):
                    words |= _of_call(node, path)
    return words


def _of_call(node, path):
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if "pgettext" in name:
        raise AssertionError(f"{path}:{node.lineno}: teach tests/locale/extraction.py contexts.")
    given = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
    if name in PLAIN and given:
        return {(given[0], "")}
    if name in TAKES_PLURAL and len(given) >= 2:
        return {(given[0], given[1])}
    return set()


def _in_templates():
    words = set()
    for path in (ROOT / "templates").rglob("*.html"):
        nodes = engines["django"].from_string(path.read_text()).template.nodelist
        words |= {(node.filter_expression.var.literal, "") for node in nodes.get_nodes_by_type(TranslateNode)}
        words |= {_of_block(node) for node in nodes.get_nodes_by_type(BlockTranslateNode)}
    return words


def _of_block(node):
    singular = node.render_token_list(node.singular)[0]
    return singular, node.render_token_list(node.plural)[0] if node.plural else ""
