"""Words and abbreviations people meet in these texts, in our own words.

``rule`` is the definition held among the rules. ``beware`` says where the same letters or words mean something else.
"""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import (
    CHILD_DEATH,
    EARLY_YEARS,
    HEALTH,
    LOCAL_AUTHORITY,
    OTHERS,
    PARTNERS,
    POLICE,
    PRISONS_AND_PROBATION,
    SCHOOLS,
    SCRUTINEERS,
    VOLUNTARY,
)
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Term

_UNTIL_2018 = ("WT2015",)
_UNTIL_2020 = ("WT2015", "WT2018", "WT2018-2020-12")
_since_2018 = partial(Term, editions=SINCE_2018)
_since_2023 = partial(Term, editions=SINCE_2023)
_since_2026 = partial(Term, editions=SINCE_2026)

CHILDREN_AND_FAMILIES = (
    Term(
        word="Child",
        means="Anybody who has not reached the age of 18.",
        rule="definition.child",
        also=("young person", "under 18"),
    ),
    Term(
        word="Child in need",
        stands_for="",
        means="A child who needs services under section 17 to have reasonable health or development, or who is disabled.",
        rule="definition.child-in-need",
        also=("CIN", "section 17"),
    ),
    Term(
        word="CIN",
        stands_for="child in need",
        means="A child to whom section 17 applies.",
        rule="definition.child-in-need",
    ),
    Term(
        word="LAC",
        stands_for="looked after child",
        means="A child in the care of an authority, or given somewhere to live by one.",
        also=("children in care", "CLA", "looked after"),
    ),
    Term(
        word="Care leaver",
        means="Somebody who was looked after for a time as a teenager and is no longer; the authority keeps in touch to 21, and tries to once a year until 25.",
        editions=SINCE_2023,
    ),
    Term(
        word="Young carer",
        means="A child who looks after somebody else, most often unpaid.",
        rule="young-carer.assessment",
    ),
    Term(
        word="Parent carer",
        means="An adult with parental responsibility who looks after a disabled child.",
        rule="parent-carer.assessment",
    ),
    Term(
        word="Family network",
        means="Relatives and others close to the child whom the family and the authority count in.", rule="definition.family-network",
        editions=SINCE_2023,
    ),
    Term(word="Kinship care", means="A child brought up by a relative or friend who is not a parent.", rule="definition.kinship-care", editions=SINCE_2023),
    Term(
        word="SGO",
        stands_for="special guardianship order",
        means="An order by which somebody who is not a parent brings a child up with most of a parent's say.",
    ),
    Term(
        word="Private fostering",
        means="Care for 28 days or more by somebody who is no close relative, of a child under 16, or under 18 if disabled.",
        rule="definition.private-fostering",
    ),
    Term(
        word="SEND",
        stands_for="special educational needs and disability",
        means="Needs for which a child gets extra help to learn, and disability.",
        also=("SEN",),
    ),
    Term(
        word="EHC plan",
        stands_for="education, health and care plan",
        means="The plan the law provides for a child or young person with special educational needs.", rule="definition.education-health-and-care-plan",
        also=("EHCP",),
    ),
    Term(
        word="EHE",
        stands_for="elective home education",
        means="Parents teach a child at home by choice.",
        also=("home education",),
        audiences=(SCHOOLS, LOCAL_AUTHORITY),
    ),
    _since_2026(
        word="CNIS",
        stands_for="children not in school",
        means="Children of school age on no roll, or taught elsewhere for all or part of the time; an Act provides for registers of them, which have not begun.",
        rule="school.not-in-school-information",
        audiences=(SCHOOLS, LOCAL_AUTHORITY),
    ),
    Term(
        word="UNCRC",
        stands_for="United Nations Convention on the Rights of the Child",
        means="The treaty on children's rights.",
    ),
)  # fmt: skip

