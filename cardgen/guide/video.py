"""A `video` value in, a Video out: an id, an address, or what a site gives to embed. Opens nothing on the network."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from cardgen.guide.model import Video
from cardgen.guide.tracking import without_tracking

MAX_LENGTH = 300
"""Characters; a code for more has modules too small to read on A5."""
MAX_VALUE = 4000
"""Characters of what holds an address, such as the code that a site gives to embed its video."""

_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SECONDS = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?")
_HOST_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_YOUTUBE = ("youtube.com", "youtube-nocookie.com")
_ID_PATHS = frozenset({"shorts", "embed", "live", "v", "e", "watch"})
_ONLY_CHECK = "give the 11-character id of the video, such as VH4Bqn1FUhM, or its full address"

_TAG = re.compile(
    r"<(?:iframe|video|source|embed|a)\b[^>]*?\b(?:src|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE
)
_MARKDOWN = re.compile(r"!?\[[^\]]*\]\(\s*<?([^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+[\"'(][^)]*)?\s*\)")
_WIKI = re.compile(r"!?\[\[([^\[\]|]*)(?:\|[^\[\]]*)?\]\]")
_ANGLES = re.compile(r"<(\S+)>")
_SEVERAL = re.compile(r"\s*[,;]\s+|\s+(?=https?://)|\s*,(?=https?://)")
_FILE = re.compile(r"\.(?:mp4|m4v|mov|avi|mkv|webm|wmv|mpe?g|3gp|gif|flv|ogv|mts)$", re.IGNORECASE)
_LOCAL = re.compile(r"file:|[a-z]:[\\/]|\.{1,2}[\\/]|~?[\\/](?!/)|[\\]{2}", re.IGNORECASE)
_PUT_ONLINE = "put it on YouTube, Vimeo or a site of your own, and give its https address"
_OPEN_ONE = "open the video that you mean, and give its own address"
_PROFILES = (
    (re.compile(r"(?:www\.|m\.)?tiktok\.com"), re.compile(r"/@[^/]+/?")),
    (re.compile(r"(?:www\.)?instagram\.com"), re.compile(r"/[^/]+/?")),
    (re.compile(r"(?:www\.)?vimeo\.com"), re.compile(r"/(?:user\d+|channels/[^/]+|showcase/[^/]+)/?")),
)
"""Sites, and the paths there that lead to somebody's page and to no video of it."""
_YOUTUBE_PAGES = {"playlist": "a playlist", "results": "a search", "channel": "a channel", "c": "a channel"}
_YOUTUBE_PAGES |= {"user": "a channel", "hashtag": "a search", "feed": "a list of videos"}


class VideoError(ValueError):
    """A value that leads to no video; `hint` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class LocalVideoError(VideoError):
    """A value that names a file on the author's computer or site: no mistyped address, and no code can lead there."""


def read_video(value: str) -> Video:
    """Turn an id, an address, a link of Markdown or the code to embed a video into a Video; raise VideoError for the rest."""
    value = _unwrapped(value.strip())
    if _ID.fullmatch(value):
        return _youtube(value, "")
    several = [part for part in _SEVERAL.split(value) if part]
    if len(several) > 1 and all(_is_one(part) for part in several):
        raise VideoError(f"{len(several)} videos are named; a card has one code", f'keep one: video: "{several[0]}"')
    if _LOCAL.match(value) or (_FILE.search(value) and not _names_site(value)):
        raise LocalVideoError(f'"{value}" is a file on a computer, which no phone can open', _PUT_ONLINE)
    if len(value) > MAX_LENGTH:
        raise VideoError(f"the video address has {len(value)} characters, more than {MAX_LENGTH}", "use a short link")
    if any(char.isspace() or not char.isprintable() for char in value):
        raise VideoError(f'the video "{value}" holds a space', "write the address in one piece, %20 for a space")
    if _looks_like_id(value):
        raise VideoError(f'the video id "{value}" has {len(value)} characters, not 11', _ONLY_CHECK)
    parts = _split(value)
    return _from_youtube(parts) if _is_youtube(parts.hostname or "") else _from_web(parts)


def remark_on(video: Video) -> tuple[str, str]:
    """Return what is to be said of a video that is printed all the same, and what to do about it; two empty texts for nothing."""
    if video.url.startswith("http:"):
        secure = f"https{video.url.removeprefix('http')}"
        return (
            f'the video address "{video.url}" is not https: phones warn of it, or do not open it',
            f'write "{secure}" if the site offers it',
        )
    return "", ""


def _unwrapped(value: str) -> str:
    """Return the address inside the code to embed a video, a link of Markdown or the brackets of a note."""
    if len(value) > MAX_VALUE:
        raise VideoError(f"the video has {len(value)} characters, more than {MAX_VALUE}", "give its address alone")
    if tags := _TAG.findall(value):
        found = dict.fromkeys(unescape(next(filter(None, groups), "")).strip() for groups in tags)
        # what stands inside one player are forms of one film
        return next(iter(found)) if value.lower().startswith("<video") else " ".join(found)
    for pattern in (_MARKDOWN, _WIKI, _ANGLES):
        if match := pattern.fullmatch(value):
            return match[1].strip()
    return value


def _is_one(text: str) -> bool:
    """Tell whether a part of a value is a video by itself."""
    return _ID.fullmatch(text) is not None or _names_site(text)


