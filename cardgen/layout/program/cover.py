"""A program in words in, its cover out: band with logo, length and title; a stage with a figure; for whom, with whom, when, why.

What is not known stands as a line to write on. The last page has lines for appointments and, in a band, whom to ask and a code
that leads there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from cardgen.display import Item, Mark, Page, Path, Role, Text
from cardgen.figure import View, area, load_views, polygon
from cardgen.layout.forms.cover import cover_page, title_frame
from cardgen.layout.forms.leaf import Leaf, finish
from cardgen.layout.ground.box import At, Frame, aligned, art, ground, pad, pinned, place, read, row, says, stack
from cardgen.layout.ground.figures import Ground, figure_inks, place_figure, plan_subject
from cardgen.layout.ground.gauge import Gauge
from cardgen.layout.ground.logo import fitted, placed
from cardgen.layout.ground.musclemap import place_view, stage_look
from cardgen.layout.ground.phrase import Phrase
from cardgen.layout.ground.shapes import code_path, rectangle, rule, tile
from cardgen.layout.ground.text import Slot, capitals
from cardgen.layout.program.model import Contact, ProgramCover
from cardgen.pictures.qr import QUIET_ZONE, make_code
from cardgen.theme.stage import stage_colors
from cardgen.theme.type import (
    BAND_LINE,
    BAND_NAME,
    BODY,
    COVER_EYEBROW,
    COVER_VALUE,
    DESCENT,
    FOOT_LINE,
    LABEL,
    NOTE,
    PEN_LINE,
    RULE,
    STRONG_LINE,
    Floor,
    Tone,
    TypeStyle,
)
from cardgen.values.geometry import Rect, mm

BAND, TOP, EYEBROW_Y, TITLE_GAP, BAND_FOOT = 62.0, 10.0, 28.5, 4.6, 9.0
"""Height of the band, where logo and eyebrow start in it, from the eyebrow to the title, and under that; in sheet units, as are
all lengths here."""
TITLE_SHARES = (0.2, 0.16, 0.12)
"""The part of the sheet's height that the title may take; less where little would be left to the stage."""
LOGO = (60.0, 11.0)
STAGE_LEAST, STAGE_INSET = 40.0, 7.0
FIELDS_TOP, FIELD_GAP, LABEL_GAP, GOAL_GAP, FACTS_GAP, FOOT_GAP = 9.0, 6.0, 2.6, 6.0, 3.4, 8.0
"""Above the labelled values, between two, from a label to its value, above goal, facts and foot."""
BLANK, LINE_GAP = 28.0, 2.6
"""The length of a line to write on, and between two lines of the foot or the last page."""
VALUE_LINES = 2
CONTACTS_SHARE = 0.65
"""What contacts may take of the width beside a name."""
FOOT_RULE_GAP, SIDE_GAP = 3.4, 6.0
CODE, CODE_LEAST_MM, CODE_RADIUS, CODE_MODULE_MM = 30.0, 24.0, 2.0, 0.5
"""Side of the code with its quiet zone, the same on paper at least, its corners, and the least side of a module."""
APPOINTMENTS, PITCH_MM = 6, 9.0


def place_program_cover(cover: ProgramCover, leaf: Leaf) -> Page:
    """Return the cover of a program."""
    gauge, measures = leaf.gauge, leaf.kit.measures
    ways = [(share, _under(it, leaf)) for it in (cover, replace(cover, facts=())) for share in TITLE_SHARES]
    for share, under in ways:  # where words are many the title is smaller, then the facts give way
        order = count(1)
        band, foot = _band(cover, share, leaf, order)
        stage = Rect(x=0.0, y=foot, width=measures.width, height=measures.height - under.height - foot)
        if stage.height >= gauge.across(STAGE_LEAST):
            break
    items = (*band, *_stage(cover, stage, gauge, order), *place(under, gauge.left, stage.bottom, order))
    return cover_page(items, cover.title, leaf)


