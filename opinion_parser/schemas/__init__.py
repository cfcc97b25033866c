"""The schemas that outputs keep to, shipped with the package: Akoma Ntoso's (README.md says whose) and the JSON one."""

from __future__ import annotations

from pathlib import Path

__all__ = ["AKN", "schema_path"]

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of Akoma Ntoso 3.0."""


def schema_path(name: str) -> Path:
    """The file of the schema of that name: ``akomantoso30.xsd``, ``xml.xsd`` or ``opinion.schema.json``."""
    return Path(__file__).with_name(name)
