"""The words of an English heading in, the role that they hint at out: for headings that are no known name.

What is found here is never enough to print something as steps.
"""

from __future__ import annotations

import functools
import re

from cardgen.guide.model import Role

_WORDS = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")

_MOVES = (
    r"perform\w*|finish\w*|ending|transition\w*|switch\w*|alternat\w+|descen\w+|ascen\w+|concentric|eccentric|isometric|"
    r"contract\w*|squeez\w*|paus\w*|hold\w*|return\w*|reset\w*|recover\w*|rack\w*|re ?rack\w*|un ?rack\w*|lower(s|ing|ed)?|lift\w*|"
    r"rais\w+|ris(e|es|ing)|press\w*|push\w*|pull\w*|row(s|ing)?|curl\w*|squat\w*|lung\w+|hing\w+|extend\w*|extension|flex\w*|"
    r"rotat\w+|twist\w*|turn\w*|swing\w*|driv\w+|thrust\w*|explo\w+|jump\w*|land(ing)?|step(s|ping)?|bend\w*|straighten\w*|"
    r"stand\w*|sit\w*|lean\w*|crunch\w*|bridg\w+|plank\w*|catch\w*|clean\w*|jerk\w*|snatch\w*|dip\w*|shrug\w*|fly|flies|flyes|"
    r"kick\w*|swap|reach\w*|stretch(ing)?|open\w*|clos(e|ing)|mov(e|es|ing)|walk\w*|crawl\w*|roll\w*|throw\w*|slam\w*|toss\w*|"
    r"tuck\w*|engag\w+|brac\w+|activat\w+|retract\w*|hang\w*|climb\w*|carry\w*|drop\w*|abduct\w*|adduct\w*|circl\w+|cross\w*|"
    r"complet(e|es|ing)|initiat\w+|control\w*|maintain\w*|repeat\w*|swim\w*|kneel\w*|lie|lying|place|keep|touch\w*|spread\w*|"
    r"bring\w*|glide\w*|slid\w+|resist\w*|absorb\w*|accelerat\w+|decelerat\w+|wav(e|es|ing)|spin\w*|cycl(e|ing)|pedal\w*|sprint\w*|"
    r"run(ning)?|march\w*|skip\w*|hop\w*|shuffl\w+|scissor\w*|flutter\w*|bear|shift\w*|pivot\w*|lock(ing)? ?out|lockout|dismount\w*|exit\w*"
)
"""Words of movement. At the start of a heading they outdo what follows: "Lowering the Weight" is no note on weights."""

