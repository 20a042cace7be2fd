"""The editors' side of the site: who may do what, what waits for whom, and the screens of /cms/ that Wagtail lacks."""
