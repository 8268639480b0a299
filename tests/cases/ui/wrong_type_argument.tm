// E0303: a function that takes something else
policy P "Exposed" { forbid p: process when exposed(p) }