HARM = (
    Term(word="Abuse", means="Harming a child, or failing to prevent harm; by adults or children, in person or online.", rule="definition.abuse", also=("maltreatment",)),
    Term(word="Physical abuse", means="Hitting, poisoning, making ill and the like.", rule="definition.physical-abuse"),
    Term(word="Emotional abuse", means="Lasting ill-treatment of a child's feelings that does severe damage.", rule="definition.emotional-abuse"),
    Term(word="Sexual abuse", means="Making or enticing a child to take part in anything sexual, with contact or without.", rule="definition.sexual-abuse", also=("CSA",)),
    Term(word="Neglect", means="Basic needs that go unmet over time, with likely serious damage.", rule="definition.neglect"),
    Term(word="CSA", stands_for="child sexual abuse", means="Sexual abuse of a child."),
    Term(
        word="CSE",
        stands_for="child sexual exploitation",
        means="Sexual abuse in which somebody uses power over a child, often with something given in return.", rule="definition.child-sexual-exploitation",
    ),
    Term(
        word="CCE",
        stands_for="child criminal exploitation",
        means="Using power over a child to draw the child into crime.", rule="definition.child-criminal-exploitation",
    ),
    Term(word="County lines", means="Selling drugs from one area to another with children and telephone lines.", rule="definition.county-lines"),
    Term(word="Financial exploitation", means="Using a child, or the child's account, to move dishonest money.", rule="definition.financial-exploitation", editions=SINCE_2023),
    Term(
        word="Extra-familial harm",
        means="Harm to a child in places outside the home, or online.",
        rule="outside-home.extent",
        also=("harm outside the home", "contextual safeguarding", "extra-familial context"),
        editions=SINCE_2018,
    ),
    Term(
        word="Contextual safeguarding",
        means="Looking at places, groups and relationships beyond the family where harm happens.",
        rule="outside-home.extent",
        editions=SINCE_2018,
    ),
    Term(word="Serious violence", means="Killing, knives, guns, gangs and the like.", rule="definition.serious-violence", editions=SINCE_2023),
    Term(
        word="Coercive control",
        means="A pattern meant to have power over somebody close.", rule="definition.controlling-or-coercive-behaviour",
        also=("controlling or coercive behaviour",),
        editions=("WT2018-2020-12", "WT2023", "WT2026"),
    ),
    Term(
        word="Domestic abuse",
        means="Abuse between people of 16 or over who are connected to each other, as an Act of 2021 defines it; a child affected is a victim too.", rule="definition.domestic-abuse",
        also=("DA", "DAA"),
    ),
    Term(word="FGM", stands_for="female genital mutilation", means="Cutting or injury of a girl's genitals for no medical reason; a crime.", rule="fgm.police-report"),
    _since_2026(word="Hidden harm", means="Harm that seldom shows and is seldom told, such as sexual abuse or abuse in a teenage relationship."),
    Term(word="Teenage relationship abuse", means="Abuse between young people who are a couple.", editions=SINCE_2023),
    Term(
        word="Significant harm",
        means="Ill-treatment, or damage to health or development, that is considerable. From here on the authority must enquire.",
        rule="definition.significant-harm",
    ),
    Term(word="Serious harm", means="In a serious incident: grave or lasting damage, of mind or development as well. The list is open.", rule="incident.serious-harm"),
    _since_2026(word="Disproportionality", means="Different rates, between groups, of meeting services or of what came of it."),
)  # fmt: skip

