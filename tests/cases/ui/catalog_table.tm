// E0507: tables that are not there, or not inside of the package
catalog Gateway "Our gateway" { ids = "GW-#", table = "gateway-{version}.tsv", version = "2" }
catalog Secret "Elsewhere" { ids = "EW-#", table = "../elsewhere.tsv" }
