"""Measurements that anyone can run from a checkout."""
