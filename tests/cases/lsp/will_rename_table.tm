// will rename(shop/ids => shop/catalogs/tables): the table of a catalogue in a folder that moves
//- shop/main.tm
catalog HouseRules "House rules" {
  ids = "HR-#"
  table = "ids/house.tsv"
}

catalog Others "Others" {
  version = "2"
  ids = "OT-#"
  table = "./ids/{version}/others.tsv"
}

catalog Apart "Apart" {
  ids = "AP-#"
  table = "apart.tsv"
}
process <|>api
//- shop/tm.toml
name = "shop"
//- shop/ids/house.tsv
HR-1	Be kind
//- shop/ids/2/others.tsv
OT-1	Be there
//- shop/apart.tsv
AP-1	Be away
