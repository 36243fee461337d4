"""`cardgen schema`: what a file may hold, for editors and programs."""

from __future__ import annotations

import click

from cardgen.cli import report


@click.command("schema", short_help="Print the JSON Schema of cardgen.toml.")
@click.argument("name", type=click.Choice(["config"]))
def command(name: str) -> None:  # noqa: ARG001 - there is one as yet
    """Print what cardgen.toml may hold as a JSON Schema (draft 2020-12), for editors that check TOML files.

    `cardgen schema config > cardgen.schema.json`, then `#:schema cardgen.schema.json` as the first line of cardgen.toml.
    """
    from cardgen.config import json_schema

    report.say_json(json_schema())
