"""An export of a survey tool becomes a survey: draft codebook, untouched copy, draft page, receipt.

Belongs here: one file for each kind of export, and what is done with any of them. Does not: reading files
(`survey/sheet.py`), checking answers (`survey/responses.py`).
"""