HELP_AND_PROTECTION = (
    Term(word="Safeguarding", means="Everything from help as soon as a problem shows to protection from harm and the best outcomes.", rule="definition.safeguarding", also=("promoting the welfare of children",)),
    Term(word="Child protection", means="The part of safeguarding for particular children who suffer, or are likely to suffer, significant harm.", rule="definition.child-protection"),
    Term(word="Early help", means="Support as soon as a problem shows, with the family's agreement.", rule="early-help.agreement", also=("EH", "targeted early help", "community-based early help")),
    Term(word="EHA", stands_for="early help assessment", means="What is needed to help early, worked out with the family.", rule="early-help.assessment"),
    _since_2026(word="Family help", means="Targeted early help and help under section 17 as one, with one practitioner and one plan.", also=("family help plan", "family help assessment")),
    _since_2026(word="FHLP", stands_for="family help lead practitioner", means="The practitioner who stays with a family in family help."),
    Term(word="Lead practitioner", means="Whoever co-ordinates the help for a child and family.", rule="authority.assessment-lead", also=("lead professional",)),
    Term(word="TAF", stands_for="team around the family", means="Those who help a family together."),
    Term(word="Threshold document", means="The partners' published criteria for help at each level of need.", rule="threshold-document.content"),
    Term(word="Section 11", means="Of the Children Act 2004: listed bodies arrange their work with regard to children's safety and welfare.", rule="section-11.regard"),
    Term(word="Section 17", means="Of the Children Act 1989: help for children in need.", rule="child-in-need.in-need"),
    Term(word="Section 20", means="Of the Children Act 1989: somewhere to live for a child, by agreement.", rule="care.accommodation"),
    Term(word="Section 31", means="Of the Children Act 1989: care and supervision orders.", rule="definition.significant-harm"),
    Term(word="Section 47", means="Of the Children Act 1989: enquiries where there is cause to suspect significant harm.", rule="child-protection.enquiry-duty"),
    Term(word="Section 175", means="Of the Education Act 2002: schools and colleges safeguard their pupils.", audiences=(SCHOOLS, LOCAL_AUTHORITY)),
    Term(
        word="Strategy discussion",
        means="Agencies talk, when significant harm is suspected, about whether and how to enquire.",
        rule="child-protection.strategy-discussion",
        beware="A meeting about an allegation against an adult who works with children is another meeting.",
    ),
    Term(word="ICPC", stands_for="initial child protection conference", means="The first conference after enquiries.", rule="child-protection.initial-conference"),
    Term(word="RCPC", stands_for="review child protection conference", means="A later conference on a plan.", rule="child-protection.next-review"),
    Term(word="Core group", means="Those who carry out a child protection plan together, family and child with them.", rule="child-protection.core-group-members"),
    Term(word="EPO", stands_for="emergency protection order", means="A court's order for immediate protection.", rule="emergency.protection-order"),
    Term(word="FGDM", stands_for="family group decision-making", means="The family and its network meet and make a plan.", rule="family-group.consider", also=("family group conference", "FGC"), editions=SINCE_2023),
    Term(word="FGC", stands_for="family group conference", means="One way of family group decision-making, with an independent co-ordinator.", rule="family-group.meeting"),
    _since_2026(word="FNSP", stands_for="family network support package", means="Practical help or money so that a network can support the child at home."),
    Term(word="Letter before proceedings", means="The authority's letter to parents before it goes to court.", rule="pre-proceedings.letter"),
    _since_2026(word="Parental representation", means="Independent support for parents in child protection, as a pilot programme tried it."),
    _since_2026(word="MACPT", stands_for="multi-agency child protection team", means="Social work, police, health and education in one team for enquiries and plans.", rule="child-protection.multi-agency-team"),
    _since_2026(word="LCPP", stands_for="lead child protection practitioner", means="An experienced social worker who leads on child protection in such a team."),
    Term(word="IRO", stands_for="independent reviewing officer", means="Whoever reviews the plan of a looked after child."),
    Term(word="MASH", stands_for="multi-agency safeguarding hub", means="A local way to deal with contacts together; no text requires one."),
    Term(word="NRM", stands_for="national referral mechanism", means="The way to have somebody recognised as a victim of trafficking or slavery.", rule="trafficking.referral"),
    Term(word="ICTG", stands_for="independent child trafficking guardian", means="Somebody independent who advises a trafficked child and speaks for the child.", rule="trafficking.advocate"),
    Term(word="Encompass", stands_for="Operation Encompass", means="Police notices of domestic abuse to schools and settings; a duty in law since November 2025.", editions=SINCE_2023, audiences=(SCHOOLS, EARLY_YEARS, POLICE, LOCAL_AUTHORITY)),
)  # fmt: skip

