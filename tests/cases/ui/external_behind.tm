// E0111: `external` stands before the kind
process external bank
process api
process web
flow api -> web
