"""What documents of Word's hold that the library which reads them passes over: it is written as what it knows.

What the author hid is taken out, since the library shows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.services.importing import gate

if TYPE_CHECKING:
    from lxml import etree

UNKNOWN = re.compile(rb"<(?:\w+:)?(?:ruby|fldSimple|oMath|oMathPara|vanish)\b")
# Around the characters of a reading and between these and what stands above them; no text has them.
BEGIN, BETWEEN, END = "\ue0f0", "\ue0f1", "\ue0f2"
RUBY = re.compile(f"{BEGIN}([^<{BEGIN}{BETWEEN}{END}]*){BETWEEN}([^<{BEGIN}{BETWEEN}{END}]*){END}")
MARKS = re.compile(f"[{BEGIN}{BETWEEN}{END}]")
# What the parts of a formula have between them when it is written in one line.
SIGNS = {"den": "/", "sup": "^", "sub": "_"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def known(data: bytes, name: str) -> bytes:
    """A piece of a document with all words that it shows where they are looked for. Raises ImportFailed."""
    if not UNKNOWN.search(data):
        return data
    from lxml import etree  # takes 25 ms, and few documents need it

    root = gate.xml(data, name)
    space = etree.QName(root).namespace
    for hidden in [each for each in root.iter("{*}r") if _is_hidden(each)]:
        if (around := hidden.getparent()) is not None:
            around.remove(hidden)
    for element in list(root.iter("{*}ruby", "{*}fldSimple", "{*}oMath", "{*}oMathPara")):
        tag = etree.QName(element).localname
        if tag in ("fldSimple", "oMathPara"):
            element.tag = f"{{{space}}}smartTag"  # which is nothing but what is in it
            continue
        if tag == "ruby":
            base, above = (_words(element, part) for part in ("{*}rubyBase", "{*}rt"))
            words, holder = f"{BEGIN}{base}{BETWEEN}{above}{END}", element
        else:
            words = _formula(element)
        tail = element.tail
        element.clear()
        element.tail = tail
        if tag == "ruby":
            element.tag = f"{{{space}}}t"
        else:
            element.tag = f"{{{space}}}r"
            holder = etree.SubElement(element, f"{{{space}}}t")
        holder.text = words
        holder.set(SPACE, "preserve")
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def with_readings(markup: str) -> str:
    """The markup that the library made, with the readings that `known` marked."""
    return MARKS.sub("", RUBY.sub(r"<ruby>\1<rt>\2</rt></ruby>", markup))


def _is_hidden(run: etree._Element) -> bool:
    """Whether an author chose not to show these words."""
    said = run.find("{*}rPr/{*}vanish")
    return said is not None and not {*said.attrib.values()} & {"0", "false", "off"}


def _words(element: etree._Element, part: str) -> str:
    return MARKS.sub("", "".join(text.text or "" for within in element.iter(part) for text in within.iter("{*}t")))


def _formula(element: etree._Element) -> str:
    """A formula in one line: a^2, (a+b)/c."""
    if not isinstance(element.tag, str):
        return ""
    tag = element.tag.rpartition("}")[2]
    if tag == "t":
        return element.text or ""
    said = "".join(map(_formula, element))
    if tag == "rad":
        return f"√({said})"
    if tag == "d":
        return f"({said})"
    if tag in ("num", "den", "sup", "sub"):
        return SIGNS.get(tag, "") + (f"({said})" if len(said) > 1 else said)
    return said
