"""Inline tokens in, spans out; and what can be read off a line of spans. Knows no blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cardgen.guide.blanks import fold
from cardgen.guide.dialect import CARE, DO, DO_NOT
from cardgen.guide.findings import Findings
from cardgen.guide.model import Emphasis, Inline, Span, plain_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_SCHEME = re.compile(r"(?:https?://[^\s]|mailto:[^\s])", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")
_MARKDOWN_LINK = re.compile(r"!?\[[^][]+\]\([^()\s]+\)")
COUNTED_STEPS = (
    "abschnitt|adim|adım|asama|aşama|cast|czesc|część|deel|del|etap|etapa|etape|etappe|etapă|evre|fas|fase|faz|faza|faze|"
    "část|fáze|krok|moment|part|parte|pas|paso|passaggio|passo|pasul|phase|schritt|skridt|stage|stap|steg|step|teil|temps|trin|étape|часть|"
    "етап|крок|фаза|частина|шаг|этап"
)
"""What counts steps, in all the languages that are read."""
_FAULTS = (
    "blad|błąd|chyba|eroarea|erreur|erro|error|errore|falha|falla|fallo|fault|faute|fehler|fejl|fel|fout|greseala|greșeala|greșeală|"
    "hata|misstag|mistake|sbaglio|yanlis|yanlış|ошибка|помилка"
)
COUNTED = f"{_FAULTS}|{COUNTED_STEPS}"
"""What counts steps and mistakes, in all the languages that are read: disc and cross say it on the card."""
_COUNTS_FAULTS = re.compile(rf"\W*(?:{_FAULTS})\b", re.IGNORECASE)
_ONLY_NUMBER = re.compile(rf"(?:{COUNTED})\s+\d{{1,2}}", re.IGNORECASE)
_NUMBERING = re.compile(
    rf"\s*(?:(?:{COUNTED})\s+(?:\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:[.):]|\s[-–—]\s|—|–)\s*"
    r"|\d{1,2}\s*[.):]\s+|\(\d{1,2}\)\s+)(?=\S)",
    re.IGNORECASE,
)
_SIGNS = f"{DO}{DO_NOT}{CARE} "
"""What the dialects leave of signs before a heading or a name; the card has its own."""
_LEAD_END = re.compile(r"\s*(?::|\s[-–—]\s|[–—])\s*")
_MAX_LEAD_WORDS = 12
_MAX_SHOWN = 60


def read_inline(tokens: Sequence[Token], line: int | None, found: Findings) -> Inline:
    """Turn inline tokens into spans; white space is folded, links are kept when they can be followed."""
    if len(tokens) == 1 and tokens[0].type == "text":
        return make_inline([Span(text=_checked(tokens[0].content, line, found))])
    spans: list[Span] = []
    depth = 0
    link: str | None = None
    for token in tokens:
        kind = token.type
        if kind in ("text", "code_inline", "text_special"):
            text = token.content if kind == "code_inline" else _checked(token.content, line, found)
        elif kind in ("softbreak", "hardbreak"):
            text = " "
        elif kind in ("strong_open", "em_open"):
            depth += 1
            continue
        elif kind in ("strong_close", "em_close"):
            depth -= 1
            continue
        elif kind == "link_open":
            link = _read_link(str(token.attrGet("href") or ""), line, found)
            _report_title(token, line, found)
            continue
        elif kind == "link_close":
            link = None
            continue
        elif kind == "image":
            _report_picture(token, line, found)
            continue
        else:
            continue  # the marks of struck text; its words follow as text
        spans.append(Span(text=text, emphasis=Emphasis.STRONG if depth else Emphasis.PLAIN, link=link))
    return make_inline(spans)


def _checked(text: str, line: int | None, found: Findings) -> str:
    """Report what looks like HTML: it is printed as it stands."""
    if "<" in text:
        if "<!--" in text:
            found.warn("comment", "a comment is not closed, so it is printed", line=line, hint='close it with "-->"')
        elif match := _TAG.search(text):
            hint = "write Markdown instead, or nothing"
            found.warn("html", f"HTML is printed as it stands: {match[0][:40]}", line=line, hint=hint)
    return text


def check_plain(text: str, line: int | None, found: Findings) -> None:
    """Report what would be markup in a body but is printed as it stands in the front matter."""
    _checked(text, line, found)
    if match := _MARKDOWN_LINK.search(text):
        hint = "write the words alone; links belong into the body"
        found.warn("link", f"a link is printed as it stands: {match[0][:40]}", line=line, hint=hint)


def _read_link(href: str, line: int | None, found: Findings) -> str | None:
    if _SCHEME.match(href):
        return href
    shown = href if len(href) <= _MAX_SHOWN else f"{href[: _MAX_SHOWN - 1]}…"
    hint = "only https, http and mailto links can be followed from a card"
    found.warn("link", f'the link to "{shown}" is printed as text', line=line, hint=hint)
    return None


def _report_title(token: Token, line: int | None, found: Findings) -> None:
    """Report the words that a browser shows over a link or a picture."""
    if title := " ".join(str(token.attrGet("title") or "").split()):
        message = f'the title of a {"picture" if token.type == "image" else "link"} is not printed: "{title}"'
        found.note("link-title", message, line=line)


def _report_picture(token: Token, line: int | None, found: Findings) -> None:
    words = " ".join((token.content or "").split())
    target = str(token.attrGet("src") or "")[:_MAX_SHOWN]
    _report_title(token, line, found)
    hint = 'name it in the front matter, as image: "plank.jpg", or say in words what it shows'
    found.warn("picture", f'the picture "{words or target}" in the body is not printed', line=line, hint=hint)


def make_inline(spans: Sequence[Span]) -> Inline:
    """Join spans alike, fold white space across them and strip both ends."""
    if len(spans) == 1:
        text = fold(spans[0].text).strip()
        only = spans[0]
        return (Span(text=text, emphasis=only.emphasis, link=only.link),) if text else ()
    parts: list[tuple[str, Emphasis, str | None]] = []
    blank = True
    for span in spans:
        text = fold(span.text)
        if blank:
            text = text.lstrip()
        if not text:
            continue
        blank = text.endswith(" ")
        if parts and parts[-1][1] is span.emphasis and parts[-1][2] == span.link:
            text = parts.pop()[0] + text
        parts.append((text, span.emphasis, span.link))
    while parts and not (last := parts[-1])[0].rstrip():
        parts.pop()
    if parts:
        parts[-1] = (last[0].rstrip(), last[1], last[2])
    return tuple(Span(text=text, emphasis=emphasis, link=link) for text, emphasis, link in parts)


def join_inlines(lines: Sequence[Inline], between: str) -> Inline:
    """Put several lines into one."""
    spans: list[Span] = []
    for line in lines:
        if line and spans:
            spans.append(Span(text=between))
        spans.extend(line)
    return make_inline(spans)


def strip_numbering(text: str) -> str:
    """Return a name without "1." or "Step 1:" before it."""
    return text[match.end() :] if (match := _NUMBERING.match(text)) else text


def has_numbering(text: str) -> bool:
    """Tell whether a name starts with "1." or "Step 1:"."""
    return _NUMBERING.match(text) is not None


def counts_mistakes(text: str) -> bool:
    """Tell whether a name starts with "Mistake 1:"."""
    return has_numbering(text) and _COUNTS_FAULTS.match(text) is not None


def clean_name(text: str) -> str:
    """Return a heading or a step's name without numbering and trailing colon."""
    return strip_numbering(text.strip().lstrip(_SIGNS)).strip().rstrip(":").rstrip() or text.strip()


