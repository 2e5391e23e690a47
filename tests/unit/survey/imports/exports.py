"""Small exports as each tool writes them, made up, each with something personal in it.

Belongs here: the files. Does not: what becomes of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class SmallExport:
    """An export: the file's name and text, how many columns it has, and which of them are personal."""

    name: str
    text: str
    columns: int
    personal: tuple[str, ...]


_LIMESURVEY = SmallExport(
    "results-survey2021.csv",
    """\
"id. Response ID","submitdate. Date submitted","lastpage. Last page","startlanguage. Start language",\
"ipaddr. IP address","q1. Hur har orderingången gått?","q2[SQ001]. Vad behöver ni? [Personal]",\
"q2[SQ002]. Vad behöver ni? [Pengar]","q2[other]. Vad behöver ni? [Annat]","q3. Hur många är ni?",\
"q4. Er e-postadress"
"1","2021-03-01 10:00:00","3","sv","192.0.2.1","Ökat mycket","Ja","Nej","","12","ann@example.org"
"2","2021-03-01 11:00:00","3","sv","192.0.2.2","Minskat mycket","Nej","Ja","Tid","7","bo@example.org"
"3","2021-03-02 09:00:00","3","sv","192.0.2.3","Oförändrat","Ja","Ja","","31",""
"4","2021-03-03 09:00:00","3","sv","192.0.2.4","Ökat något","Nej","Nej","","",""
""",
    11,
    ("ipaddr. IP address", "q4. Er e-postadress"),
)
_GOOGLE_FORMS = SmallExport(
    "Läget i företagen (svar) - Formulärsvar 1.csv",
    """\
Tidstämpel,E-postadress,Hur nöjd är du?,Vad behöver ni?,Hur viktigt är detta? [Pris],\
Hur viktigt är detta? [Kvalitet],Övrigt
2021-03-01 10.00.00,ann@example.org,Mycket nöjd,"Personal, Pengar",Viktigt,Oviktigt,Inget särskilt
2021-03-01 11.00.00,bo@example.org,Ganska nöjd,Personal,Viktigt,Viktigt,
2021-03-02 09.00.00,cia@example.org,Missnöjd,"Pengar, Tid",Oviktigt,Viktigt,Vi vill ha mer tid
2021-03-03 09.00.00,dan@example.org,Mycket nöjd,Tid,Oviktigt,Oviktigt,
""",
    7,
    ("E-postadress",),
)
_MICROSOFT_FORMS = SmallExport(
    "Leveranser(1-4).csv",
    """\
ID,Start time,Completion time,Email,Name,Hur går det?,Vad behöver ni?
1,2021-03-01 10:00:00,2021-03-01 10:05:00,ann@example.org,Ann Ek,Bra,Personal;Pengar;
2,2021-03-01 11:00:00,2021-03-01 11:05:00,bo@example.org,Bo Al,Dåligt,Personal;
3,2021-03-02 10:00:00,2021-03-02 10:05:00,cia@example.org,Cia Ur,Bra,Tid;Pengar;
4,2021-03-03 10:00:00,2021-03-03 10:05:00,dan@example.org,Dan By,Bra,Tid;
""",
    7,
    ("Email", "Name"),
)
_SURVEYMONKEY = SmallExport(
    "Customer survey.csv",
    """\
Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,\
How satisfied are you?,What do you use?,,
,,,,,,,,Response,Phones,Tablets,Other (please specify)
11900001,4001,03/01/2021 10:00:00 AM,03/01/2021 10:05:00 AM,192.0.2.1,ann@example.org,Ann,Ek,Very satisfied,\
Phones,,
11900002,4001,03/01/2021 11:00:00 AM,03/01/2021 11:05:00 AM,192.0.2.2,,,,Dissatisfied,,Tablets,
11900003,4001,03/02/2021 11:00:00 AM,03/02/2021 11:05:00 AM,192.0.2.3,,,,Satisfied,Phones,Tablets,A watch
11900004,4001,03/03/2021 11:00:00 AM,03/03/2021 11:05:00 AM,192.0.2.4,,,,Very dissatisfied,Phones,,
""",
    12,
    ("IP Address", "Email Address", "First Name", "Last Name"),
)
_QUALTRICS = SmallExport(
    "Wave_1.csv",
    """\
StartDate,EndDate,Status,IPAddress,Finished,ResponseId,RecipientEmail,LocationLatitude,LocationLongitude,Q1,Q2,\
Q3_4_TEXT
Start Date,End Date,Response Type,IP Address,Finished,Response ID,Recipient Email,Location Latitude,\
Location Longitude,How often do you travel?,Which of these do you own?,Which else? - Other - Text
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}",\
"{""ImportId"":""ipAddress""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}",\
"{""ImportId"":""recipientEmail""}","{""ImportId"":""locationLatitude""}",\
"{""ImportId"":""locationLongitude""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}",\
"{""ImportId"":""QID3_4_TEXT""}"
2021-03-01 10:00:00,2021-03-01 10:05:00,IP Address,192.0.2.1,True,R_1a,ann@example.org,59.3293,18.0686,Often,\
"A car,A bike",
2021-03-01 11:00:00,2021-03-01 11:05:00,IP Address,192.0.2.2,True,R_2b,,63.1792,14.6357,Never,A bike,
2021-03-02 11:00:00,2021-03-02 11:05:00,IP Address,192.0.2.3,True,R_3c,,55.6050,13.0038,Sometimes,"A car,\
A boat",
2021-03-03 11:00:00,2021-03-03 11:05:00,IP Address,192.0.2.4,True,R_4d,,57.7089,11.9746,Often,A boat,
""",
    12,
    ("IPAddress", "RecipientEmail", "LocationLatitude", "LocationLongitude"),
)
_KOBO = SmallExport(
    "household.csv",
    """\
start;end;hem/storlek;hem/saknas;hem/saknas/vatten;hem/saknas/el;telefon;_geolocation;_id;_uuid;\
_submission_time;_submitted_by;__version__;_index
2021-03-01T10:00:00.000+01:00;2021-03-01T10:05:00.000+01:00;stor;vatten el;1;1;070-174 06 05;59.3293 18.0686;\
101;a-1;2021-03-01T10:06:00;annek;v1;1
2021-03-01T11:00:00.000+01:00;2021-03-01T11:05:00.000+01:00;liten;el;0;1;070-174 06 06;59.3294 18.0687;102;a-2;\
2021-03-01T11:06:00;boal;v1;2
2021-03-02T11:00:00.000+01:00;2021-03-02T11:05:00.000+01:00;stor;vatten;1;0;;59.3295 18.0688;103;a-3;\
2021-03-02T11:06:00;ciaur;v1;3
2021-03-02T12:00:00.000+01:00;2021-03-02T12:05:00.000+01:00;liten;;;;;59.3296 18.0689;104;a-4;\
2021-03-02T12:06:00;danby;v1;4
""",
    14,
    ("telefon", "_geolocation", "_submitted_by"),
)
_TYPEFORM = SmallExport(
    "responses.csv",
    """\
#,What is your name?,How likely are you to recommend us?,Bus,Train,Start Date (UTC),Submit Date (UTC),Network ID
x1,Ann Ek,9,Bus,,2021-03-01 10:00:00,2021-03-01 10:05:00,aa11
x2,Bo Al,7,,Train,2021-03-01 11:00:00,2021-03-01 11:05:00,bb22
x3,Cia Ur,10,Bus,Train,2021-03-02 11:00:00,2021-03-02 11:05:00,cc33
x4,Dan By,3,Bus,,2021-03-03 11:00:00,2021-03-03 11:05:00,dd44
""",
    8,
    ("What is your name?", "Network ID"),
)
_CSV = SmallExport(
    "enkat.csv",
    """\
foretag;orderingang;anstallda;mejl
f1;Ökat;12;ann@example.org
f2;Minskat;7;
f3;Ökat;31;
f4;Oförändrat;4;
""",
    4,
    ("mejl",),
)
EXPORTS: Mapping[str, SmallExport] = MappingProxyType(
    {
        "limesurvey": _LIMESURVEY,
        "google-forms": _GOOGLE_FORMS,
        "microsoft-forms": _MICROSOFT_FORMS,
        "surveymonkey": _SURVEYMONKEY,
        "qualtrics": _QUALTRICS,
        "kobo": _KOBO,
        "typeform": _TYPEFORM,
        "csv": _CSV,
    }
)
