"""The words that name US courts and their places."""

from __future__ import annotations

__all__ = ["STATES", "VOCABULARY"]

STATES = {
    "Alabama": "al", "Alaska": "ak", "Arizona": "az", "Arkansas": "ar", "California": "ca", "Colorado": "co",
    "Connecticut": "ct", "Delaware": "de", "Florida": "fl", "Georgia": "ga", "Guam": "gu", "Hawaii": "hi",
    "Hawai‘i": "hi", "Idaho": "id", "Illinois": "il", "Indiana": "in", "Iowa": "ia", "Kansas": "ks", "Kentucky": "ky",
    "Louisiana": "la", "Maine": "me", "Maryland": "md", "Massachusetts": "ma", "Michigan": "mi", "Minnesota": "mn",
    "Mississippi": "ms", "Missouri": "mo", "Montana": "mt", "Nebraska": "ne", "Nevada": "nv", "New Hampshire": "nh",
    "New Jersey": "nj", "New Mexico": "nm", "New York": "ny", "North Carolina": "nc", "North Dakota": "nd",
    "Ohio": "oh", "Oklahoma": "ok", "Oregon": "or", "Pennsylvania": "pa", "Puerto Rico": "pr", "Rhode Island": "ri",
    "South Carolina": "sc", "South Dakota": "sd", "Tennessee": "tn", "Texas": "tx", "Utah": "ut", "Vermont": "vt",
    "Virgin Islands": "vi", "West Virginia": "wv", "Virginia": "va", "Washington": "wa", "Wisconsin": "wi",
    "Wyoming": "wy", "District of Columbia": "dc", "Columbia": "dc", "Northern Mariana Islands": "nmi",
    "Canal Zone": "canalzone",
}  # fmt: skip
"""States, territories and the capital's district by name, with the letters that courts' ids begin with.

"West Virginia" stands before "Virginia", which is a part of it.
"""

VOCABULARY = frozenset(
    {
        "UNITED", "STATES", "DISTRICT", "DISTRICTS", "CIRCUIT", "COURTS", "APPEAL", "APPEALS", "APPELLATE", "SUPREME",
        "SUPERIOR", "JUDICIAL", "BANKRUPTCY", "DIVISION", "DEPARTMENT", "NORTHERN", "SOUTHERN", "EASTERN", "WESTERN",
        "MIDDLE", "CENTRAL", "FEDERAL", "CLAIMS", "INTERNATIONAL", "TRADE", "COUNTY", "COMMONWEALTH", "CHANCERY",
        "CRIMINAL", "SECOND", "FOURTH", "SEVENTH", "EIGHTH", "ELEVENTH", "TRIBUNAL", "VETERANS", "ARMED", "FORCES",
        "SUPREMO", "APELACIONES", "MUNICIPAL", "PROBATE", "FAMILY", "BUREAU", "WORKERS", "COMPENSATION",
        *(word.upper() for state in STATES for word in state.split()),
    }
)  # fmt: skip
"""Words that name courts, in capitals."""
