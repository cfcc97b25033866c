"""How close the conversions come to what the pages say; see README.md beside this file."""
