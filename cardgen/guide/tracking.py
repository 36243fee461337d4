"""The query of an address in, the same without what only tells a site who passed the address on out. Knows no video."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote_plus

_ANYWHERE = frozenset(
    {
        "_ga",
        "_gl",
        "dclid",
        "fbclid",
        "gbraid",
        "gclid",
        "igsh",
        "igshid",
        "li_fat_id",
        "mc_cid",
        "mc_eid",
        "mibextid",
        "mkt_tok",
        "msclkid",
        "ref_src",
        "spm_id_from",
        "ttclid",
        "twclid",
        "vd_source",
        "wbraid",
        "yclid",
    }
)
"""Keys that mean nothing else on any site, as the lists of browsers that strip them have them."""
_BEGINNINGS = ("utm_", "hsa_", "pk_", "mtm_")
_BY_SITE: Mapping[str, frozenset[str]] = {
    "bilibili.com": frozenset({"bbid", "from_spmid", "share_medium", "share_plat", "share_session_id", "share_source"})
    | {"share_tag", "share_times", "timestamp", "unique_k"},
    "dropbox.com": frozenset({"st"}),
    "facebook.com": frozenset({"extid", "fs", "rdid", "ref", "s", "sfnsn", "share_url"}),
    "google.com": frozenset({"ouid", "rtpof", "sd", "usp"}),
    "loom.com": frozenset({"sid"}),
    "soundcloud.com": frozenset({"si"}),
    "spotify.com": frozenset({"si"}),
    "tiktok.com": frozenset({"_d", "_r", "_t", "checksum", "is_copy_url", "is_from_webapp", "sec_uid", "sec_user_id"})
    | {"sender_device", "sender_web_id", "share_app_id", "share_item_id", "share_link_id", "social_sharing", "source"}
    | {"timestamp", "tt_from", "u_code", "user_id", "web_id"},
    "twitter.com": frozenset({"s", "t"}),
    "vimeo.com": frozenset({"app_id", "autopause", "badge", "fe", "fl", "player_id", "share"}),
    "x.com": frozenset({"s", "t"}),
    "youtube.com": frozenset({"ab_channel", "feature", "pp", "si"}),
}
"""Keys that say so little on these sites and those below them; elsewhere they may choose what is shown."""


def without_tracking(query: str, host: str) -> str:
    """Return a query without its tracking keys; the others stand as they were written."""
    site = ".".join(host.lower().rstrip(".").split(".")[-2:])
    known = _ANYWHERE | _BY_SITE.get(site, frozenset())
    return "&".join(part for part in query.split("&") if part and not _tracks(part, known))


def _tracks(part: str, known: frozenset[str]) -> bool:
    key = unquote_plus(part.partition("=")[0]).lower()
    return key in known or key.startswith(_BEGINNINGS)
