from __future__ import annotations

import pytest

from cardgen.guide.video import VideoError, read_video, remark_on

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


# --- what people copy -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        f'<iframe width="560" height="315" src="https://www.youtube.com/embed/{ID}?si=abc" allowfullscreen></iframe>',
        f"<iframe src='//www.youtube.com/embed/{ID}'></iframe>",
        f"<IFRAME SRC=https://www.youtube.com/embed/{ID} ></IFRAME>",
        f'<iframe title="{"a clip " * 60}" src="https://www.youtube.com/embed/{ID}"></iframe>',
        f"[Watch it](https://youtu.be/{ID})",
        f'![](https://www.youtube.com/watch?v={ID} "Watch")',
        f"<https://youtu.be/{ID}>",
        f"[[https://youtu.be/{ID}|the film]]",
    ],
)
def test_the_address_is_taken_out_of_what_holds_it(value):
    assert read_video(value).url == f"https://youtu.be/{ID}"


def test_the_start_of_an_embedded_video_is_kept():
    code = f'<iframe src="https://www.youtube-nocookie.com/embed/{ID}?rel=0&amp;start=30"></iframe>'
    assert read_video(code).url == f"https://youtu.be/{ID}?t=30"


def test_an_embedded_video_of_another_site_keeps_what_opens_it():
    code = '<iframe src="https://player.vimeo.com/video/123?h=4f5&amp;badge=0&amp;autopause=0&amp;app_id=9"></iframe>'
    assert read_video(code).url == "https://player.vimeo.com/video/123?h=4f5"


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("https://www.instagram.com/reel/Ab_-1/?igshid=Mz==", "www.instagram.com/reel/Ab_-1"),
        ("https://vimeo.com/123/4f5?share=copy#t=30s", "vimeo.com/123/4f5#t=30s"),
        ("https://drive.google.com/file/d/1Ab/view?usp=sharing", "drive.google.com/file/d/1Ab/view"),
        ("https://www.bilibili.com/video/BV1x/?spm_id_from=333.7&vd_source=f2", "www.bilibili.com/video/BV1x"),
        ("https://www.tiktok.com/@a.b/video/7?is_from_webapp=1&sender_device=pc", "www.tiktok.com/@a.b/video/7"),
        ("https://ab.example/v?id=3&utm_source=mail&utm_medium=x&fbclid=1", "ab.example/v?id=3"),
        ("https://ab.example/v?UTM_Campaign=x", "ab.example/v"),
        ("https://www.youtube.com/clip/UgkxA1?si=x", "www.youtube.com/clip/UgkxA1"),
    ],
)
def test_keys_that_only_track_are_dropped(value, label):
    assert read_video(value).label == label


@pytest.mark.parametrize(
    "address",
    [
        "https://ab.example/v?share=3&si=4&usp=5",
        "https://ab.example/v?t=30&s=2",
        "https://ab.example/v?a=%20b&c",
        "https://www.dropbox.com/s/x/v.mp4?dl=0&rlkey=k",
    ],
)
def test_keys_that_may_choose_what_is_shown_stay(address):
    assert read_video(address).url == address


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("https://www.youtube.com/@somebody", "a channel"),
        ("https://www.youtube.com/channel/UC0123456789", "a channel"),
        ("https://www.youtube.com/user/somebody/videos", "a channel"),
        ("https://www.youtube.com/playlist?list=PL1", "a playlist"),
        ("https://www.youtube.com/embed/videoseries?list=PL1", "a playlist"),
        ("https://www.youtube.com/results?search_query=wall+sit", "a search"),
        ("https://www.tiktok.com/@somebody", "somebody's page"),
        ("https://www.instagram.com/somebody/", "somebody's page"),
        ("videos/wall-sit.mp4", "a file on a computer"),
        ("wall-sit.MOV", "a file on a computer"),
        ("my films/wall sit.mp4", "a file on a computer"),
        ("[[wall-sit.mp4]]", "a file on a computer"),
        ("![[clips/wall-sit.webm]]", "a file on a computer"),
        ("C:\\films\\sit.mp4", "a file on a computer"),
        ("../films/sit", "a file on a computer"),
        ("file:///films/sit.mp4", "a file on a computer"),
        (f"https://youtu.be/{ID}, https://youtu.be/{ID[::-1]}", "2 videos are named"),
        (f"{ID}, {ID[::-1]}, youtu.be/{ID}", "3 videos are named"),
        (f"https://youtu.be/{ID} https://vimeo.com/1", "2 videos are named"),
        (f'<a href="https://youtu.be/{ID}"></a><a href="https://ab.example/v"></a>', "2 videos are named"),
        ("<" + "x" * 5000, "more than 4000"),
    ],
)
def test_what_is_no_one_video_is_called_what_it_is(value, words):
    with pytest.raises(VideoError, match=words) as caught:
        read_video(value)
    assert caught.value.hint


def test_forms_of_one_film_are_one_video():
    player = '<video controls><source src="https://ab.example/a.mp4"><source src="https://ab.example/a.webm"></video>'
    assert read_video(player).url == "https://ab.example/a.mp4"


def test_a_film_on_a_site_is_no_file_on_a_computer():
    assert read_video("ab.example/films/sit.mp4").url == "https://ab.example/films/sit.mp4"


def test_an_address_without_encryption_is_printed_and_said():
    video = read_video("http://ab.example/sit.mp4")
    assert (video.url, video.label) == ("http://ab.example/sit.mp4", "ab.example/sit.mp4")
    message, hint = remark_on(video)
    assert "not https" in message
    assert hint == 'write "https://ab.example/sit.mp4" if the site offers it'
    assert remark_on(read_video(ID)) == ("", "")