def _band(cover: ProgramCover, share: float, leaf: Leaf, order: Iterator[int]) -> tuple[list[Item], float]:
    """Place the band with logo or gym, length and title; return it and where it ends: lower where the title is high."""
    gauge, theme, brand = leaf.gauge, leaf.kit.theme, leaf.brand
    top = max(gauge.across(TOP), leaf.kit.measures.top_edge)
    items: list[Item] = []
    if brand.logo:
        size = fitted(brand.logo, gauge.across(LOGO[0]), gauge.across(LOGO[1]))
        told = brand.name or leaf.kit.words("brand.logo")
        mark = Mark(role=Role.LOGO, order=next(order), link=brand.link, alternative=told)
        items.append(placed(brand.logo, replace(size, x=gauge.left, y=top), mark))
    elif brand.name:
        name = gauge.fit(brand.name, BAND_NAME, gauge.width)
        items += name.within(
            Slot(gauge.left, top, gauge.width), Mark(role=Role.PARAGRAPH, order=next(order), link=brand.link)
        )
    eyebrow = gauge.fit(capitals(cover.eyebrow, leaf.kit.words.language), COVER_EYEBROW, gauge.width)
    y = max(gauge.across(EYEBROW_Y), top)
    items += eyebrow.within(Slot(gauge.left, y, gauge.width), Mark(role=Role.EYEBROW, order=next(order)))
    y += eyebrow.height(gauge.width) + gauge.across(TITLE_GAP)
    title = title_frame(cover.title, gauge.width, share, leaf)
    color = theme.color(Tone.TITLE)
    items += [replace(it, color=color) if isinstance(it, Text) else it for it in place(title, gauge.left, y, order)]
    foot = max(gauge.across(BAND), y + title.height + gauge.across(BAND_FOOT))
    return [*_ground(Rect(x=0.0, y=0.0, width=leaf.kit.measures.width, height=foot), gauge), *items], foot


def _ground(rect: Rect, gauge: Gauge) -> list[Item]:
    """Return the ground of a band; where ink is saved, the line at its foot."""
    theme = gauge.theme
    if theme.head is not None:
        return [rectangle(rect, theme.head)]
    high = gauge.across(2 * STRONG_LINE)
    return [rectangle(replace(rect, y=rect.bottom - high, height=high), theme.band)]


def _stage(cover: ProgramCover, rect: Rect, gauge: Gauge, order: Iterator[int]) -> list[Item]:
    """Place the figure of the main exercise, else the side of the body that shows more of what the program is for."""
    colors, inset = stage_colors(gauge.theme), gauge.across(STAGE_INSET)
    items: list[Item] = [rectangle(rect, colors.ground)]
    if colors.rule:
        items = [rule(Slot(rect.x, rect.bottom, rect.width), gauge.across(RULE), colors.rule)]
    high, foot = rect.height - 2 * inset, rect.bottom - inset
    if high <= 0:
        return items
    if cover.subject:
        plan = plan_subject(cover.subject, (gauge.width, high), figure_inks(gauge.theme, Ground.STAGE))
        y = rect.y + (rect.height - plan.height) / 2
        slot = Slot(gauge.left + (gauge.width - plan.width) / 2, y)
        return [*items, *place_figure(plan, slot, next(order), gauge.kit.words)]
    if not cover.primary:
        return items
    view = max(load_views(), key=lambda it: _shown(it, cover.primary))
    wide = high * view.ink.width / view.ink.height
    place_ = Rect(x=gauge.left + (gauge.width - wide) / 2, y=foot - high, width=wide, height=high)
    helping = tuple(group for group in cover.helping if group not in cover.primary)
    mark = Mark(role=Role.MAP, order=next(order), alternative=cover.figure)
    return [*items, *place_view(view, place_, (cover.primary, helping), stage_look(gauge.theme), mark)]


def _shown(view: View, groups: tuple[str, ...]) -> float:
    """Return the area that these muscles have on a side of the body."""
    return sum(area(polygon(plate)) for group in groups for plate in view.muscles.get(group, ()))


