"""`cardgen schema`: what a file may hold, for editors and programs."""

from __future__ import annotations

import click

from cardgen.cli import report


@click.command("schema", short_help="Print the JSON Schema of cardgen.toml or of programs.")
@click.argument("name", type=click.Choice(["config", "program"]))
def command(name: str) -> None:
    """Print what a file may hold as a JSON Schema (draft 2020-12), for editors that complete and check what is typed.

    config is cardgen.toml: `cardgen schema config > cardgen.schema.json`, then `#:schema cardgen.schema.json` as its first
    line. program is a training program: its first line names program.schema.json, which `cardgen program new` puts beside it.
    """
    from cardgen.files import config_template
    from cardgen.program import schema

    report.say_json(schema.json_schema() if name == "program" else config_template.json_schema())
