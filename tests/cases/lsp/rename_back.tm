// rename(api): an element gets an earlier name back
process gate<|>way { was = "api" }
actor eve
flow eve -> gateway { was = "eve..api" }
