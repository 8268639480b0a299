// rename(backend): what no decision knows keeps no old name
process api
store db
flow <|>api -> db