ARRANGEMENTS = (
    _since_2018(word="SP", stands_for="safeguarding partner", means="The local authority, the health body and the chief officer of police of an area.", rule="definition.safeguarding-partners"),
    _since_2023(
        word="LSP",
        stands_for="lead safeguarding partner",
        means="The head of one of the three partners, who answers for its part.",
        rule="definition.lead-safeguarding-partner",
        also=("lead safeguarding partners",),
        beware="The same letters are used for the local safeguarding partnership or its partners as a whole, and in texts on early help for a local strategic partnership. Write it out the first time.",
    ),
    _since_2023(
        word="DSP",
        stands_for="delegated safeguarding partner",
        means="Whoever a lead partner has appointed to speak and decide for it.",
        rule="definition.delegated-safeguarding-partner",
        beware="Some still use the letters for a designated safeguarding person. Write it out the first time.",
    ),
    _since_2023(word="Partnership chair", means="The delegated partner whom the lead partners chose to chair.", rule="partnership-chair.functions"),
    _since_2018(word="MASA", stands_for="multi-agency safeguarding arrangements", means="What the partners arranged together for their area and published.", rule="arrangements.outcomes"),
    _since_2018(word="RA", stands_for="relevant agency", means="A body the partners named, from a list in regulations, as part of the arrangements.", rule="definition.relevant-agency"),
    _since_2018(word="Independent scrutiny", means="Somebody independent looks at how well the arrangements work.", rule="scrutiny.functions", also=("independent scrutineer",)),
    Term(
        word="Yearly report",
        means="The partners' account of a year.",
        also=("annual report",),
        rule="yearly-report.content",
        editions=SINCE_2018,
        beware="The text calls the same thing a yearly and an annual report.",
    ),
    Term(word="LSCB", stands_for="local safeguarding children board", means="The board partners replaced; the last ended in 2019.", editions=_UNTIL_2018),
    Term(word="SCR", stands_for="serious case review", means="What boards held before practice reviews; the last were to be done by September 2020.", editions=_UNTIL_2018),
    Term(word="CCG", stands_for="clinical commissioning group", means="The health body until July 2022, when integrated care boards took over.", editions=_UNTIL_2020),
    Term(word="BM", stands_for="business manager", means="Whoever runs a partnership's office.", audiences=(PARTNERS, SCRUTINEERS)),
    Term(word="JSNA", stands_for="joint strategic needs assessment", means="An area's account of what its people need; early help is planned by it.", rule="shared-responsibility.needs-assessed"),
    Term(word="Practitioner", means="Anybody who works with children and families, paid or not, social workers and school staff among them.", also=("professional",), editions=SINCE_2018),
    _since_2026(word="Designated childcare or education agency", means="A body in education or childcare that regulations name and arrangements must then include. It is no safeguarding partner.", rule="arrangements.education-and-childcare"),
    _since_2023(word="FFP", stands_for="Families First Partnership programme", means="The programme that pays areas to build family help and child protection teams.", also=("FFC", "Families First for Children pathfinder")),
    _since_2026(word="CWSA", stands_for="Children's Wellbeing and Schools Act 2026", means="The Act of April 2026 behind the duty to share and other changes, most of which have not begun.", rule="information.sharing"),
    _since_2026(
        word="CPA",
        stands_for="Child Protection Authority",
        means="A national body that was consulted on in 2025 and 2026 and does not exist.",
        beware="The letters stand for the Crime and Policing Act as well. Never shorten either.",
    ),
)  # fmt: skip

INFORMATION = (
    Term(word="DPIA", stands_for="data protection impact assessment", means="Weighing risks to people before a new way of using information about them.", rule="information.lawful-basis"),
    Term(word="GDPR", stands_for="General Data Protection Regulation", means="With an Act of 2018, the law on information about people.", rule="information.lawful-basis", also=("UK GDPR", "DPA 2018")),
    _since_2026(word="DSA", stands_for="data-sharing agreement", means="What bodies agree in writing about sharing."),
    _since_2026(word="Consistent identifier", means="The number or code regulations may choose for information about children; no regulations exist.", also=("SUI", "single unique identifier", "NHS number"), rule="information.identifier"),
    _since_2026(word="PDS", stands_for="Personal Demographics Service", means="The NHS service against which people's numbers are matched.", audiences=(HEALTH, LOCAL_AUTHORITY)),
    Term(word="CP-IS", stands_for="child protection information sharing", means="The NHS link that shows whether a child is in care or has a plan.", audiences=(HEALTH, LOCAL_AUTHORITY)),
)  # fmt: skip

