"""Fields: how each kind of value in a content file is read, for the models of blocks and sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    PlainValidator,
    PrivateAttr,
    RootModel,
    ValidationInfo,
    model_validator,
)

from kushiro_yearbook import eras
from kushiro_yearbook.date_reader import parse, parse_year
from kushiro_yearbook.faults import Place, Refused
from kushiro_yearbook.quantities import Quantity, Status, parse_quantity
from kushiro_yearbook.registers import Measure, Registers, is_japanese
from kushiro_yearbook.text import LANGUAGES, Text, alike, close_up, closing_up, is_formula
from kushiro_yearbook.tree import Mapping, Scalar, Sequence, Tree
from kushiro_yearbook.wordings.glosses import choices

NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the values of a field look like in a file: a row of `SHAPES`, explained in `locales/keys.yaml`."""

    name: str


class Form(BaseModel):
    """What a clerk fills in: frozen, strict about its keys, and knowing where it stands.

    Each key is explained in `locales/keys.yaml`, once for editors, documentation and readers of the code.
    """

    # Built when first needed: a form inside another is only ever built with it.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    # What may be written in place of its keys, as types of fields.
    short_forms: ClassVar[tuple[object, ...]] = ()

    _place: Place = PrivateAttr(default=NOWHERE)
    _written: Tree | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Form]) -> Form:
        form = handler(data)
        if isinstance(data, Mapping | Sequence | Scalar):
            value = data.get("value") if isinstance(data, Mapping) else None
            # What has a value stands where its value stands.
            form._place = (value or data).place  # noqa: SLF001 – its own, set once here
            form._written = data  # noqa: SLF001 – as above
        return form

    @property
    def place(self) -> Place:
        """Where it stands in the content."""
        return self._place

    @property
    def written(self) -> Tree | None:
        """What it was read from; nothing for a form that no file holds."""
        return self._written

    def place_of(self, key: str) -> Place:
        """Where the value of a key stands; its own place, where it was written without keys."""
        value = self._written.get(key) if isinstance(self._written, Mapping) else None
        return value.place if value is not None else self._place


