from __future__ import annotations

import pytest

from cardgen.guide.video import VideoError, read_video

ID = "VH4Bqn1FUhM"


@pytest.mark.parametrize(
    "value",
    [
        ID,
        f"https://youtu.be/{ID}",
        f"youtu.be/{ID}",
        f"http://youtu.be/{ID}",
        f"//youtu.be/{ID}",
        f"https://youtu.be/{ID}?si=abc",
        f"https://www.youtube.com/watch?v={ID}",
        f"https://www.youtube.com/watch?list=PL1&v={ID}&index=2",
        f"youtube.com/watch?v={ID}",
        f"m.youtube.com/watch?v={ID}&feature=share",
        f"https://music.youtube.com/watch?v={ID}",
        f"https://www.youtube.com/shorts/{ID}?feature=share",
        f"https://www.youtube.com/embed/{ID}",
        f"https://www.youtube-nocookie.com/embed/{ID}?rel=0",
        f"https://youtube.com/live/{ID}",
        f"https://youtube.com/v/{ID}",
        f"HTTPS://WWW.YOUTUBE.COM/watch?v={ID}",
        f"  {ID} ",
    ],
)
def test_all_forms_of_youtube_lead_to_the_short_address(value):
    video = read_video(value)
    assert (video.url, video.label, video.youtube_id) == (f"https://youtu.be/{ID}", f"youtu.be/{ID}", ID)


@pytest.mark.parametrize(
    ("start", "seconds"),
    [("t=90", 90), ("t=90s", 90), ("start=90", 90), ("t=1m30s", 90), ("t=1h2m3s", 3723), ("t=2m", 120)],
)
def test_start_time_is_kept(start, seconds):
    assert read_video(f"https://www.youtube.com/watch?v={ID}&{start}").label == f"youtu.be/{ID}?t={seconds}"


@pytest.mark.parametrize("start", ["t=0", "t=", "t=later", "start=-5"])
def test_start_time_that_says_nothing_is_dropped(start):
    assert read_video(f"https://youtu.be/{ID}?{start}").label == f"youtu.be/{ID}"


@pytest.mark.parametrize(
    ("value", "url", "label"),
    [
        ("https://example.org", "https://example.org", "example.org"),
        ("https://example.org/", "https://example.org/", "example.org"),
        ("example.org/clips/1/", "https://example.org/clips/1/", "example.org/clips/1"),
        ("https://vimeo.com/12345?h=a#t=3", "https://vimeo.com/12345?h=a#t=3", "vimeo.com/12345?h=a#t=3"),
        ("https://Example.ORG:8443/Clip", "https://example.org:8443/Clip", "example.org:8443/Clip"),
        ("https://übung.example/höhe?q=ä", "https://xn--bung-zra.example/h%C3%B6he?q=%C3%A4", None),
        ("https://example.org/a%20b", "https://example.org/a%20b", "example.org/a%20b"),
    ],
)
def test_other_addresses_are_written_in_ascii(value, url, label):
    video = read_video(value)
    assert (video.url, video.label, video.youtube_id) == (url, label or url.removeprefix("https://"), None)


@pytest.mark.parametrize(
    "value",
    [
        "abcdefghij",
        "abcdefghijkl",
        "http://example.org/x",
        "ftp://example.org/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "https:///x",
        "https://example",
        "https://localhost/x",
        "https://192.168.0.1/x",
        "https://exa mple.org/x",
        "https://me@example.org/x",
        "https://me:secret@example.org/x",
        "https://-example.org/x",
        "https://example..org/x",
        "https://example.org:99999/x",
        "https://[::1/x",
        "https://youtube.com",
        "https://www.youtube.com/@somebody",
        "https://www.youtube.com/channel/UC0123456789",
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/embed/videoseries?list=PL1",
        "https://www.youtube.com/watch?v=short",
        "https://youtu.be/",
        "https://example.org/" + "x" * 300,
        "https://example.org/" + "ü" * 100,
    ],
)
def test_impossible_addresses_are_refused_with_a_hint(value):
    with pytest.raises(VideoError) as caught:
        read_video(value)
    assert caught.value.hint
