"""`python -m macros VERB`, the same as `report VERB`. The verbs themselves are in `commands.py`."""

from macros.commands import main

if __name__ == "__main__":
    main()
