"""Columns that are about the answer and not an answer: who, when, from where, and with what weight.

Belongs here: the names that tools give them, in English and Swedish, and the proof by their contents. Does not:
whether a column is personal (`personal.py`).
"""

import re
from collections.abc import Mapping

from macros.survey.imports.column import Column, Role
from macros.survey.imports.values import Values
from macros.survey.numeric import read_number
from macros.survey.spelling import fold

IDENTIFIERS = (
    "response id", "responseid", "respondent id", "respondent_id", "respondentid", "respondent", "svars-id", "svarsid",
    "respondent-id", "id", "respid", "resp_id", "caseid", "case_id", "case id", "record id", "record_id", "_id", "#",
    "deltagare", "deltagar-id", "löpnummer", "löpnr", "lopnr", "participant", "participant id", "participant_id",
    "user id", "userid", "user_id", "svarande", "uuid", "_uuid", "svarsnummer", "response number", "response_id",
    "unique id", "submission id", "token", "contribution id", "qkey", "serial", "serial number", "case number", "nr",
    "idnr",
)  # fmt: skip
TIMES = frozenset((
    "timestamp", "tidstämpel", "tidsstämpel", "start date", "end date", "startdate", "enddate", "startdatum",
    "slutdatum",
    "date submitted", "time started", "time submitted", "submitdate", "datestamp", "date started", "date last action",
    "start time", "completion time", "starttid", "sluttid", "slutförandetid", "slutförd", "starttidpunkt",
    "recordeddate",
    "recorded date", "start", "end", "today", "_submission_time", "submission time", "start date (utc)",
    "submit date (utc)", "stage date (utc)", "submitted at", "last modified time", "senaste ändringstid", "inskickat",
    "datum skickat", "startat", "skickat", "date modified", "date created", "created at", "senast ändrad",
    "slutföringstid",
    "tid för senaste ändring", "tid för slutförande", "svarsdatum", "starttime", "endtime", "submission date",
    "started",
    "completed", "datum inskickat", "start_time", "end_time", "created_at", "updated_at", "recorded_date",
    "interview date",
))  # fmt: skip
# Never an answer, whatever stands in them.
ABOUT = frozenset((
    "ip address", "ip", "ipaddress", "ip-adress", "ipaddr", "email address", "email", "e-mail", "e-post",
    "e-postadress",
    "first name", "last name", "förnamn", "efternamn", "recipientlastname", "recipientfirstname", "recipientemail",
    "recipient last name", "recipient first name", "recipient email", "externalreference", "external data reference",
    "locationlatitude", "locationlongitude", "location latitude", "location longitude", "latitude", "longitude",
    "token", "seed", "refurl", "referrer url", "referer", "extended referer", "sessionid", "session id", "user agent",
    "network id", "_uuid", "_id", "_index", "_notes", "_tags", "_submitted_by", "__version__", "_validation_status",
    "_status", "_attachments", "_geolocation", "_version_", "_parent_index", "_parent_table_name", "_xform_id_string",
    "_bamboo_dataset_id", "formhub/uuid", "meta/instanceid", "meta/rootuuid", "meta/deprecatedid", "meta/instancename",
    "deviceid", "device id", "username", "användarnamn", "phonenumber", "simserial", "subscriberid", "simid", "audit",
    "contact id", "legacy comments", "duration (in seconds)", "duration", "interviewtime", "total time", "progress",
    "total points", "quiz feedback", "totalt antal poäng", "feedback om test", "lastpage", "last page", "sista sidan",
    "namn", "name", "custom data 1", "anpassade data 1",
    "q_recaptchascore", "q_relevantidduplicate", "browser", "legacy id", "tags", "_submission__id", "_submission__uuid",
))  # fmt: skip
# Few values that are worth reporting, but that the tool wrote and no person answered.
ADMINISTRATIVE = frozenset((
    "status", "finished", "progress", "startlanguage", "start language", "startspråk", "language", "språk",
    "userlanguage",
    "user language", "collector id", "insamlar-id", "samlar-id", "collector_id", "response type", "responsetype",
    "ending",
    "distributionchannel", "distribution channel", "response status", "lastpage", "last page",
))  # fmt: skip
_WEIGHT = re.compile(
    r"(?!(?:your|din|er|my|min|kropps)\b)(?:.*[_ .-])?(?:[a-z]{0,4}weights?|[a-z]{0,3}wgh?t|wts?[a-z]{0,4}|vikt(?:er)?"
    r"|(?:svars|kalibrerings|kal|design)vikt)(?:[_ .-].*)?"
)
_IDENTIFIES = re.compile(r".*(?:[a-zåäö]|[_. -])(?:ID|Id)|.*[_. -]id")
_SURELY = re.compile(
    r"(?:.*[_ .-])?(?:post|final|design|survey|sample|sampling|person|household|pop|population|rak(?:ed|ing)|analysis)"
    r"[_ -]?(?:weights?|wgh?ts?|wts?)(?:[_ .-].*)?|(?:.*[_ .-])?(?:svars|kalibrerings|kal|design|urvals)vikt(?:er)?"
)  # never a person's own weight, so that it may be all ones
_MOST_MEAN = 20.0  # a mean weight above that is more likely somebody's own weight, unless its decimals are many
_DECIMALS = 3
_MANY = 20  # rows; in so many, answers do not grow from row to row


