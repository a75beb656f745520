"""``python -m converter``: the command ``gongwen`` where it is not on the path."""

from converter.cli.main import main

main()
