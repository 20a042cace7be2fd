from wagtail import hooks

from learning.library import uploader

hooks.register("register_admin_urls", uploader.addresses, order=-1)
