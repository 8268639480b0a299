// E0302: a misspelt property in a function
fn far(f: flow) = f.cross_boundary
