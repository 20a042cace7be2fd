from wagtail import hooks

from members.choosers import UnitChooserViewSet


@hooks.register("register_admin_viewset")
def unit_chooser():
    return UnitChooserViewSet("unit_chooser")
