"""The block `contact`: where an office is and how to reach it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import PlainValidator

from kushiro_yearbook.blocks.base import Block, Line
from kushiro_yearbook.faults import Refused
from kushiro_yearbook.forms import Form, Shape, TextField, scalar
from kushiro_yearbook.inline import line
from kushiro_yearbook.text import Text

_POSTAL_CODE = re.compile(r"\d{3}-\d{4}")
_TELEPHONE = re.compile(r"\(?0\d{1,4}\)?[ -]?\d{1,4}-\d{3,4}")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def _written_as(pattern: re.Pattern[str], code: str) -> PlainValidator:
    def read(value: object) -> str:
        word = scalar(value)
        if not pattern.fullmatch(word):
            raise Refused(code, value=word)
        return str(word)

    return PlainValidator(read)


class Contact(Form, Block):
    """An office's address and numbers, as printed."""

    postal_code: Annotated[str, _written_as(_POSTAL_CODE, "B09"), Shape("postal_code")] | None = None
    address: TextField | None = None
    building: TextField | None = None
    telephone: Annotated[str, _written_as(_TELEPHONE, "B10"), Shape("telephone")] | None = None
    fax: Annotated[str, _written_as(_TELEPHONE, "B10"), Shape("telephone")] | None = None
    email: Annotated[str, _written_as(_EMAIL, "B11"), Shape("email")] | None = None

    def texts(self) -> Iterator[Text]:
        """Address and building."""
        yield from (text for text in (self.address, self.building) if text)

    def lines(self, language: str, words: Mapping[str, str]) -> Iterator[Line]:
        """Where it is, and its numbers with what they are."""
        place = tuple(text.runs(language) for text in self.texts())
        yield Line((line(words["contact_address"]),), (line(self.postal_code or ""), *place))
        for key, value in (
            ("contact_telephone", self.telephone),
            ("contact_fax", self.fax),
            ("contact_email", self.email),
        ):
            if value:
                yield Line((line(words[key]),), (line(value),))

    @property
    def dialled(self) -> str:
        """The telephone number as a `tel:` link dials it."""
        return "+81-" + re.sub(r"[^\d-]+", "-", self.telephone or "").strip("-").removeprefix("0")
