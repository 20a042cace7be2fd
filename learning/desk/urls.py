"""Below /chi-hoi/, under the prefix of each language."""

from django.urls import path

from learning.desk import branch, cards, invitations, links, member, requests, sheets

urlpatterns = [
    path("", branch.branch, name="desk"),
    path("hoi-vien/<int:pk>/", member.member, name="desk_member"),
    path("hoi-vien/<int:pk>/sua/", member.correct, name="desk_correct"),
    path("hoi-vien/<int:pk>/lam-the/", member.make_card, name="desk_make_card"),
    path("hoi-vien/<int:pk>/in-the/", member.print_card, name="desk_print_card"),
    path("hoi-vien/<int:pk>/cap-lai-the/", member.reissue, name="desk_reissue"),
    path("the/", cards.cards, name="desk_cards"),
    path("the/doi/", cards.renew, name="desk_renew_cards"),
    path("loi-moi/", invitations.invitations, name="desk_invitations"),
    path("loi-moi/<int:pk>/huy/", invitations.withdraw, name="desk_withdraw"),
    path("xin-vao/<int:pk>/", invitations.decide, name="desk_decide"),
    path("lien-ket/", links.links, name="desk_links"),
    path("lien-ket/<slug:code>/in/", sheets.print_link, name="desk_print_link"),
    path("yeu-cau/", requests.requests, name="desk_requests"),
    path("yeu-cau/<int:pk>/tra-loi/", requests.refuse, name="desk_refuse"),
    path("yeu-cau/<int:pk>/xoa/", requests.erase, name="desk_erase"),
]
