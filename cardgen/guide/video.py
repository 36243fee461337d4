"""A `video` value in, a Video out. Opens nothing on the network."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from cardgen.guide.model import Video

MAX_LENGTH = 300
"""Characters; a code for more has modules too small to read on A5."""

_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SECONDS = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?")
_HOST_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_YOUTUBE = ("youtube.com", "youtube-nocookie.com")
_ID_PATHS = frozenset({"shorts", "embed", "live", "v", "e"})
_ONLY_CHECK = "give the 11-character id of the video, such as VH4Bqn1FUhM, or its full address"


class VideoError(ValueError):
    """A value that leads to no video; `hint` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_video(value: str) -> Video:
    """Turn an id, any form of YouTube address or any https address into a Video; raise VideoError for the rest."""
    value = value.strip()
    if len(value) > MAX_LENGTH:
        raise VideoError(f"the video address has {len(value)} characters, more than {MAX_LENGTH}", "use a short link")
    if _ID.fullmatch(value):
        return _youtube(value, "")
    if any(char.isspace() or not char.isprintable() for char in value):
        raise VideoError(f'the video "{value}" holds a space', "write the address in one piece, %20 for a space")
    if _looks_like_id(value):
        raise VideoError(f'the video id "{value}" has {len(value)} characters, not 11', _ONLY_CHECK)
    parts = _split(value)
    return _from_youtube(parts) if _is_youtube(parts.hostname or "") else _from_web(parts)


def _looks_like_id(value: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9_-]+", value) is not None


def _split(value: str) -> SplitResult:
    """Part an address that is https or has no scheme, and refuse every other."""
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
    if parts.scheme == "http":
        raise VideoError(f'the video address "{value}" is not https', f'write "https{value[4:]}" if the site offers it')
    if parts.scheme != "https":
        raise VideoError(
            f'the video address "{value}" starts with "{parts.scheme}:"', "only https addresses are printed"
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
    if (parts.hostname or "").endswith("youtu.be"):
        name = path[0] if path else ""
    elif path and path[0] in _ID_PATHS:
        name = path[1] if len(path) > 1 else ""
    elif path == ["watch"] or "v" in query:
        name = query.get("v", [""])[0]
    else:
        raise VideoError(f'"{address}" is a YouTube address, but of no video', _ONLY_CHECK)
    if not name or (path[:1] == ["embed"] and name == "videoseries"):
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
    """Write any other https address in ASCII, as a code and a line of type can hold it."""
    host = _ascii_host(parts.hostname or "")
    if parts.port:
        host += f":{parts.port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    fragment = quote(parts.fragment, safe="/%:@!$&'()*+,;=~-._?")
    label = host + path.rstrip("/") * (path != "/")
    if query or fragment:
        label = host + path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
    url = f"https://{host}{path}" + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
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
