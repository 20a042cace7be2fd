"""Measuring programs. Each module has rows(), a list of (name, figure, unit); `make bench` prints them all."""
