"""The choices of an option are the values of its enum, in full: a new value is offered as soon as it is there."""

import click
import pytest

from cardgen.bundle.order import GroupBy, Order
from cardgen.bundle.program.parts import CardOrder
from cardgen.cli import booklet, circuit, movements, render
from cardgen.layout.circuit.model import Arrow, Plan
from cardgen.pipeline.rendition import Format
from cardgen.values.stock import Orientation
from cardgen.values.use import Detail, Edition, Ink, Picture, Punch, Sides

NOT_ASKED = {Orientation.GIVEN, Picture.BEST, Punch.NONE}
"""What is done where nobody asks."""
OPTIONS = [
    (render, "detail", [Detail]),
    (render, "orientation", [Orientation]),
    (render, "ink", [Ink]),
    (render, "picture", [Picture]),
    (render, "edition", [Edition]),
    (render, "sides", [Sides]),
    (render, "punch", [Punch]),
    (booklet, "file_format", [Format]),
    (booklet, "order", [Order, CardOrder]),
    (booklet, "group_by", [GroupBy]),
    (circuit, "orientation", [Orientation]),
    (circuit, "arrow", [Arrow]),
    (circuit, "plan", [Plan]),
    (circuit, "ink", [Ink]),
    (movements, "ink", [Ink]),
]


@pytest.mark.parametrize(
    ("module", "name", "kinds"), OPTIONS, ids=[f"{module.__name__}-{name}" for module, name, _ in OPTIONS]
)
def test_the_choices_of_an_option_are_those_of_its_enum(module, name, kinds):
    commands = [module.command, *getattr(module.command, "commands", {}).values()]
    found = {param for command in commands for param in command.params if param.name == name}
    assert found
    for param in found:
        assert isinstance(param.type, click.Choice)
        assert set(param.type.choices) == {str(it.value) for kind in kinds for it in kind if it not in NOT_ASKED}
