// E0302: an assumption with an attribute
process api
assumption staff "Staff are vetted" { owner = "HR" }
