// diagnostics: who declares no elements declares for others
use std.web
<|>tag never
type Nope: process
control Nothing: process "Nothing" { strength = 10% }
