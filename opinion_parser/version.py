"""The version of the package, on the ground floor so that writers can name it without importing the front door."""

from __future__ import annotations

__version__ = "0.1.0"
