"""The words of the example company: invented names, and what people say in tickets and surveys."""

from __future__ import annotations

from typing import Final

FIRST_WORDS: Final = (
    "Alder", "Amber", "Anchor", "Ashen", "Beacon", "Birch", "Bramble", "Bright", "Cedar", "Clover",
    "Copper", "Coral", "Crest", "Dapple", "Drift", "Ember", "Fallow", "Fern", "Flint", "Frost",
    "Garnet", "Glen", "Gorse", "Granite", "Harbour", "Hazel", "Heath", "Heron", "Ivory", "Juniper",
    "Kestrel", "Lantern", "Larch", "Linden", "Maple", "Marsh", "Meadow", "Mistral", "Nettle",
    "North", "Oak", "Ochre", "Osier", "Pebble", "Pine", "Quarry", "Reed", "Ridge", "Rowan",
    "Saffron", "Sandal", "Sedge", "Slate", "Sorrel", "Thistle", "Umber", "Vale", "Willow", "Wren",
    "Yarrow",
)  # fmt: skip
SECOND_WORDS: Final = (
    "Works", "Foods", "Clinics", "Estates", "Freight", "Mills", "Plant", "Labs", "Hotels", "Stores",
    "Power", "Dairies", "Homes", "Parts", "Ports", "Yards", "Tools", "Glass", "Paper", "Castings",
    "Depots", "Kitchens", "Bearings", "Textiles", "Cold Chain", "Care", "Brewing", "Packaging",
    "Timber", "Ceramics",
)  # fmt: skip
LEGAL_FORMS: Final = ("Ltd", "GmbH", "AB", "BV", "SAS", "Group", "Holding", "& Co")

GIVEN_NAMES: Final = (
    "Ada", "Aino", "Alma", "Anton", "Arlo", "Astrid", "Bela", "Bram", "Carla", "Cleo", "Dario",
    "Edda", "Elif", "Emil", "Enzo", "Esme", "Finn", "Flora", "Greta", "Hugo", "Ida", "Ilse", "Ines",
    "Ivo", "Jana", "Jonas", "Kaia", "Kurt", "Lars", "Lena", "Linus", "Lotte", "Luca", "Maren",
    "Mats", "Mila", "Nadia", "Nils", "Nora", "Olga", "Oscar", "Petra", "Quentin", "Ravi", "Rosa",
    "Runa", "Sana", "Sven", "Tariq", "Tilda", "Uma", "Vera", "Viggo", "Wanda", "Xenia", "Yara",
    "Zeno", "Zita",
)  # fmt: skip
FAMILY_NAMES: Final = (
    "Abbing", "Achterberg", "Ahlgren", "Barlow", "Bekker", "Bergvall", "Bianco", "Brandt", "Carlow",
    "Castel", "Dahlby", "Dekker", "Delorme", "Ekman", "Engel", "Fabre", "Falk", "Farrow",
    "Fischbach", "Gallo", "Garnier", "Greven", "Hallam", "Hartog", "Hedlund", "Imhof", "Ingram",
    "Jansen", "Jarvis", "Keller", "Kerr", "Kraus", "Lacroix", "Langley", "Lindahl", "Marchand",
    "Meier", "Moreau", "Nash", "Nyberg", "Olsen", "Ortiz", "Palmer", "Pohl", "Quist", "Renard",
    "Ritter", "Rosen", "Sander", "Schuster", "Sholto", "Tanner", "Thorne", "Ulrich", "Vasser",
    "Verhoeven", "Wallin", "Weber", "Winter", "Yates", "Zander", "Ziegler",
)  # fmt: skip
ROLES: Final = (
    "Maintenance Manager",
    "Plant Director",
    "Head of Quality",
    "Site Supervisor",
    "Buyer",
    "Technician",
)
OWNERS: Final = ("Team North", "Team South", "Team West", "Team Nordics", "Team Partners")

COUNTRIES: Final = ("Germany", "United Kingdom", "France", "Netherlands", "Sweden", "Ireland")
COUNTRY_SHARES: Final = (0.34, 0.22, 0.16, 0.12, 0.10, 0.06)
REGIONS: Final = ("DACH", "UK & Ireland", "France", "Benelux", "Nordics", "UK & Ireland")
ODD_SPELLINGS: Final = ("DE", "UK", "france", "The Netherlands", "SE", "Eire")
"""How some accounts spell the same countries, in the same order."""

END_REASONS: Final = ("Price", "Low use", "Missing function", "Service", "Site closed")
LOSS_REASONS: Final = ("Price", "No budget", "Missing function", "Chose another", "No decision")
COMPETITORS: Final = ("Plantwise One", "Fixora", "Spreadsheets", "Own build")

TICKET_CATEGORIES: Final = ("How to", "Mobile app", "Integration", "Billing", "Fault")
CATEGORY_SHARES: Final = (0.40, 0.12, 0.14, 0.12, 0.22)
CATEGORY_MINUTES: Final = (18, 30, 75, 15, 50)
TICKET_SUBJECTS: Final = (
    ("How do I copy a checklist", "Adding a new site", "Who can approve a work order"),
    ("Photos do not upload on the phone", "App signs me out", "Offline work orders are lost"),
    ("API key rejected", "Stock levels do not sync", "Import of assets stops halfway"),
    ("Question about our invoice", "Change of billing address", "Seats on the invoice"),
    ("Calendar shows the wrong week", "Report stays empty", "Alerts arrive twice"),
)
TICKET_TEXTS: Final = (
    ("We looked in the guide and could not find it.", "A short pointer would help.",
     "New colleagues ask us this."),
    ("It happens on every shift and the crew has stopped using it.", "Only on the phone, the web page works.",
     "We lost half a day of entries."),
    ("Our other system did not change.", "It worked until last week.", "We need this before the audit."),
    ("Please send a corrected copy.", "Our accounts team is waiting.", "The number of seats looks too high."),
    ("We can repeat it at any time.", "It came with the last release.", "Several sites report the same."),
)  # fmt: skip
CHANNELS_OF_TICKETS: Final = ("Email", "Chat", "Phone")
PRIORITIES: Final = ("Low", "Normal", "High", "Urgent")
PRIORITY_SHARES: Final = (0.20, 0.55, 0.20, 0.05)

PRAISE: Final = (
    "It keeps our lines running.", "The auditor was satisfied at once.", "Set up in two days, no trouble.",
    "Support knows our plant by now.",
)  # fmt: skip
INDIFFERENCE: Final = ("Does what it should.", "Good, but we use only a part of it.", "Fine for the price.")
COMPLAINTS: Final = (
    "Answers from support take days.", "Hardly anyone here opens it.", "Too dear for what we use.",
    "The phone app loses our entries.",
)  # fmt: skip
