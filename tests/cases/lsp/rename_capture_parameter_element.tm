// rename(api): the body speaks of an element of the new name
process api
fn near(p<|>: process, q: process) = p == q or p == api
policy Near "Near" { forbid e: process when near(e, api) }
