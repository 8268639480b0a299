// E0506: functions that call each other
fn one(f: flow) = two(f)
fn two(f: flow) = one(f)
