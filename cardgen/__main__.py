"""`python -m cardgen`: the same program as `cardgen`."""

import sys

if __name__ == "__main__":  # a spawned worker imports this module under another name
    if not sys.flags.safe_path:
        del sys.path[0]  # the working folder, where anybody may have put a `click.py`
    from cardgen.cli import main

    main()