def _under(cover: ProgramCover, leaf: Leaf) -> Frame:
    """Return what stands under the stage, down to the edge of the sheet."""
    gauge = leaf.gauge
    parts = [pad(_fields(cover, gauge), gauge.across(FIELDS_TOP), 0.0)]
    for said, style, gap in ((cover.goal, BODY, GOAL_GAP), (", ".join(cover.facts), NOTE, FACTS_GAP)):
        if said:
            words_ = read(gauge.words(said, style, gauge.width), says(Role.PARAGRAPH))
            parts.append(pad(words_, gauge.down(gap), 0.0))
    foot = _foot(cover, leaf)
    below = max(gauge.across(TOP) / 2, leaf.kit.measures.bottom_edge)
    return pad(stack((*parts, pad(foot, gauge.across(FOOT_GAP), 0.0))), 0.0, below)


def _fields(cover: ProgramCover, gauge: Gauge) -> Frame:
    """Return for whom, with whom and when, side by side or, with long words, under one another; lines for what is not known."""
    told, gap = gauge.kit.words, gauge.across(FIELD_GAP)
    both = [("for", cover.client), ("with", cover.trainer), ("dates", cover.dates)]
    wide = [gauge.phrase(said, COVER_VALUE).width if said else gauge.across(BLANK) for _, said in both]
    room = gauge.width - gap * (len(both) - 1)
    most = room / len(both)
    spare = room - sum(min(it, most) for it in wide)
    widths = []
    for it in wide:  # what short ones leave goes to the long ones, one after another
        more = min(max(it - most, 0.0), spare)
        spare -= more
        widths.append(min(it, most) + more)
    fields = [
        _field(told(f"cover-field.{key}"), said, width, gauge) for (key, said), width in zip(both, widths, strict=True)
    ]
    words_ = [gauge.phrase(said, COVER_VALUE).widest for _, said in both]
    if any(word > width for word, width in zip(words_, widths, strict=True)):
        under = [_field(told(f"cover-field.{key}"), said, gauge.width, gauge) for key, said in both]
        return stack(under, gauge.down(FACTS_GAP))
    between = gap + spare / len(both)
    return row(fields, [sum(widths[:at]) + at * between for at in range(len(both))], gauge.width, At.START)


def _field(label: str, said: str, width: float, gauge: Gauge) -> Frame:
    named = read(gauge.words(label, LABEL), says(Role.PARAGRAPH))
    if said:
        value = read(gauge.fitted(said, COVER_VALUE, width, lines=VALUE_LINES), says(Role.PARAGRAPH))
    else:
        high = gauge.size(COVER_VALUE)

        def draw(rect: Rect, _: Mark) -> list[Path]:
            return [rule(Slot(rect.x, rect.bottom, width), gauge.across(PEN_LINE), gauge.theme.outline)]

        value = art(width, high, draw)
    return stack((named, pad(value, gauge.down(LABEL_GAP), 0.0)))


def _foot(cover: ProgramCover, leaf: Leaf) -> Frame:
    """Return the gym at the left and contacts at the right, under a line; nothing where there is neither."""
    gauge, brand = leaf.gauge, leaf.brand
    most = gauge.width * (CONTACTS_SHARE if brand.name else 1.0)
    lines = [(_line(it.text, FOOT_LINE, most, gauge), it.link) for it in _contacts(cover, leaf)]
    name = _line(brand.name, FOOT_LINE, gauge.width - most, gauge) if brand.name else None
    if not lines and name is None:
        return stack(())
    share = max((wide for it, _ in lines for wide, _ in it.broken(most)), default=0.0)
    right = _column(lines, share, At.END, gauge)
    frames, xs = [right], [gauge.width - share]
    if name:
        left = read(
            aligned(name, gauge.width - share - gauge.across(SIDE_GAP), At.START), says(Role.FOOTER, link=brand.link)
        )
        frames, xs = [left, right], [0.0, gauge.width - share]
    inner = pad(row(frames, xs, gauge.width, At.END), gauge.across(FOOT_RULE_GAP), gauge.size(FOOT_LINE) * DESCENT)
    return gauge.ruled(inner, PEN_LINE, gauge.theme.hairline)


