"""Form fields that look like NHS.UK.

`from linkworks.foundation.design import fields`, then `fields.Form`, `fields.TextField` and so on.
"""

from .base import DesignedField, Given
from .choice import (
    NO,
    UNKNOWN,
    YES,
    CheckboxesField,
    RadiosField,
    ScaleField,
    SelectField,
    TickField,
    YesNoField,
    YesNoUnknownField,
)
from .dates import DateField
from .durations import DurationField
from .files import FileField
from .form import Form, Section
from .identifiers import NhsNumberField, PhoneField, PostcodeField
from .numbers import DecimalField, IntegerField, StepperField
from .password import PasswordField
from .text import EmailField, TextAreaField, TextField
from .times import DateTimeField, TimeField

__all__ = [
    "NO",
    "UNKNOWN",
    "YES",
    "CheckboxesField",
    "DateField",
    "DateTimeField",
    "DecimalField",
    "DesignedField",
    "DurationField",
    "EmailField",
    "FileField",
    "Form",
    "Given",
    "IntegerField",
    "NhsNumberField",
    "PasswordField",
    "PhoneField",
    "PostcodeField",
    "RadiosField",
    "ScaleField",
    "Section",
    "SelectField",
    "StepperField",
    "TextAreaField",
    "TextField",
    "TickField",
    "TimeField",
    "YesNoField",
    "YesNoUnknownField",
]
