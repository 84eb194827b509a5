"""First names and what people shorten them to, folded. Written for this service; add to it freely.

A short form may stand for several names, and a row never says that two people are one: it only lets
the one name be found when the other is typed.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

#: The full name, then its short forms and close variants.
_ROWS = """
abigail: abi abbie abby gail
adeola: ade ola
adebayo: ade bayo debayo
adewale: ade wale
aleksandra: ola sandra aleks
aleksander: alek olek aleks
alexander: alex alec sandy sasha xander lex
alexandra: alex alexa sandra sasha lexi lexie
alexandru: alex sandu
alice: ali
alison: ali
amelia: amy millie mia
anastasia: ana stacey
andrea: andi
andrei: andi
andrew: andy drew
anna: ania annie
agnieszka: aga agnes
barbara: barb babs basia
benjamin: ben benji benny
bolanle: bola
bogdan: bogdi
caroline: carrie caz
catherine: cath cathy kate katie
charles: charlie chas chuck
charlotte: charlie lottie charley
chinonso: nonso chi
chukwuemeka: emeka
chidinma: chidi dinma
chiamaka: amaka chi
christina: chris tina christy
christopher: chris kit topher
constantin: costi costel dinu
cristian: cristi
daniel: dan danny dani
david: dave davy
deborah: deb debbie
dominic: dom nic
dorothy: dot dottie
edward: ed eddie ted teddy ned
ekaterina: katya
eleanor: ellie nell nora ella
elena: lena leni
elizabeth: liz lizzie beth betty eliza libby ellie elsie
elzbieta: ela
emily: em emmie millie
emmanuel: emma manny
ewa: ewunia
fatima: fati fatou
fatimah: fatima fati
florence: flo florrie
folasade: sade fola
francesca: fran frankie chesca
francis: frank frankie
gabriel: gabe gabi
gabriela: gabi ela
george: georgie
gheorghe: ghita gigi
grzegorz: grzes
gregory: greg
gurpreet: gopi preeti
hannah: han
harpreet: preeti harry
harold: harry hal
henry: harry hal hank
ibrahim: ibby
imran: immy
isabella: bella izzy isa
isabel: izzy bella
ifeoluwa: ife
ifeoma: ify
ioana: oana
ion: ionel nelu
ionut: ion
jacob: jake
jakub: kuba
james: jim jimmy jamie
jan: janek jasiek
jennifer: jen jenny
jessica: jess jessie
joanna: jo asia
john: jack johnny jon
jonathan: jon jonny
joseph: joe joey
joshua: josh
jozef: jozek
judith: judy
katarzyna: kasia kaska
katherine: kath kathy kate katie kat
kathleen: kath kathy
khadija: khadi
kenneth: ken kenny
krzysztof: krzys krzysiek
lawrence: larry laurie
leonard: len lenny
lucy: lu
ludmila: mila
magdalena: magda madzia
malgorzata: gosia malgosia
margaret: maggie meg peggy marge greta
maria: mary marysia marie
mary: molly polly
matilda: tilly tilda
matthew: matt matty
mateusz: mati
megan: meg
michael: mike mick micky mikey
michal: misiek
mihai: misu
mihaela: miha ela
mohammed: mo mohd md mohamed muhammad mohammad muhammed mohamad
nathaniel: nat nate nathan
natasha: tasha nat
nicholas: nick nicky
nicola: nicky nic
nicolae: nicu
ngozi: ngo
nneka: neka
oluwaseun: seun
oluwatobi: tobi tobiloba
oluwadamilola: dami damilola
oluwafemi: femi
oluwaseyi: seyi
oluwakemi: kemi
oluwaseyifunmi: seyi funmi
olufunke: funke
olufunmilayo: funmi funmilayo
oluwatosin: tosin
oluwole: wole
oliver: ollie olly
olivia: liv livvy ollie
obinna: obi
pamela: pam
patricia: pat patsy tricia trish
patrick: pat paddy rick
pawel: pawelek
peter: pete
philip: phil pip
piotr: piotrek
priyanka: priya
rajesh: raj raju
rajinder: raj
ramandeep: raman
rebecca: becky becca bex
richard: rick ricky dick rich
robert: rob bob bobby robbie bert
ronald: ron ronnie
rosemary: rose rosie
samuel: sam sammy
samantha: sam sammy
samina: sammy mina
sarah: sally
shabana: shabi
simran: simi
simranjit: simran simi
stanislaw: staszek stas
stefan: steve
stephanie: steph
stephen: steve stevie steven
steven: steve
susan: sue susie
sukhdeep: sukhi
tadeusz: tadek
temitope: temi tope
temitayo: temi tayo
teresa: terry tess
theodore: ted theo teddy
theresa: terry tess
thomas: tom tommy
timothy: tim timmy
tomasz: tomek
valentina: vali tina
vasile: vasi lica
veronica: ronnie vera
victoria: vicky tori vic
vincent: vince vinny
walter: wally walt
wojciech: wojtek
william: will bill billy willie liam
yewande: wande
yusuf: yousef joseph yousuf
zachary: zac zach zak
zainab: zee zaynab
zofia: zosia
zuzanna: zuzia
"""


@cache
def _standing_for() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in _ROWS.strip().splitlines():
        full, _, short = row.partition(":")
        for one in short.split():
            found[one].append(full)
    return {short: tuple(full) for short, full in found.items()}


def full_names(word: str) -> tuple[str, ...]:
    """The full names for which a folded first name may be short; empty for one that is short for none."""
    return _standing_for().get(word, ())


@cache
def short_forms(full: str) -> tuple[str, ...]:
    """What a full first name is shortened to."""
    return tuple(short for short, names in _standing_for().items() if full in names)


def same_in_full(one: str, other: str) -> bool:
    """Whether two first names may be short for the same one, or one of them for the other."""
    return bool({one, *full_names(one)} & {other, *full_names(other)})
