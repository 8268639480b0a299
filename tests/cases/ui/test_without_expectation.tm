// E0703: a test that expects nothing
test "nothing" { process api }
