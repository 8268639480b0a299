// E0507: an attribute that catalogues do not have, one that is no text, a form that everything has, and no form at all
catalog Gateway "Our gateway" { id = "GW-#", version = "1" }
catalog Numbers "Numbers" { ids = 12 }
catalog Anything "Anything" { ids = "*" }
catalog Nothing "Nothing" { url = "https://example.org/{id}" }
