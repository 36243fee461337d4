"""Tags of templates and the code of MDX never reach a card; videos in them are found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from plainly import notes, plain, videos

GONE = [
    ("# {{ page.title }}\n\nLean.", "\n\nLean."),
    ("Lean {{ site.x }} back, {{ y }}.", "Lean back,."),
    ("{% if a %}Lean.{% endif %}", "Lean."),
    ("{%- assign x = 1 -%}\nLean.", "\nLean."),
    ("{% comment %}\nold\n{% endcomment %}\nLean.", "\n\n\nLean."),
    ("{{</* youtube x */>}}\nLean.", "\nLean."),
    ("{/* old */}\nLean.", "\nLean."),
    ("<% tp.file.title %>\nLean.", "\nLean."),
    ("<%* if (a < b) {\nx -%>\nLean.", "\n\nLean."),
    ('{{< figure\n  src="a.png" >}}\nLean.', "\n\nLean."),
    ("{{ never closed\n\nLean. }}", "{{ never closed\n\nLean. }}"),
    ("import Tabs from '@theme/Tabs';\n\nLean.", "\n\nLean."),
    ("import {\n  A,\n} from 'b'\n\nLean.", "\n\n\n\nLean."),
    ("export const a = {\n  b: 1,\n}\n\nLean.", "\n\n\n\nLean."),
    ("Import the bar from 'the rack'.", "Import the bar from 'the rack'."),
    ('See [Squat]({{< ref "squat.md" >}}).', "See Squat."),
    ("Lean. ![wall]({{ 'w.png' | url }})", "Lean."),
    ("Lean.\n\\newpage\nStay.", "Lean.\n\nStay."),
    ("Sets: {frontmatter.sets}", ""),
]


@pytest.mark.parametrize(("written", "meant"), GONE)
def test_template_tags_go(written, meant):
    assert plain(written) == meant


def test_template_tags_are_named():
    assert notes("# {{ page.title }}\n{% include faq.html %}") == [
        "2 template tags are not printed: page.title, include faq.html"
    ]


ID = "VH4Bqn1FUhM"
SHOWN = [
    f"{{{{< youtube {ID} >}}}}",
    f'{{{{< youtube "{ID}" >}}}}',
    f'{{{{< youtube id="{ID}" title="Lean" >}}}}',
    f"{{% youtube {ID} %}}",
    f"{{% youtube https://youtu.be/{ID} %}}",
    f'{{% include youtube.html id="{ID}" %}}',
    f'{{% include video id="{ID}" provider="youtube" %}}',
    f"{{% include embed/youtube.html id='{ID}' %}}",
    f'{{% embed url="https://youtu.be/{ID}" %}}',
    f"{{{{video https://youtu.be/{ID}}}}}",
    f'<YouTube id="{ID}"/>',
    f'<LiteYouTubeEmbed id="{ID}" title="Lean" />',
    f'<lite-youtube videoid="{ID}"></lite-youtube>',
    f'<ReactPlayer url="https://youtu.be/{ID}" />',
    f"<YouTube videoId={{'{ID}'}} />",
]


@pytest.mark.parametrize("tag", SHOWN)
def test_a_tag_that_shows_a_video_is_a_mention_and_leaves_nothing(tag):
    assert videos(f"Lean.\n\n{tag}\n\nStay.") == [(f"https://youtu.be/{ID}", 3, "embed")]
    assert plain(f"Lean.\n\n## Video\n{tag}\n\n## Tips\nStay.") == "Lean.\n\n\n\n\n## Tips\nStay."


def test_vimeo_has_numbers():
    assert videos("{{< vimeo 76979871 >}}") == [("https://vimeo.com/76979871", 1, "embed")]


def test_a_tag_of_something_else_is_no_video():
    assert not videos('{{< figure id="VH4Bqn1FUhM" >}} {% include youtube.html %} <Tabs id="VH4Bqn1FUhM">')
