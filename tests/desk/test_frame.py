"""The frame: links only for those who may follow them, and permissions said in words."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import RequestFactory

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.chronology import kinds
from alongside.closure import guards
from alongside.desk import banner, frame
from alongside.desk.around import around
from alongside.desk.frame import administers, permissions, works_at_front_door
from alongside.desk.offers import acts_for, address, every_offer
from alongside.ui import frames
from tests.cast import NOW

CAST = ("maya", "priya", "dana", "sam", "olu", "jamal", "helen", "tom", "ruth", "ada", "wyn", "stranger")


@pytest.mark.parametrize("name", CAST)
def test_a_link_is_there_exactly_where_the_policy_allows(request, wrenmouth, name):
    someone = request.getfixturevalue(name)
    areas = Area.objects.all()
    assert works_at_front_door(someone.scope) is policies.SEE_FRONT_DOOR.filter(areas, someone).exists()
    assert administers(someone.scope) is policies.ADMINISTER.filter(areas, someone).exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("maya", "Front door screener, Front door. You can see the record of every child in this area"),
        ("dana", "Social worker, Harbour team. You can see the records of children your team works with."),
        ("helen", "You can see your agency’s part of the work with the children it works with."),
        ("ada", "You can see figures, without opening anybody’s record."),
        ("wyn", "You cannot open anybody’s record."),
    ],
)
def test_permissions_are_said_in_words(request, name, words):
    assert words in permissions(request.getfixturevalue(name))


def test_the_frame_names_the_area_or_the_agency(rf: RequestFactory, dana, helen):
    for someone, place in ((dana, "Wrenmouth"), (helen, "Mill Lane Primary School")):
        request = rf.get("/")
        request.user = Practitioner.objects.get(pk=someone.pk)
        assert frames.frame_for(request).area == place


def test_nobody_signed_in_gets_a_bare_frame(rf: RequestFactory):
    frame = frames.frame_for(rf.get("/"))
    assert (frame.practitioner, frame.navigation) == ("", ())


def test_acts_come_from_every_app_and_only_for_those_who_may(case, dana, helen, school_involved):
    assert {"family:note-danger", "closure:close", "referrals:again"} <= {
        one.url_name for one in every_offer()
    }
    danas = [link.text for link in acts_for(around(case.child, dana))[1]]
    to_do, others = acts_for(around(case.child, helen))
    helens = [link.text for link in others]
    assert to_do is None, "what a partner may do at any time is not what they must do next"
    assert "Note a danger" in danas
    assert "Close the case" not in danas
    assert "Refer again" in helens
    assert not {"Note a danger", "Close the case"} & set(helens)


def test_what_to_do_next_comes_from_how_things_stand(assessing, sam, priya):
    def next_for(someone):
        to_do = acts_for(around(assessing.child, someone))[0]
        return to_do.text if to_do else ""

    assert next_for(priya) == "Allocate a lead practitioner"
    kinds.LEAD_ALLOCATED.record(
        assessing, on=date(2025, 4, 2), by=priya, now=NOW, practitioner="Dana Wright", reason=""
    )
    assert next_for(sam) == "Write the assessment"
    assert "Change the lead practitioner" in [link.text for link in acts_for(around(assessing.child, sam))[1]]


def test_a_page_does_not_offer_itself(case, dana):
    path = "/children/WREN-AMARA2/dangers/new/"
    assert path not in [link.href for link in acts_for(around(case.child, dana), path)[1]]


def test_every_offer_and_every_place_leads_to_a_page(amara):
    offered = {offer.url_name for offer in every_offer()}
    assert {
        name: address(name, amara.reference) for name in offered if not address(name, amara.reference)
    } == {}
    assert {
        name for name in (*(place[1] for place in frame.PLACES), "desk:search") if not address(name)
    } == set()
    assert {place[1] for place in banner.PLACES if not address(place[1], amara.reference)} == set()


def test_what_every_process_leaves_open_is_finished_on_a_page_that_is_there(amara):
    for name in guards.PLACES.values():
        assert address(name, amara.reference) or address(name), name