class Rows(RootModel[Any]):
    """A form that is a list, or a mapping with the clerk's own keys; `root` holds it."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True, defer_build=True)


def texts_of(form: Form) -> Iterator[Text]:
    """The texts that stand directly in a form."""
    yield from (value for _, value in form if isinstance(value, Text))


def registers(info: ValidationInfo) -> Registers:
    """The registers that the values being read are explained by."""
    return info.context if isinstance(info.context, Registers) else Registers()


def scalar(value: object) -> Scalar:
    """A value that must be plain text; raises `Refused` S05 for a list or mapping, S07 for nothing at all."""
    if not isinstance(value, Scalar):
        raise Refused("S05")
    if value == "":
        raise Refused("S07")
    return value


def read_text(value: object, info: ValidationInfo) -> Text:
    """A text in several languages, or a plain string explained by the registers."""
    if isinstance(value, Mapping):
        return _text_by_language(value)
    words = _no_formula(scalar(value))
    if not is_japanese(words):
        return alike(words, words.place)
    if (right := close_up(words)) != words and registers(info).explain(right):
        raise _spaced(words)
    name = registers(info).names.get(words)
    if name is not None and name.awaits_romanisation:
        return Text(words, {}, words.place, kanji_only=True)
    explained = name or registers(info).measures.get(words)
    return Text(words, explained.translations if explained else {}, words.place, named=True)


def _no_formula(words: Scalar) -> Scalar:
    """A name or label, which may come to stand in a cell; raises `Refused` T07 where Excel would reckon."""
    if is_formula(words):
        raise Refused("T07", place=words.place, value=words[:60])
    return words


def _spaced(words: Scalar) -> Refused:
    right, parted = closing_up(words)
    return Refused("T06", place=words.place, value=words[:60], right=right, parted=parted)


def in_one(words: Scalar) -> Scalar:
    """A name or label without spaces inside, which nobody would find; raises `Refused` T06."""
    if close_up(words) != words:
        raise _spaced(words)
    return words


def _label(value: object) -> Scalar:
    return in_one(scalar(value))


def _read_name(value: object, info: ValidationInfo) -> Text:
    text = read_text(value, info)
    in_one(Scalar.at(text.ja, text.place))
    return text


def _text_by_language(value: Mapping) -> Text:
    for key in value:
        if key not in LANGUAGES:
            raise _not_a_language(value, key)
    if "ja" not in value:
        raise Refused("T02")
    words = {language: scalar(value[language]) for language in LANGUAGES if language in value}
    stretches = {language: word.stretches for language, word in words.items() if word.stretches}
    japanese = words.pop("ja")
    places = {language: word.place for language, word in words.items()}
    translations = {language: str(word) for language, word in words.items()}
    return Text(str(japanese), translations, japanese.place, places=places, stretches=stretches)


def _not_a_language(value: Mapping, key: str) -> Refused:
    if value.flow and value[key] == "":
        return Refused("Y10", place=value.place_of_key(key), key=key)
    return Refused("T01", place=value.place_of_key(key), key=key, languages=", ".join(LANGUAGES))


def _measure(value: object, info: ValidationInfo) -> Measure:
    return registers(info).measure(
        in_one(_no_formula(scalar(value))), value.place if isinstance(value, Scalar) else NOWHERE
    )


def _quantity(value: object, info: ValidationInfo) -> Quantity:
    return parse_quantity(scalar(value), registers(info).units)


def _when(value: object) -> eras.When:
    return parse(scalar(value))


def _moment(value: object) -> eras.When:
    when = parse(scalar(value))
    if not isinstance(when, eras.Point) or isinstance(when, eras.FiscalYear):
        raise Refused("S15", value=str(value)[:60])
    return when


def _year(value: object) -> eras.Year | eras.FiscalYear:
    return parse_year(scalar(value))


Choice = TypeVar("Choice", bound=StrEnum)


def choice(kind: type[Choice]) -> Callable[[object], Choice]:
    """A reader of one of the words of an enumeration; an unknown one is refused with the near one."""

    def read(value: object) -> Choice:
        word = scalar(value)
        allowed = [str(member) for member in kind]
        if word not in allowed:
            refused = Refused("S06")
            refused.words |= choices(word, allowed)
            raise refused
        return kind(word)

    return read


def _as_list(value: object) -> object:
    """One value where a list may stand."""
    if isinstance(value, Sequence):
        return value
    if isinstance(value, Scalar | Mapping):
        one = Sequence.at(value.place)
        one.append(value)
        return one
    return value


def _identifier(value: object) -> Scalar:
    word = scalar(value)
    if not _is_identifier(word):
        raise Refused("A01", value=word)
    return word


def _is_identifier(word: str) -> bool:
    """Lower-case words joined by hyphens, as an address shows them."""
    parts = word.split("-")
    return all(part.isascii() and part.isalnum() and part == part.lower() for part in parts)


def _flag(value: object) -> bool:
    word = scalar(value)
    if word not in ("true", "false"):
        raise Refused("S08", value=word)
    return word == "true"


def _reason(value: object) -> Scalar:
    if not isinstance(value, Scalar) or not value.strip():
        raise Refused("S28")
    return value


def _former(value: object) -> Scalar:
    """What was before: a department's slug, a department's and a section's, or a section's id."""
    word = scalar(value)
    slugs = word.split("/")
    if len(slugs) > 2 or not all(_is_identifier(slug) for slug in slugs):
        raise Refused("A09", value=word)
    return word


TextField = Annotated[Text, PlainValidator(read_text), Shape("text")]
# The name of somebody or of a row: one word, whatever it consists of.
NameField = Annotated[Text, PlainValidator(_read_name), Shape("text")]
# A label of a register.
RegisteredField = Annotated[Scalar, PlainValidator(_label), Shape("word")]
LabelField = Annotated[Measure, PlainValidator(_measure), Shape("label")]
QuantityField = Annotated[Quantity, PlainValidator(_quantity), Shape("quantity")]
WhenField = Annotated[eras.When, PlainValidator(_when), Shape("when")]
# A day, a month or a year: something that holds *at* it, not throughout it.
MomentField = Annotated[eras.When, PlainValidator(_moment), Shape("moment")]
YearField = Annotated[eras.Year | eras.FiscalYear, PlainValidator(_year), Shape("year")]
StatusField = Annotated[Status, PlainValidator(choice(Status)), Shape("status")]
ScalarField = Annotated[Scalar, PlainValidator(scalar), Shape("word")]
FlagField = Annotated[bool, PlainValidator(_flag), Shape("flag")]
# The code of a fault: F02.
CodeField = Annotated[Scalar, PlainValidator(scalar), Shape("code")]
IdentifierField = Annotated[Scalar, PlainValidator(_identifier), Shape("id")]
FormerField = Annotated[Scalar, PlainValidator(_former), Shape("former")]
# Faults accepted where this stands, by code, each with its reason.
AllowField = dict[CodeField, Annotated[Scalar, PlainValidator(_reason), Shape("reason")]]


# Marks a list field that may be written as one bare value.
MANY = BeforeValidator(_as_list)