def _names_site(value: str) -> bool:
    """Tell whether a value starts as an address does: with a scheme, or with a name that may be a site's."""
    if re.match(r"(?:https?:)?//", value, re.IGNORECASE):
        return True
    host, slash, _ = value.partition("/")
    return "." in host and not any(char.isspace() for char in host) and not (_FILE.search(host) and not slash)


def _looks_like_id(value: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9_-]+", value) is not None


def _split(value: str) -> SplitResult:
    """Part an address of the web, https where it has no scheme, and refuse every other."""
    scheme = _SCHEME.match(value)
    if value.startswith("//"):
        value = f"https:{value}"
    elif not scheme or re.match(r"[\w.-]+\.[A-Za-z]{2,}:\d+(/|$)", value):
        value = f"https://{value}"
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError as error:
        raise VideoError(f'the video address "{value}" is not valid: {error}', _ONLY_CHECK) from None
    host = (parts.hostname or "").lower()
    if parts.scheme == "http" and _is_youtube(host):
        parts = parts._replace(scheme="https")
    if parts.scheme not in ("http", "https"):
        raise VideoError(
            f'the video address "{value}" starts with "{parts.scheme}:"', "give an address that starts with https://"
        )
    if not host:
        raise VideoError(f'the video address "{value}" names no site', _ONLY_CHECK)
    if "@" in parts.netloc:
        raise VideoError("the video address holds a user name or a password", "give the address without them")
    return parts


def _is_youtube(host: str) -> bool:
    host = host.lower().rstrip(".")
    return host in ("youtu.be", "www.youtu.be") or any(host == h or host.endswith(f".{h}") for h in _YOUTUBE)


def _from_youtube(parts: SplitResult) -> Video:
    """Find the id in any form of YouTube address."""
    address = f"{parts.netloc}{parts.path}"
    query = parse_qs(parts.query)
    path = [piece for piece in parts.path.split("/") if piece]
    if path[:1] == ["clip"]:  # a part of a video, under an address of its own
        return _from_web(parts)
    if (parts.hostname or "").endswith("youtu.be"):
        name = path[0] if path else ""
    elif path == ["watch"] or "v" in query:
        name = query.get("v", [""])[0]
    elif path and path[0] in _ID_PATHS:
        name = path[1] if len(path) > 1 else ""
    else:
        kind = "a channel" if path and path[0].startswith("@") else _YOUTUBE_PAGES.get(path[0] if path else "", "")
        if kind:
            raise VideoError(f'"{address}" is {kind} on YouTube, not a video', _OPEN_ONE)
        raise VideoError(f'"{address}" is a YouTube address, but of no video', _ONLY_CHECK)
    if path[:1] == ["embed"] and name == "videoseries":
        raise VideoError(f'"{address}" is a playlist on YouTube, not a video', _OPEN_ONE)
    if not name:
        raise VideoError(f'"{address}" is a YouTube address, but of no video', _ONLY_CHECK)
    if not _ID.fullmatch(name):
        raise VideoError(f'the video id "{name}" is not 11 letters, digits, "-" or "_"', _ONLY_CHECK)
    start = query.get("t") or query.get("start") or parse_qs(parts.fragment).get("t") or [""]
    return _youtube(name, start[0])


def _youtube(name: str, start: str) -> Video:
    label = f"youtu.be/{name}"
    if seconds := _seconds(start):
        label += f"?t={seconds}"
    return Video(url=f"https://{label}", label=label, youtube_id=name)


def _seconds(text: str) -> int:
    """Read `90`, `90s`, `1m30s` or `1h2m3s`; anything else is the start of the video."""
    match = _SECONDS.fullmatch(text.strip().lower())
    if not match:
        return 0
    hours, minutes, seconds = (int(group or 0) for group in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _from_web(parts: SplitResult) -> Video:
    """Write any other address in ASCII and without tracking keys, as a code and a line of type can hold it."""
    host = _ascii_host(parts.hostname or "")
    if any(site.fullmatch(host) and page.fullmatch(parts.path) for site, page in _PROFILES):
        raise VideoError(f'"{host}{parts.path}" is somebody\'s page, not a video', _OPEN_ONE)
    if parts.port:
        host += f":{parts.port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = quote(without_tracking(parts.query, host), safe="/%:@!$&'()*+,;=~-._?")
    fragment = quote(parts.fragment, safe="/%:@!$&'()*+,;=~-._?")
    label = host + path.rstrip("/") * (path != "/")
    if query or fragment:
        label = host + path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
    url = f"{parts.scheme}://{host}{path}" + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
    if len(url) > MAX_LENGTH:
        raise VideoError(f"the video address has {len(url)} characters, more than {MAX_LENGTH}", "use a short link")
    return Video(url=url, label=label)


def _ascii_host(host: str) -> str:
    """Return the host in lower-case ASCII (IDNA), or refuse one that cannot exist."""
    try:
        name = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        name = ""
    labels = name.split(".")
    if "." not in name or not all(_HOST_LABEL.fullmatch(label) for label in labels):
        raise VideoError(f'the video address names no site: "{host}"', _ONLY_CHECK)
    if labels[-1].isdigit():
        raise VideoError(f'the video address names a number, "{host}", not a site', "give the name of the site")
    return name
