// E0303: a condition that is no condition
policy P "Data" { forbid f: flow when f.sends }
