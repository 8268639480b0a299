// preview: each thing in the picture leads to its declaration, across files
//- a.tm
actor user
boundary cloud {
  process api "API" {
    internet_facing
  }
}
flow user -> api
view stores "What is kept" { include = [db, api] }
//- b.tm
store db
flow reading: api -> db
data Card
<|>
//- tm.toml
name = "shop"