ORGANISATIONS = (
    Term(word="DSL", stands_for="designated safeguarding lead", means="Who leads on safeguarding in a school, college or setting.", audiences=(SCHOOLS, EARLY_YEARS, LOCAL_AUTHORITY, PARTNERS, HEALTH, POLICE, VOLUNTARY)),
    Term(word="KCSIE", stands_for="Keeping children safe in education", means="The statutory guidance for schools and colleges, new each September.", audiences=(SCHOOLS, LOCAL_AUTHORITY, PARTNERS)),
    Term(word="EYFS", stands_for="early years foundation stage", means="The statutory framework for early years settings.", rule="early-years.welfare-requirements", audiences=(EARLY_YEARS, SCHOOLS, LOCAL_AUTHORITY)),
    Term(word="AP", stands_for="alternative provision", means="Teaching elsewhere for pupils who cannot be in a common school.", audiences=(SCHOOLS, LOCAL_AUTHORITY, PARTNERS)),
    Term(word="PRU", stands_for="pupil referral unit", means="A school an authority runs for such pupils.", audiences=(SCHOOLS, LOCAL_AUTHORITY, PARTNERS)),
    Term(word="MAT", stands_for="multi-academy trust", means="A trust with several schools.", audiences=(SCHOOLS, LOCAL_AUTHORITY, PARTNERS)),
    Term(word="TA", stands_for="teaching assistant", means="Somebody who helps in lessons.", audiences=(SCHOOLS,)),
    Term(word="TRA", stands_for="Teaching Regulation Agency", means="Whoever deals with serious misconduct of teachers.", audiences=(SCHOOLS, LOCAL_AUTHORITY)),
    Term(word="ISS", stands_for="independent school standards", means="The regulations independent schools meet.", audiences=(SCHOOLS,)),
    Term(word="Ofsted", means="The inspectorate of schools, settings and authorities' services for children."),
    _since_2023(word="ICB", stands_for="integrated care board", means="The health body that is a safeguarding partner, since July 2022.", rule="definition.safeguarding-partners", also=("CCG", "clinical commissioning group", "ICS")),
    Term(word="Designated and named professionals", means="Designated: the expert for an area. Named: the one inside a provider.", rule="health.designated-professionals", audiences=(HEALTH, PARTNERS, CHILD_DEATH)),
    Term(word="DSCO", stands_for="designated social care officer", means="An authority's officer for special educational needs and disability.", also=("DCO", "DMO")),
    Term(word="DMO", stands_for="designated medical officer", means="A doctor in the same part, in health.", also=("DCO", "designated clinical officer")),
    Term(word="CQC", stands_for="Care Quality Commission", means="The regulator of health and adult care.", audiences=(HEALTH, PARTNERS, OTHERS)),
    Term(word="DCS", stands_for="director of children's services", means="Who answers in an authority for services for children.", also=("LMCS", "lead member for children's services")),
    Term(
        word="LADO",
        stands_for="local authority designated officer",
        means="Who deals with allegations against people who work with children.",
        rule="position-of-trust.designated-officer",
        also=("designated officer",),
        beware="Not the same as a designated professional in health, or a designated safeguarding lead.",
    ),
    Term(word="DBS", stands_for="Disclosure and Barring Service", means="Who keeps criminal-record checks and the lists of barred people.", rule="position-of-trust.barring-referral"),
    Term(word="Regulated activity", means="Work that barred people may not do."),
    Term(word="VCSE", stands_for="voluntary, charity and social enterprise", means="Organisations that are neither public nor there for profit.", also=("VCS", "third sector")),
    Term(word="HMICFRS", stands_for="His Majesty's Inspectorate of Constabulary and Fire and Rescue Services", means="The inspectorate of police.", audiences=(POLICE, PARTNERS, OTHERS)),
    Term(word="ILACS, JTAI and PEEL", means="Inspections of authorities, of several agencies together, and of police.", audiences=(PARTNERS, LOCAL_AUTHORITY, POLICE, HEALTH, SCRUTINEERS)),
    Term(word="PCC", stands_for="police and crime commissioner", means="Who holds a chief constable to account.", audiences=(POLICE, PARTNERS, PRISONS_AND_PROBATION)),
    Term(word="BTP", stands_for="British Transport Police", means="The railways' police.", audiences=(POLICE, PARTNERS)),
    _since_2023(word="SVD", stands_for="serious violence duty", means="The duty of several bodies to plan against serious violence.", also=("VRU", "violence reduction unit"), audiences=(POLICE, PARTNERS, HEALTH, LOCAL_AUTHORITY, PRISONS_AND_PROBATION)),
    Term(word="Cafcass", means="The service that advises family courts about children."),
    Term(word="MAPPA", stands_for="multi-agency public protection arrangements", means="How agencies manage people convicted of violent or sexual crimes."),
    _since_2023(word="PPRC", stands_for="person posing a risk to children", means="Somebody in prison or on probation who may harm children.", rule="prison.enquiry-reply"),
    Term(word="MBU", stands_for="mother and baby unit", means="A part of a prison where mothers keep their babies.", rule="mother-and-baby-unit.assessment"),
    Term(word="OMU", stands_for="offender management unit", means="The office in a prison to ring first.", audiences=(PRISONS_AND_PROBATION, LOCAL_AUTHORITY)),
    Term(word="PDU", stands_for="probation delivery unit", means="Probation in an area.", audiences=(PRISONS_AND_PROBATION, LOCAL_AUTHORITY)),
    Term(word="RMP", stands_for="risk management plan", means="Probation's plan for somebody's risk.", audiences=(PRISONS_AND_PROBATION, LOCAL_AUTHORITY)),
    Term(word="ROTL", stands_for="release on temporary licence", means="Leaving prison for a time.", audiences=(PRISONS_AND_PROBATION, LOCAL_AUTHORITY)),
    Term(word="YOT", stands_for="youth offending team", means="A team of several agencies for children who offend.", also=("youth justice service",), audiences=(PRISONS_AND_PROBATION, LOCAL_AUTHORITY, POLICE, PARTNERS)),
    Term(word="YOI, STC and SCH", means="Young offender institution, secure training centre and secure children's home: kinds of custody for children.", also=("YDA", "youth detention accommodation"), audiences=(PRISONS_AND_PROBATION, LOCAL_AUTHORITY)),
    Term(word="YCS and YJB", means="Youth Custody Service and Youth Justice Board.", audiences=(PRISONS_AND_PROBATION, PARTNERS)),
    Term(word="Channel", means="Help from several agencies for people drawn towards terrorism."),
    Term(word="WTSC", stands_for="Working Together to Safeguard Children", means="This guidance.", also=("WT",)),
)  # fmt: skip

