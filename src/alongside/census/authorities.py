"""Local authority codes: the three digits a return calls LEA.

Includes authorities abolished since 2013, because their returns can still be read. A new authority
may be missing: an unknown code is therefore a warning, never a reason to refuse a return.

Contains public sector information licensed under the Open Government Licence v3.0.
Origin: Department for Education, children in need statistics (local authority names and codes);
Office for National Statistics codes beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Authority:
    """One local authority. ``ons`` is its Office for National Statistics code."""

    code: str
    name: str
    ons: str
    region: str


#: The invented borough of the made-up return. No authority has this code.
WRENMOUTH = Authority("199", "Wrenmouth", "", "")

_BY_REGION = {
    "Inner London": (
        ("201", "City of London", "E09000001"),
        ("202", "Camden", "E09000007"),
        ("204", "Hackney", "E09000012"),
        ("205", "Hammersmith and Fulham", "E09000013"),
        ("206", "Islington", "E09000019"),
        ("207", "Kensington and Chelsea", "E09000020"),
        ("208", "Lambeth", "E09000022"),
        ("209", "Lewisham", "E09000023"),
        ("210", "Southwark", "E09000028"),
        ("211", "Tower Hamlets", "E09000030"),
        ("212", "Wandsworth", "E09000032"),
        ("213", "Westminster", "E09000033"),
        ("309", "Haringey", "E09000014"),
        ("316", "Newham", "E09000025"),
    ),
    "Outer London": (
        ("203", "Greenwich", "E09000011"),
        ("301", "Barking and Dagenham", "E09000002"),
        ("302", "Barnet", "E09000003"),
        ("303", "Bexley", "E09000004"),
        ("304", "Brent", "E09000005"),
        ("305", "Bromley", "E09000006"),
        ("306", "Croydon", "E09000008"),
        ("307", "Ealing", "E09000009"),
        ("308", "Enfield", "E09000010"),
        ("310", "Harrow", "E09000015"),
        ("311", "Havering", "E09000016"),
        ("312", "Hillingdon", "E09000017"),
        ("313", "Hounslow", "E09000018"),
        ("314", "Kingston upon Thames", "E09000021"),
        ("315", "Merton", "E09000024"),
        ("317", "Redbridge", "E09000026"),
        ("318", "Richmond upon Thames", "E09000027"),
        ("319", "Sutton", "E09000029"),
        ("320", "Waltham Forest", "E09000031"),
    ),
    "West Midlands": (
        ("330", "Birmingham", "E08000025"),
        ("331", "Coventry", "E08000026"),
        ("332", "Dudley", "E08000027"),
        ("333", "Sandwell", "E08000028"),
        ("334", "Solihull", "E08000029"),
        ("335", "Walsall", "E08000030"),
        ("336", "Wolverhampton", "E08000031"),
        ("860", "Staffordshire", "E10000028"),
        ("861", "Stoke-on-Trent", "E06000021"),
        ("884", "Herefordshire, County of", "E06000019"),
        ("885", "Worcestershire", "E10000034"),
        ("893", "Shropshire", "E06000051"),
        ("894", "Telford and Wrekin", "E06000020"),
        ("937", "Warwickshire", "E10000031"),
    ),
    "North West": (
        ("340", "Knowsley", "E08000011"),
        ("341", "Liverpool", "E08000012"),
        ("342", "St. Helens", "E08000013"),
        ("343", "Sefton", "E08000014"),
        ("344", "Wirral", "E08000015"),
        ("350", "Bolton", "E08000001"),
        ("351", "Bury", "E08000002"),
        ("352", "Manchester", "E08000003"),
        ("353", "Oldham", "E08000004"),
        ("354", "Rochdale", "E08000005"),
        ("355", "Salford", "E08000006"),
        ("356", "Stockport", "E08000007"),
        ("357", "Tameside", "E08000008"),
        ("358", "Trafford", "E08000009"),
        ("359", "Wigan", "E08000010"),
        ("876", "Halton", "E06000006"),
        ("877", "Warrington", "E06000007"),
        ("888", "Lancashire", "E10000017"),
        ("889", "Blackburn with Darwen", "E06000008"),
        ("890", "Blackpool", "E06000009"),
        ("895", "Cheshire East", "E06000049"),
        ("896", "Cheshire West and Chester", "E06000050"),
        ("909", "Cumbria", "E10000006"),
        ("942", "Cumberland", "E06000063"),
        ("943", "Westmorland and Furness", "E06000064"),
    ),
    "Yorkshire and The Humber": (
        ("370", "Barnsley", "E08000016"),
        ("371", "Doncaster", "E08000017"),
        ("372", "Rotherham", "E08000018"),
        ("373", "Sheffield", "E08000019"),
        ("380", "Bradford", "E08000032"),
        ("381", "Calderdale", "E08000033"),
        ("382", "Kirklees", "E08000034"),
        ("383", "Leeds", "E08000035"),
        ("384", "Wakefield", "E08000036"),
        ("810", "Kingston upon Hull, City of", "E06000010"),
        ("811", "East Riding of Yorkshire", "E06000011"),
        ("812", "North East Lincolnshire", "E06000012"),
        ("813", "North Lincolnshire", "E06000013"),
        ("815", "North Yorkshire", "E10000023"),
        ("816", "York", "E06000014"),
    ),
    "North East": (
        ("390", "Gateshead", "E08000037"),
        ("391", "Newcastle upon Tyne", "E08000021"),
        ("392", "North Tyneside", "E08000022"),
        ("393", "South Tyneside", "E08000023"),
        ("394", "Sunderland", "E08000024"),
        ("805", "Hartlepool", "E06000001"),
        ("806", "Middlesbrough", "E06000002"),
        ("807", "Redcar and Cleveland", "E06000003"),
        ("808", "Stockton-on-Tees", "E06000004"),
        ("840", "County Durham", "E06000047"),
        ("841", "Darlington", "E06000005"),
        ("929", "Northumberland", "E06000057"),
    ),
    "South West": (
        ("420", "Isles of Scilly", "E06000053"),
        ("800", "Bath and North East Somerset", "E06000022"),
        ("801", "Bristol, City of", "E06000023"),
        ("802", "North Somerset", "E06000024"),
        ("803", "South Gloucestershire", "E06000025"),
        ("835", "Dorset", "E10000009"),
        ("836", "Poole", "E06000029"),
        ("837", "Bournemouth", "E06000028"),
        ("838", "Dorset", "E06000059"),
        ("839", "Bournemouth, Christchurch and Poole", "E06000058"),
        ("865", "Wiltshire", "E06000054"),
        ("866", "Swindon", "E06000030"),
        ("878", "Devon", "E10000008"),
        ("879", "Plymouth", "E06000026"),
        ("880", "Torbay", "E06000027"),
        ("908", "Cornwall", "E06000052"),
        ("916", "Gloucestershire", "E10000013"),
        ("933", "Somerset", "E10000027"),
    ),
    "East of England": (
        ("821", "Luton", "E06000032"),
        ("822", "Bedford", "E06000055"),
        ("823", "Central Bedfordshire", "E06000056"),
        ("873", "Cambridgeshire", "E10000003"),
        ("874", "Peterborough", "E06000031"),
        ("881", "Essex", "E10000012"),
        ("882", "Southend-on-Sea", "E06000033"),
        ("883", "Thurrock", "E06000034"),
        ("919", "Hertfordshire", "E10000015"),
        ("926", "Norfolk", "E10000020"),
        ("935", "Suffolk", "E10000029"),
    ),
    "South East": (
        ("825", "Buckinghamshire", "E10000002"),
        ("826", "Milton Keynes", "E06000042"),
        ("845", "East Sussex", "E10000011"),
        ("846", "Brighton and Hove", "E06000043"),
        ("850", "Hampshire", "E10000014"),
        ("851", "Portsmouth", "E06000044"),
        ("852", "Southampton", "E06000045"),
        ("867", "Bracknell Forest", "E06000036"),
        ("868", "Windsor and Maidenhead", "E06000040"),
        ("869", "West Berkshire", "E06000037"),
        ("870", "Reading", "E06000038"),
        ("871", "Slough", "E06000039"),
        ("872", "Wokingham", "E06000041"),
        ("886", "Kent", "E10000016"),
        ("887", "Medway", "E06000035"),
        ("921", "Isle of Wight", "E06000046"),
        ("931", "Oxfordshire", "E10000025"),
        ("936", "Surrey", "E10000030"),
        ("938", "West Sussex", "E10000032"),
    ),
    "East Midlands": (
        ("830", "Derbyshire", "E10000007"),
        ("831", "Derby", "E06000015"),
        ("855", "Leicestershire", "E10000018"),
        ("856", "Leicester", "E06000016"),
        ("857", "Rutland", "E06000017"),
        ("891", "Nottinghamshire", "E10000024"),
        ("892", "Nottingham", "E06000018"),
        ("925", "Lincolnshire", "E10000019"),
        ("928", "Northamptonshire", "E10000021"),
        ("940", "North Northamptonshire", "E06000061"),
        ("941", "West Northamptonshire", "E06000062"),
    ),
}

AUTHORITIES: Mapping[str, Authority] = {
    code: Authority(code, name, ons, region)
    for region, rows in _BY_REGION.items()
    for code, name, ons in rows
} | {WRENMOUTH.code: WRENMOUTH}
