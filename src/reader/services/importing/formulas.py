"""Formulas, powers and quotations of a page as characters, so that no sense is lost where only text is kept."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

SUPERSCRIPTS = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
RAISED = frozenset("0123456789+-−n")
SIGNS = {"mfrac": "/", "msup": "^", "msub": "_", "munder": "_", "mover": "^"}  # between two parts
DEPTH_LIMIT = 50  # levels of a formula; deeper ones are written without signs


def write_out(tree: LexborHTMLParser) -> None:
    """Put characters in place of raised numbers and formulas, and quotation marks around quotations."""
    for node in tree.css("sup"):
        raised = node.text(strip=True)
        if raised and RAISED.issuperset(raised) and all(child.tag == "-text" for child in node.iter(include_text=True)):
            node.replace_with(raised.translate(SUPERSCRIPTS))
    for node in tree.css("q"):
        node.insert_before("“")
        node.insert_after("”")
    for node in tree.css("math"):
        node.replace_with(_line(node, 0))


def _line(node: LexborNode, depth: int) -> str:
    if node.tag == "-text":
        return (node.text_content or "").strip()
    if node.tag in ("annotation", "annotation-xml"):
        return ""  # the same once more, in another language
    if depth > DEPTH_LIMIT:
        return node.text(strip=True)
    parts = list(filter(None, (_line(child, depth + 1) for child in node.iter(include_text=True))))
    if node.tag in SIGNS and len(parts) == 2:
        return SIGNS[node.tag].join(part if len(part) == 1 or part.isalnum() else f"({part})" for part in parts)
    words = "".join(parts)
    return f"√({words})" if node.tag == "msqrt" else words
