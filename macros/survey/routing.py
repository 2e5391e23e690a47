"""Who is asked a question: conditions such as `permittering == "ja" and storlek in ("1-4", "5-9")`.

Belongs here: the grammar, and whether a condition holds. Does not: what a respondent answered
(`responses.py`). The grammar, loosest first; nothing is ever evaluated as Python:

    condition  = conjunction { "or" conjunction }
    conjunction = negation { "and" negation }
    negation   = "not" negation | "(" condition ")" | comparison
    comparison = question ("==" | "!=") code | question ["not"] "in" "(" code { "," code } ")"
    code       = '"' … '"' | "'" … "'"
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NoReturn

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.survey.question import Question

Given = Mapping[str, frozenset[str]]
_TOKEN = re.compile(r"""\s*(?:(?P<sign>==|!=|[(),])|(?P<code>"[^"]*"|'[^']*')|(?P<word>[\w-]+)|(?P<wrong>\S))""")
_MOST_TOKENS = 200  # also bounds how deep parentheses can nest


@dataclass(frozen=True)
class Comparison:
    """One question compared with codes; with `negated`, none of them must have been given."""

    question: str
    codes: tuple[str, ...]
    negated: bool = False

    def holds(self, given: Given) -> bool | None:
        """Whether it holds; None when the question was not answered."""
        codes = given.get(self.question)
        return bool(codes & set(self.codes)) != self.negated if codes else None

    def questions(self) -> frozenset[str]:
        """The questions that it names."""
        return frozenset({self.question})


@dataclass(frozen=True)
class Negation:
    """The opposite of a condition, unknown where that is unknown."""

    of: "Condition"

    def holds(self, given: Given) -> bool | None:
        """Whether it holds, None when that is unknown."""
        holds = self.of.holds(given)
        return None if holds is None else not holds

    def questions(self) -> frozenset[str]:
        """The questions that it names."""
        return self.of.questions()


@dataclass(frozen=True)
class Junction:
    """Several conditions joined by `and` or by `or`, in the three-valued logic of Kleene."""

    word: Literal["and", "or"]
    parts: tuple["Condition", ...]

    def holds(self, given: Given) -> bool | None:
        """Whether it holds, None when that is unknown."""
        deciding = self.word == "or"
        found = {part.holds(given) for part in self.parts}
        if deciding in found:
            return deciding
        return None if None in found else not deciding

    def questions(self) -> frozenset[str]:
        """The questions that it names."""
        return frozenset().union(*(part.questions() for part in self.parts))


Condition = Comparison | Negation | Junction


def is_asked(condition: Condition, given: Given) -> bool:
    """Whether a respondent was asked. What hangs on an unanswered question was not.

    >>> is_asked(Comparison("a", ("x",), negated=True), {"a": frozenset()})
    False
    """
    return condition.holds(given) is True


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    at: int


def parse_condition(text: str, earlier: Sequence[Question], place: Place | None = None) -> Condition:
    """Read a condition.

    Args:
        text: the condition as written.
        earlier: the questions that were asked before, the only ones that it may name.
        place: where its first letter stands; problems count columns from there.

    Raises:
        ReportError: with every unknown question and code, or the first mistake of grammar.
    """
    parser = _Parser(text, earlier, place or Place("asked_if", 1, 1))
    condition = parser.condition()
    if parser.next.kind != "end":
        parser.fail(msg('"and", "or" or the end'))
    if parser.problems:
        raise ReportError(parser.problems)
    return condition


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "wrong"
        yield _Token(kind, match[kind], match.start(kind))
    yield _Token("end", "", len(text.rstrip()))


def _sign(*signs: str) -> Message:
    return msg("one of {choices}", choices=", ".join(signs)) if len(signs) > 1 else msg("{expected}", expected=signs[0])


class _Parser:
    """Recursive descent, one method for each line of the grammar."""

    def __init__(self, text: str, earlier: Sequence[Question], place: Place) -> None:
        self.place = place
        self.earlier = {question.id: question for question in earlier}
        self.problems: list[Problem] = []
        self.tokens = list(_tokens(text))
        if len(self.tokens) > _MOST_TOKENS:
            raise ReportError([Problem(place, msg("The condition is too long"))])

    @property
    def next(self) -> _Token:
        return self.tokens[0]

    def take(self, *texts: str) -> bool:
        """Step over the next token when it is one of these."""
        if self.next.kind in ("sign", "word") and self.next.text in texts:
            self.tokens.pop(0)
            return True
        return False

    def at(self, token: _Token) -> Place:
        return Place(self.place.path, self.place.line, (self.place.column or 1) + token.at)

    def fail(self, expected: Message) -> NoReturn:
        token = self.next
        found = msg("The condition ends here")
        if token.text:
            found = msg("{found} stands in the condition", found=token.text)
        hint = msg("Write == for equal") if token.text == "=" else None
        raise ReportError([*self.problems, Problem(self.at(token), found, expected, hint)])

    def condition(self) -> Condition:
        parts = [self.conjunction()]
        while self.take("or"):
            parts.append(self.conjunction())
        return parts[0] if len(parts) == 1 else Junction("or", tuple(parts))

    def conjunction(self) -> Condition:
        parts = [self.negation()]
        while self.take("and"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else Junction("and", tuple(parts))

    def negation(self) -> Condition:
        if self.take("not"):
            return Negation(self.negation())
        if self.take("("):
            inner = self.condition()
            if not self.take(")"):
                self.fail(_sign(")"))
            return inner
        return self.comparison()

    def comparison(self) -> Condition:
        if self.next.kind != "word" or self.next.text in ("and", "or", "in"):
            self.fail(msg("a question"))
        question = self.question(self.tokens.pop(0))
        if self.take("=="):
            return Comparison(question, (self.code(question),))
        if self.take("!="):
            return Comparison(question, (self.code(question),), negated=True)
        negated = self.take("not")
        if not self.take("in"):
            self.fail(_sign("in") if negated else _sign("==", "!=", "in"))
        if not self.take("("):
            self.fail(_sign("("))
        codes = [self.code(question)]
        while self.take(","):
            if self.next.text == ")":
                break
            codes.append(self.code(question))
        if not self.take(")"):
            self.fail(_sign(")"))
        return Comparison(question, tuple(codes), negated)

    def question(self, token: _Token) -> str:
        known = self.earlier.get(token.text)
        if known is None:
            usable = [question.id for question in self.earlier.values() if question.answers]
            found = msg("No earlier question {question}", question=token.text)
            allowed = msg("one of {choices}", choices=", ".join(usable)) if usable else None
            self.problems.append(Problem(self.at(token), found, allowed, nearest(token.text, usable)))
        elif not known.answers:
            found = msg("Question {question} has no answers to compare with", question=token.text)
            self.problems.append(Problem(self.at(token), found))
        return token.text

    def code(self, question: str) -> str:
        if self.next.kind != "code":
            self.fail(msg("an answer in quotes"))
        token = self.tokens.pop(0)
        code = token.text[1:-1]
        codes = [answer.code for answer in self.earlier[question].answers] if question in self.earlier else []
        if codes and code not in codes:
            found = msg("Question {question} has no answer {code}", question=question, code=code)
            allowed = msg("one of {choices}", choices=", ".join(codes))
            self.problems.append(Problem(self.at(token), found, allowed, nearest(code, codes)))
        return code
