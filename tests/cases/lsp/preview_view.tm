// preview(kept): a view shows a part
actor user
process api "API"
store db
flow user -> api
flow reading: api -> db
view kept "What is kept" { include = [db, api] }