def split_lead_in(inline: Inline) -> tuple[str, Inline]:
    """Part the bold words a line opens with from the rest; without any, the rest is the line."""
    if not inline or inline[0].emphasis is not Emphasis.STRONG:
        return "", inline
    count = 1
    while count < len(inline) and inline[count].emphasis is Emphasis.STRONG:
        count += 1
    bold = plain_text(inline[:count]).strip()
    after = inline[count:]
    tail = plain_text(after)
    if len(bold.split()) > _MAX_LEAD_WORDS:
        return "", inline
    if not tail.strip() or bold.endswith((":", ".", "!", "?", "–", "—")):
        lead = bold[:-1] if bold[-1:] in ".:–—" else bold
        # "**Press.**: text" has both, and "**Step 1:** text" has no name but a number.
        rest = _drop_start(after, _LEAD_END)
        return ("", rest) if rest and _ONLY_NUMBER.fullmatch(lead.strip()) else (clean_name(lead), rest)
    match = _LEAD_END.match(tail) if tail[:1] != " " else _LEAD_END.match(f" {tail}")
    if not match:
        return "", inline
    name = "" if _ONLY_NUMBER.fullmatch(bold) else clean_name(bold)
    return name, _drop_start(after, _LEAD_END)


def _drop_start(inline: Inline, pattern: re.Pattern[str]) -> Inline:
    """Return a line without a separator at its start."""
    if not inline:
        return ()
    first = inline[0]
    text = first.text.lstrip()
    match = pattern.match(f" {text}" if first.text[:1] == " " else text)
    if match:
        text = (f" {text}" if first.text[:1] == " " else text)[match.end() :]
    return make_inline((Span(text=text, emphasis=first.emphasis, link=first.link), *inline[1:]))
