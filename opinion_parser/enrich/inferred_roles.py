"""Roles that a caption does not print: before a trial court the party named first sues the one named last.

    “Barbara,” et al. / v. / Donald J. Trump, President of the United States      (D.N.H.)

On appeal either side may be named first, so nothing is inferred there.
"""

from __future__ import annotations

import re

from opinion_parser import nodes
from opinion_parser.diagnostics import Log

__all__ = ["infer_roles"]

CONFIDENCE = 0.8
_TRIAL_COURT = re.compile(r"\b(?:District|Superior|Circuit|County|Trial|Land|Probate) Court\b|Court of Chancery")
_APPELLATE = re.compile(r"\bAppe(?:al|llate)|\bSupreme\b")


def infer_roles(caption: nodes.Caption, log: Log) -> None:
    """Give parties without roles the role that their side has, in place. Needs the court and the parties' marks."""
    name = caption.court.name or ""
    versus = sorted((mark.line, mark.start) for mark in caption.marks if mark.kind == "versus")
    if any(party.role for party in caption.parties) or len(versus) != 1:
        return
    if not _TRIAL_COURT.search(name) or _APPELLATE.search(name):
        return
    places = {mark.index: (mark.line, mark.start) for mark in reversed(caption.marks) if mark.kind == "party"}
    for index, party in enumerate(caption.parties):
        if index in places:
            role = "Plaintiff" if places[index] < versus[0] else "Defendant"
            party.inferred_role = nodes.InferredRole(role, CONFIDENCE)
    if places:
        log.report("role-inferred", "the caption prints no roles; the party named first is taken for the plaintiff")