def _contacts(cover: ProgramCover, leaf: Leaf) -> tuple[Contact, ...]:
    """Return the lines that say where to ask: the trainer's, else the gym's address."""
    brand = leaf.brand
    own = (Contact(text=brand.address, link=brand.link),) if brand.address else ()
    return cover.contacts or own


def place_back_cover(cover: ProgramCover, number: int, leaf: Leaf) -> Page:
    """Return the last page: lines for appointments, and a band with whom to ask and a code that leads there."""
    gauge, measures, order = leaf.gauge, leaf.kit.measures, count(1)
    band = _contact_band(cover, leaf)
    top = max(gauge.across(TOP), measures.top_edge)
    heading = gauge.section(leaf.kit.words("cover.appointments"))
    pitch = max(mm(PITCH_MM), gauge.across(PITCH_MM))

    def draw(rect: Rect, _: Mark) -> list[Path]:
        slots = (Slot(rect.x, rect.y + (at + 1) * pitch, gauge.width) for at in range(APPOINTMENTS))
        return [rule(it, gauge.across(PEN_LINE), gauge.theme.outline) for it in slots]

    items = place(stack((heading, art(gauge.width, APPOINTMENTS * pitch, draw))), gauge.left, top, order)
    items += place(band, 0.0, measures.height - band.height, order)
    return finish(tuple(items), number, cover.title, leaf)


def _contact_band(cover: ProgramCover, leaf: Leaf) -> Frame:
    """Return the band at the foot of the last page."""
    gauge, measures, brand = leaf.gauge, leaf.kit.measures, leaf.brand
    contacts = _contacts(cover, leaf)
    link = next((it.link for it in contacts if it.link.startswith("http")), "")
    code = _code(link, gauge) if link else None
    width = gauge.width - (code.width + gauge.across(SIDE_GAP) if code else 0.0)
    lines = [
        (_line(it, BAND_NAME, width, gauge), brand.link if it == brand.name else "")
        for it in (brand.name, cover.trainer)
        if it
    ]
    lines += [(_line(it.text, BAND_LINE, width, gauge), it.link) for it in contacts]
    said = _column(lines, width, At.START, gauge)
    frames, high = [said], said.height
    if code:
        frames, high = [said, code], max(said.height, code.height)
    edge = max(gauge.across(TOP), measures.bottom_edge)
    height = high + 2 * edge
    xs = (gauge.left, gauge.right - (code.width if code else 0.0))
    places = [(x, edge + (high - it.height) / 2) for it, x in zip(frames, xs, strict=False)]
    theme = gauge.theme

    def draw(rect: Rect) -> list[Item]:
        if theme.tile.fill:
            return [rectangle(rect, theme.tile.fill)]
        return [rectangle(replace(rect, height=gauge.across(STRONG_LINE)), theme.line)] if lines else []

    return ground(pinned(frames, places, measures.width, height), draw)


def _code(link: str, gauge: Gauge) -> Frame:
    """Return a code on white, its quiet zone inside."""
    made, side = make_code(link), max(gauge.across(CODE), mm(CODE_LEAST_MM))
    side = max(side, (made.modules + 2 * QUIET_ZONE) * mm(CODE_MODULE_MM))

    def draw(rect: Rect, mark: Mark) -> list[Item]:
        told = replace(mark, alternative=gauge.kit.words("code.spoken", address=link))
        paper = tile(rect, gauge.across(CODE_RADIUS), gauge.theme.paper)
        return [paper, code_path(made, rect, gauge.theme.code, told)]

    return read(art(side, side, draw), says(Role.CODE, link=link))


def _column(lines: Sequence[tuple[Phrase, str]], width: float, at: At, gauge: Gauge) -> Frame:
    """Return lines under one another, each with its link."""
    frames = [read(aligned(it, width, at), says(Role.FOOTER, link=link)) for it, link in lines]
    return stack(frames, gauge.down(LINE_GAP))


def _line(said: str, style: TypeStyle, width: float, gauge: Gauge) -> Phrase:
    """Set words on one line, smaller where they are long, then on more lines: never too small to read."""
    return gauge.fit(said, style, width, least=gauge.points(style.least, Floor.FINE))
