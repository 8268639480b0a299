// E0405: an element that has its earlier name still
process api { was = "api" }
store db
flow api -> db