LEARNING = (
    _since_2018(word="Serious child safeguarding case", means="A child has died or come to serious harm, and abuse or neglect is known or suspected.", rule="incident.serious-case"),
    _since_2018(word="SIN", stands_for="serious incident notification", means="The authority's notice to the national Panel.", rule="incident.notification"),
    _since_2018(word="Rapid review", means="The partners' first quick look at a serious incident.", rule="rapid-review.aims"),
    _since_2018(word="LCSPR", stands_for="local child safeguarding practice review", means="The partners' longer review, to learn.", also=("CSPR", "practice review")),
    _since_2018(word="The Panel", stands_for="Child Safeguarding Practice Review Panel", means="The national body that oversees reviews.", rule="incident.panel-established", also=("CSPRP", "national Panel")),
    Term(word="SAR", stands_for="safeguarding adults review", means="A review about an adult.", audiences=(PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE)),
    Term(word="CDOP", stands_for="child death overview panel", means="The panel that looks at each child's death last, by people who had no part in the care.", audiences=(CHILD_DEATH, HEALTH, LOCAL_AUTHORITY, POLICE, PARTNERS), also=("eCDOP",)),
    _since_2018(word="CDR", stands_for="child death review", means="Everything done to learn from a child's death.", also=("CDRM", "child death review meeting"), audiences=(CHILD_DEATH, HEALTH, LOCAL_AUTHORITY, POLICE)),
    _since_2018(
        word="CDRP",
        stands_for="child death review partners",
        means="The authority and the integrated care board.",
        audiences=(CHILD_DEATH, HEALTH, LOCAL_AUTHORITY, POLICE),
        beware="The police are safeguarding partners and not these. In older texts the letters stood for a crime and disorder reduction partnership.",
    ),
    Term(word="DDCD", stands_for="designated doctor for child deaths", means="The senior paediatrician for reviews of deaths.", audiences=(CHILD_DEATH, HEALTH)),
    _since_2018(word="JAR", stands_for="joint agency response", means="What health, police and social care do together after certain deaths.", also=("rapid response",), audiences=(CHILD_DEATH, HEALTH, POLICE, LOCAL_AUTHORITY)),
    Term(word="ME", stands_for="medical examiner", means="A doctor who looks at deaths that do not go to a coroner.", audiences=(CHILD_DEATH, HEALTH)),
    _since_2018(word="Modifiable factor", means="Something that may have played a part in a death and could be changed to lower the risk to others.", audiences=(CHILD_DEATH, HEALTH, LOCAL_AUTHORITY, POLICE)),
    _since_2018(word="NCMD", stands_for="National Child Mortality Database", means="Where data on all children's deaths come together.", audiences=(CHILD_DEATH, HEALTH)),
    Term(word="SUDI and SUDC", means="Sudden unexpected death in infancy, and in childhood.", audiences=(CHILD_DEATH, HEALTH, POLICE)),
    Term(word="Substantiated, malicious, false, unsubstantiated, unfounded", means="How an allegation can end: proved; disproved and meant to deceive; disproved; neither; without any ground. The words come from the guidance for schools.", audiences=(SCHOOLS, LOCAL_AUTHORITY, EARLY_YEARS, VOLUNTARY)),
)  # fmt: skip
