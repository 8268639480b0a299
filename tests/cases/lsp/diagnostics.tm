// diagnostics: mistakes with related places
process api
process api
flow api -> nobody