# The first rule that matches decides, so the order is the meaning: "Safety Tips" is safety, "Tips to Avoid Injury" tips,
# "Common Mistakes and Tips" mistakes, "Setup and Execution" execution, "Final Position" not setup.
_RULES: tuple[tuple[Role, str], ...] = (
    (Role.MISTAKES, r"mistakes?"),
    (Role.SAFETY, r"safety"),
    (Role.TIPS, r"tips?|key points?"),
    (
        Role.MISTAKES,
        r"errors?|faults?|pitfalls?|(what|things) (not to do|to avoid)|do not|don'?ts?|dos and don'?ts|misconceptions?",
    ),
    (
        Role.SAFETY,
        r"cautions?|cautionary|warnings?|precautions?|contraindications?|injur(y|ies)|risks?|medical|disclaimer|pain",
    ),
    (Role.MISTAKES, r"to avoid|avoid|avoiding|wrong|bad form|common (issues|problems|flaws)"),
    (
        Role.TIPS,
        (
            r"cues?|pointers?|advice|best practices|coach(ing|es)?( points?)?|form (focus|check|considerations?|guide|notes?|checks?)|"
            r"key (considerations?|elements?|takeaways?|aspects?|details?|reminders?|focus|factors?)"
        ),
    ),
    (
        Role.VARIATIONS,
        (
            r"variations?|variants?|modif\w+|progress(ions?|ing)|regress(ions?|ing)|alternatives?|alternate (versions?|options?)|"
            r"scal(e|ing)( options?)?|advanced|harder|easier|beginners?|intermediate|options?|adaptations?|levels?|challenge|"
            r"substitut(es?|ions?)|mak(e|ing) it (harder|easier)|increas\w+ (the )?(difficulty|intensity)|difficulty"
        ),
    ),
    (Role.BREATHING, r"breath\w*|inhal\w*|exhal\w*|respiration"),
    (
        Role.CONCLUSION,
        r"conclusions?|summary|summing up|(final|closing) (thoughts?|words?|remarks?|notes?)|wrap(ping)?[ -]?up|takeaways?|recap|in short|closing",
    ),
    (
        Role.EXECUTION,
        r"^return\w*|^back to|execut\w+|steps? (for|to|of|by)|how to (perform|do|execute)|performing|(initial|first|second|third) (pull|movement|lift|drive|phase)|step by step|instructions?",
    ),
    (
        Role.TIPS,
        (
            r"(focus|form|main|important|technique|technical|teaching|essential|critical) points?|points? to (remember|note|consider)|"
            r"(proper|correct|good|perfect) (form|technique)|form|technique( notes?| focus)?|remember|points?|hacks?|tricks?|"
            r"mind muscle( connection)?|reminders?|checklist"
        ),
    ),
    (Role.SETUP, r"set ?up|setting up|setups?"),
    (
        Role.EQUIPMENT,
        r"equipment( needed| required| list)?|gear|(what )?you('ll| will)? need|materials?|tools?|requirements?|apparatus|what to use",
    ),
    (
        Role.EXECUTION,
        r"(final|finish|finishing|end|ending|top|bottom|peak|catch|mid|middle|lockout|return|receiving) (position|phase|point)",
    ),
    (
        Role.SETUP,
        (
            r"start(ing)?|(body|hand|hands|foot|feet|arm|arms|leg|bar|barbell|bench|head|elbow|knee|torso|back|hip|band|cable)? ?"
            r"(position|positions|positioning|placement|alignment|posture)|initial|pre ?lift|pre ?exercise|before you (begin|start)|"
            r"begin|beginning|prepar\w+|prep|stance|grips?|gripping|adjust(ing|ments?)?( the .*)?|"
            r"warm ?up|get(ting)? (ready|in|into|set|started)|attach\w*|anchor\w*|load(ing)? the .*|select\w*|choos\w+|foundation|"
            r"assum(e|ing)|secur(e|ing)|mount(ing)?|seat(ing)?( .*)?|unlock(ing)?( .*)?|hold(ing)? the (bar|barbell|dumbbells?|kettlebell|handles?|band)"
        ),
    ),
    (Role.EXECUTION, rf"^(?:{_MOVES})"),
    (
        Role.OVERVIEW,
        r"overview|introduction|intro|about|description|what is|what are|background|definition|exercise (info|information|details|profile)|details",
    ),
    (
        Role.BENEFITS,
        (
            r"benefits?|advantages?|muscles?( .*)?|purpose|objectives?|goals?|targets?|targeted|why|primary|secondary|worked|effects?|"
            r"effectiveness|results"
        ),
    ),
    (
        Role.NOTES,
        (
            r"notes?|overall( .*)?|program\w*|sets|reps|sets? and rep\w*|rep(etition)? (range|scheme)s?|repetitions and sets|frequency|"
            r"recommend\w*|additional( .*)?|important|considerations?|focus|faqs?|questions?|when to|workouts?|routine|incorporat\w*|training|"
            r"rest( periods?)?|cool ?down|stretch(es)?|after|guidelines?|volume|weights?|resources?|references?|related( .*)?|info(rmation)?|safely"
        ),
    ),
    (
        Role.EXECUTION,
        (
            r"steps?|how to( .*)?|movements?|motions?|phases?|actions?|procedure|process|method|the (exercise|lift|movement)|exercise|"
            r"repetitions?|reps?|tempo|pace|rhythm|depth|range( of motion)?|duration|at the (top|bottom|end)|top|bottom|end|"
            r"upward|downward|up|down|completion|work(ing)?|sequence|cycle|routine"
        ),
    ),
    (Role.EXECUTION, _MOVES),
    (Role.SETUP, r"hands?|foot|feet|body|posture|bench|seat|rack|machine|height|stability|support|core"),
)


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])")


@functools.cache
def _rules() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    """Return the rules compiled; the first guide of a process pays for them."""
    return tuple((role, _whole_words(pattern)) for role, pattern in _RULES)


@functools.lru_cache(maxsize=4096)
def english_role(heading: str) -> Role:
    """Return what words of an English heading announce, or UNKNOWN."""
    key = _normal(heading)
    role = _first_match(key)
    if role is Role.SETUP and re.search(r" (and|then) ", key):
        # "Starting Position and Movement" holds the movement too, and that is what a card cannot do without.
        parts = {_first_match(part) for part in re.split(r" (?:and|then) ", key)}
        return Role.EXECUTION if Role.EXECUTION in parts else role
    return role


def _first_match(key: str) -> Role:
    return next((role for role, pattern in _rules() if pattern.search(key)), Role.UNKNOWN)


def _normal(heading: str) -> str:
    """Return lower-case words with single blanks; `&` and `/` join like "and"."""
    text = heading.lower().replace("&", " and ").replace("/", " and ").replace("’", "'")
    return " ".join(_WORDS.findall(text))
