// preview: what can be read of half-typed code
actor user
process api
flow user -> api
flow api -> <|>
