// E0405: earlier names that nothing can have had, and one that stands twice
process api { was = "" }
process web { was = "the old one" }
store db { was = ["data", "data"] }
flow api -> db { was = "shop..db" }
