// E0111: `external` stands before the kind
process external bank
process api
flow api -> bank
