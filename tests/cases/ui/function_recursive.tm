// E0506: a function that calls itself
fn deep(f: flow) = f.encrypted or deep(f)
