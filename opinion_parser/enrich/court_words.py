"""The words that name US courts and their places."""

from __future__ import annotations

__all__ = ["STATES", "VOCABULARY"]

STATES = (
    "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida",
    "Georgia", "Guam", "Hawaii", "Hawai‘i", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana",
    "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska",
    "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio",
    "Oklahoma", "Oregon", "Pennsylvania", "Puerto Rico", "Rhode Island", "South Carolina", "South Dakota", "Tennessee",
    "Texas", "Utah", "Vermont", "Virgin Islands", "West Virginia", "Virginia", "Washington", "Wisconsin", "Wyoming",
    "District of Columbia", "Columbia", "Northern Mariana Islands", "Canal Zone",
)  # fmt: skip
"""States, territories and the capital's district, "West Virginia" before "Virginia"."""

VOCABULARY = frozenset(
    {
        "UNITED", "STATES", "DISTRICT", "DISTRICTS", "CIRCUIT", "COURTS", "APPEAL", "APPEALS", "APPELLATE", "SUPREME",
        "SUPERIOR", "JUDICIAL", "BANKRUPTCY", "DIVISION", "DEPARTMENT", "NORTHERN", "SOUTHERN", "EASTERN", "WESTERN",
        "MIDDLE", "CENTRAL", "FEDERAL", "CLAIMS", "INTERNATIONAL", "TRADE", "COUNTY", "COMMONWEALTH", "CHANCERY",
        "CRIMINAL", "SECOND", "FOURTH", "SEVENTH", "EIGHTH", "ELEVENTH", "TRIBUNAL", "VETERANS", "ARMED", "FORCES",
        "MUNICIPAL", "PROBATE", "FAMILY", "BUREAU", "WORKERS", "COMPENSATION",
        *(word.upper() for state in STATES for word in state.split()),
    }
)  # fmt: skip
"""Words that name courts, in capitals."""
