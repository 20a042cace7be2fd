"""Models of this app, each in a module of its own name."""

from pages.base import BasePage
from pages.navigation import Navigation
from pages.pictures import Picture, Rendition
from pages.topics import Topic

__all__ = ["BasePage", "Navigation", "Picture", "Rendition", "Topic"]
