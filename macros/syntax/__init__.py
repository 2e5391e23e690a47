"""What a communicator gets wrong between the braces, in plain words.

Belongs here: cutting a page into its calls, and the common slips of the pen with a hint for each. Does not: what a
macro does (`vocabulary`), or names that do not exist (`rehearsal.py`).
"""
