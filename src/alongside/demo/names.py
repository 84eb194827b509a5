"""Names for people and places that do not exist. Any likeness is chance: nobody real stands behind one."""

from __future__ import annotations

GIVEN: dict[str, tuple[str, ...]] = {
    "F": (
        "Abena", "Ada", "Aisha", "Alba", "Amara", "Anouk", "Asha", "Beatrix", "Bronagh", "Carys", "Chidi", "Clemmie",
        "Dalia", "Edie", "Elif", "Esme", "Faiza", "Fern", "Grace", "Hana", "Ines", "Iona", "Jaya", "Juno", "Kezia",
        "Laila", "Lowri", "Mabel", "Maeve", "Mina", "Nadia", "Nell", "Olive", "Orla", "Petra", "Priti", "Rosa",
        "Ruby", "Safiya", "Selma", "Tamsin", "Thea", "Una", "Willa", "Yara", "Zofia",
    ),
    "M": (
        "Aaron", "Abel", "Adil", "Alfie", "Arlo", "Bashir", "Ben", "Caleb", "Callum", "Dara", "Dev", "Ebo", "Eli",
        "Emre", "Ezra", "Finn", "Gabriel", "Hari", "Hugo", "Idris", "Ivo", "Jacek", "Jonah", "Kofi", "Kit", "Leo",
        "Luca", "Malik", "Milo", "Nico", "Noah", "Omar", "Otis", "Pavel", "Quinn", "Rafi", "Reuben", "Sami",
        "Silas", "Tariq", "Teo", "Umar", "Victor", "Yusuf", "Zac",
    ),
}  # fmt: skip

FAMILIES = (
    "Abara", "Ashdown", "Bellweather", "Birchall", "Brackenbury", "Calloway", "Carrow", "Chandra", "Cobbold",
    "Corrigan", "Dacosta", "Darzi", "Eastcott", "Ekwueme", "Fairlamb", "Farrow", "Gathercole", "Ghorbani",
    "Greenhalgh", "Haddon", "Harkness", "Ibekwe", "Inchbald", "Jankowska", "Jessop", "Kaminski", "Kingsnorth",
    "Larkspur", "Lightowler", "Mahmood", "Marlow", "Merriweather", "Naylor", "Nwosu", "Oakshott", "Osei",
    "Pettigrew", "Quarmby", "Rahimi", "Ravensworth", "Saltmarsh", "Sandhu", "Tarrant", "Thistlewood", "Umeh",
    "Underhay", "Varga", "Venables", "Wainwright", "Wetherall", "Yaxley", "Zielinska",
)  # fmt: skip

STREETS = (
    "Sailmaker Row", "Tern Street", "Lower Quay", "Chandlers Court", "Gorse Lane", "Old Ropewalk", "Curlew Close",
    "Saltings Avenue", "Beacon Rise", "Harbour View", "Limekiln Road", "Mill Lane", "Osier Way", "Priory Gardens",
)  # fmt: skip
DISTRICTS = ("Harbourside", "Saltings", "Beacon Hill", "Old Town", "Marsh End")

CONCERNS = (
    "The child is often hungry and tired, and says nobody is up in the morning.",
    "There was shouting and things were broken; the children were upstairs and heard it.",
    "A parent seemed drunk when collecting the child, for the third time this month.",
    "The child has a bruise on the cheek and gave two accounts of how it came.",
    "The child has missed more than a third of school since the autumn.",
    "The young person is away overnight with older people and has a second telephone.",
    "The home is cold and there is no food in the kitchen.",
    "The parent says they cannot go on and asks for help.",
    "The child looks after two younger children most evenings.",
    "The child flinches when spoken to and says they must not talk about home.",
)
FACTS = (
    "Seen at school without a coat on three days last week.",
    "Officers attended an address on Saturday night; two children were there.",
    "Two health appointments were missed in a row.",
    "Attendance is 71% this term.",
    "A neighbour's call was logged at 23.40.",
)
REPORTED = (
    "“I put my brother to bed.”",
    "“Dad gets cross when it is late.”",
    "“We are fine, do not ring Mum.”",
    "“I do not want to go home on Friday.”",
)
SAID = (
    "I like it when it is quiet.",
    "Mum is trying. She got up with us this week.",
    "I want to stay at my school.",
    "Nobody asks me what I want.",
    "I feel better when Nan is there.",
    "I don't like the shouting.",
)
OBSERVED = (
    "Reached for a parent when I came in, and settled quickly.",
    "Slept through the visit; clean, warm and well fed.",
    "Watchful. Did not look for comfort after a fall.",
    "Babbled, smiled, and crawled to a box of toys.",
)