def role_of(header: str) -> Role:
    """What a column is for by its header alone.

    >>> role_of("Start Date"), role_of("IP-adress"), role_of("How old are you?")
    ('time', 'metadata', 'question')
    """
    name = fold(header)
    if name in TIMES:
        return "time"
    return "metadata" if name in ABOUT else "question"


def names_respondent(values: Values, rows: int) -> bool:
    """Whether a column has a value of its own for each row."""
    return rows > 1 and values.blanks == 0 and len(values.counts) == rows


def is_running(values: Values, rows: int) -> bool:
    """Whether a column merely counts the rows, with or without gaps."""
    numbers = [int(text) for text in values.spellings if re.fullmatch(r"\d{1,9}", text)]
    return names_respondent(values, rows) and len(numbers) == rows and numbers == sorted(numbers)


def is_weight(header: str, values: Values, decimal: str) -> bool:
    """Whether a column is named as a weight and holds numbers that can be one: none negative, not all whole.

    Whole numbers are weights below a header that can ask for nothing else, or where everybody weighs 1.

    >>> is_weight("weight", Values({"0.52": 3, "1.31": 2}), "."), is_weight("Weight", Values({"71.5": 1, "80": 1}), ".")
    (True, False)
    """
    surely = _SURELY.fullmatch(fold(header)) is not None
    if not (surely or _WEIGHT.fullmatch(fold(header))) or values.blanks or not values.spellings:
        return False
    numbers = {text: read_number(text, decimal) for text in values.spellings}
    if any(number is None or number < 0 for number in numbers.values()):
        return False
    known = {text: float(number) for text, number in numbers.items() if number is not None}
    if surely or set(known.values()) == {1.0}:
        return any(known.values())
    if all(number == int(number) for number in known.values()):
        return False
    mean = sum(known[text] * n for text, n in values.spellings.items()) / values.n
    longest = max(len(text.partition(decimal)[2]) for text in known)
    return mean <= _MOST_MEAN or longest >= _DECIMALS


def identifier_of(columns: tuple[Column, ...], values: Mapping[int, Values], rows: int) -> Column | None:
    """The column that names the respondent: one that its tool says does, else the likeliest by its header.

    Else one whose header ends in "ID", else one that counts the rows.
    """
    unique = [column for column in columns if names_respondent(values[column.position], rows)]
    said = [column for column in unique if column.role == "identifier"]
    if said:
        return said[0]
    likely = {name: at for at, name in enumerate(IDENTIFIERS)}
    named = [column for column in unique if fold(column.code or column.name) in likely]
    if named:
        return min(named, key=lambda column: likely[fold(column.code or column.name)])
    headed = [column for column in unique if not re.fullmatch(r"\[\d+\]", column.name)]
    asked = [column for column in headed if rows >= _MANY and column.role == "question"]
    ending = [column for column in asked if _IDENTIFIES.fullmatch(column.code or column.name)]
    return next(iter(ending or (column for column in asked if is_running(values[column.position], rows))), None)
