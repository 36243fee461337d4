"""Addresses in, those that lead to a video out. Opens nothing on the network."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from cardgen.guide.video import VideoError, read_video

MOST = 600
"""Characters of an address that is looked at."""

ADDRESS = re.compile(r"(?:https?:)?//[^\s<>\"'()\[\]{}|\\^`\x00-\x08]{4,600}", re.IGNORECASE)

_YOUTUBE = re.compile(r"(?:[\w-]{1,20}\.){0,2}(?:youtube(?:-nocookie)?\.com|youtu\.be)", re.IGNORECASE)
_PATHS: dict[str, str] = {
    "vimeo.com": r"/(?:.*/)?\d{5,}",
    "dailymotion.com": r"/(?:embed/)?video/\w+",
    "dai.ly": r"/\w+",
    "tiktok.com": r"/(?:@[^/]+/video|embed(?:/v2)?|t)/\w+",
    "vm.tiktok.com": r"/\w+",
    "instagram.com": r"/(?:[^/]+/)?(?:reel|reels|p|tv)/[\w-]+",
    "facebook.com": r"/(?:watch|reel|share/[vr]|[^/]+/videos|plugins/video\.php).*",
    "fb.watch": r"/\w+",
    "twitch.tv": r"/videos/\d+",
    "bilibili.com": r"/(?:video/\w+|player\.html)",
    "b23.tv": r"/\w+",
    "youku.com": r"/(?:v_show|embed)/.+",
    "nicovideo.jp": r"/watch/\w+",
    "rutube.ru": r"/(?:video|play/embed|shorts)/\w+",
    "vk.com": r"/(?:video|clip)[\w.-]+",
    "vkvideo.ru": r"/(?:video|clip)[\w.-]+",
    "ok.ru": r"/(?:video|videoembed)/\d+",
    "loom.com": r"/(?:share|embed)/\w+",
    "streamable.com": r"/(?:e/)?\w+",
    "wistia.com": r"/(?:medias|embed)/.+",
    "wistia.net": r"/(?:medias|embed)/.+",
    "vidyard.com": r"/(?:watch/)?\w+",
    "rumble.com": r"/(?:embed/)?v\w+.*",
    "mediadelivery.net": r"/(?:embed|play)/.+",
    "cloudflarestream.com": r"/\w+.*",
    "videopress.com": r"/(?:v|embed)/\w+",
    "odysee.com": r"/[@$].+",
}
"""Sites of videos, and the paths of theirs that lead to one."""

_ANY_SITE = re.compile(
    r"/(?:.*\.(?:mp4|m4v|mov|webm|ogv)|videos/(?:watch|embed)/[\w-]+|w/[A-Za-z0-9]{22})", re.IGNORECASE
)
"""Files, and the paths of PeerTube, which stands on sites of any name."""

_TIME = re.compile(r"[?&#](?:t|start|time_continue)=[\dhms]*(?=&|#|$)", re.IGNORECASE)


def leads_to_video(url: str) -> bool:
    """Tell whether an address is one of a video."""
    if not 8 <= len(url) <= MOST:  # noqa: PLR2004 - the shortest is "//b23.tv"
        return False
    try:
        parts = urlsplit(f"https:{url}" if url.startswith("//") else url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host:
        return False
    if _YOUTUBE.fullmatch(host):
        return _is_readable(url)
    for site, path in _PATHS.items():
        if host == site or host.endswith(f".{site}"):
            return re.match(path, parts.path, re.IGNORECASE) is not None
    return _ANY_SITE.fullmatch(parts.path) is not None


def _is_readable(url: str) -> bool:
    try:
        read_video(url)
    except VideoError:
        return False
    return True


def without_time(url: str) -> str:
    """Return the address of the whole video rather than of a moment in it."""
    return _TIME.sub(lambda match: "?" if match[0][0] == "?" else "", url).replace("?&", "?").rstrip("?&")


def absolute(url: str) -> str:
    """Return an address with its scheme."""
    return f"https:{url}" if url.startswith("//") else url


# --- tags of templates and of HTML that stand for a video --------------------------------------------------------------

_VIDEO_NAME = re.compile(r"you-?tu-?be|\byt\b|vimeo|video|player|embed|dailymotion|loom|bilibili", re.IGNORECASE)
_PAIR = re.compile(
    r"([\w:@.-]{1,40})\s{0,3}=\s{0,3}(?:\{\s{0,3})?(?:\"([^\"]{0,600})\"|'([^']{0,600})'|([^\s\"'}]{1,600}))"
)
_IDS = (
    "id",
    "videoid",
    "video_id",
    "video-id",
    "video",
    "youtube",
    "youtubeid",
    "youtube_id",
    "vimeo",
    "v",
    "key",
    "src",
    "url",
    "code",
)
_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_NUMBER = re.compile(r"\d{6,12}")
_WORD = re.compile(r"[\"']?([A-Za-z0-9_-]{6,40})[\"']?")


def attributes_of(text: str) -> dict[str, str]:
    """Return the attributes of a tag, names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _PAIR.finditer(text):
        found.setdefault(match[1].lower().lstrip(":@"), match[2] or match[3] or match[4] or "")
    return found


def video_of_tag(name: str, text: str) -> str | None:
    """Return the address of the video that a tag `name` with these arguments shows, or None."""
    for match in ADDRESS.finditer(text):
        if leads_to_video(url := absolute(match[0])):
            return url
    if not _VIDEO_NAME.search(name):
        return None
    given = attributes_of(text)
    candidates = [given[key] for key in _IDS if key in given]
    if not given and (word := _WORD.match(text.strip())):
        candidates.append(word[1])
    vimeo = "vimeo" in name.lower() or given.get("provider", "").lower() == "vimeo" or "vimeo" in given
    for candidate in candidates:
        if vimeo and _NUMBER.fullmatch(candidate):
            return f"https://vimeo.com/{candidate}"
        if not vimeo and _YOUTUBE_ID.fullmatch(candidate):
            return f"https://youtu.be/{candidate}"
    return None
