"""A comparison of two waves of the same survey: for each answer its share before and now, and the change.

Belongs here: what is compared and what must be said of it. Does not: whether it may be (`lookup.py`), or its looks.
"""

from dataclasses import dataclass

from macros.language.message import Message, msg
from macros.release.changes import Verdict
from macros.release.released import Row
from macros.report.address import Address
from macros.report.kinds import WavesKind
from macros.report.source import Source, source_of
from macros.report.statistics import Statistic
from macros.report.tables import question_label
from macros.survey.codebook import Codebook
from macros.survey.part import in_language


@dataclass(frozen=True)
class Pair:
    """One answer in both waves.

    Attributes:
        change: in percentage points, from unrounded counts.
        verdict: what the test tells of the change, judged as one of all the pairs.
        bridged: what differs between the waves although they can be compared, or empty.
    """

    label: str
    before: Statistic
    after: Statistic
    change: Row
    bridged: str = ""
    verdict: Verdict = "fact"


@dataclass(frozen=True)
class Waves:
    """All that a comparison says; `before` and `after` are the waves' short names."""

    address: Address
    title: Message | str
    before: str
    after: str
    kind: WavesKind
    pairs: tuple[Pair, ...]
    sources: tuple[Source, Source]
    notes: tuple[Message, ...]

    @property
    def names(self) -> tuple[str, str]:
        """Both names as they stand alone, in a head or a key."""
        return _sentence_case(self.before), _sentence_case(self.after)

    @property
    def example(self) -> bool:
        """Whether any of it is invented."""
        return any(source.example for source in self.sources)


def pair_label(statistic: Statistic, language: str) -> str:
    """How a line is named: the question and its answer."""
    return f"{question_label(statistic.table, language)}: {statistic.row.label[:1].lower()}{statistic.row.label[1:]}"


def make_waves(pairs: tuple[Pair, ...], title: str | None, language: str, kind: WavesKind = "dumbbell") -> Waves:
    """Compose a comparison of pairs that all belong to the same two surveys."""
    before, after = pairs[0].before.table.codebook, pairs[0].after.table.codebook
    questions = "-".join(pair.after.address.question for pair in pairs)
    names = wave_name(before, language), wave_name(after, language)
    return Waves(
        address=Address(after.id, questions, (before.id,)),
        title=title or msg("From {before} to {after}", before=names[0], after=names[1]),
        before=names[0],
        after=names[1],
        kind=kind,
        pairs=pairs,
        sources=(source_of(before, language), source_of(after, language)),
        notes=_notes(pairs, (_sentence_case(names[0]), _sentence_case(names[1]))),
    )


def wave_name(codebook: Codebook, language: str) -> str:
    """The wave's short name, or the survey's title when it has none."""
    return in_language(codebook.wave or codebook.title, language)


def _sentence_case(name: str) -> str:
    return name[:1].upper() + name[1:]


def _notes(pairs: tuple[Pair, ...], names: tuple[str, str]) -> tuple[Message, ...]:
    bases = [[row.base for row in (pair.before.row, pair.after.row) if row.base is not None] for pair in pairs]
    low = [min(base[at] for base in bases) for at in (0, 1)]
    high = [max(base[at] for base in bases) for at in (0, 1)]
    notes = [
        msg("{wave}: {low}–{high} answers to each question.", wave=names[at], low=low[at], high=high[at])
        if low[at] < high[at]
        else msg("{wave}: {low} answers to each question.", wave=names[at], low=low[at])
        for at in (0, 1)
    ]
    if all(pair.verdict == "fact" for pair in pairs):
        notes.append(
            msg("Everybody was asked both times; the change describes those who answered, without sampling error.")
        )
    else:
        sure = [pair.label for pair in pairs if pair.verdict in ("risen", "fallen")]
        unsure = [pair.label for pair in pairs if pair.verdict in ("unsure", "same", "unknown")]
        tested = msg(
            "The changes are tested at the level of 5 percent, all {count} as one family (Holm).", count=len(pairs)
        )
        notes.append(tested)
        if sure:
            notes.append(msg("More than chance: {list}.", list="; ".join(sure)))
        if unsure:
            notes.append(msg("No statistically certain change: {list}.", list="; ".join(unsure)))
    notes += [msg("{label}: {reason}", label=pair.label, reason=pair.bridged) for pair in pairs if pair.bridged]
    return tuple(notes)
