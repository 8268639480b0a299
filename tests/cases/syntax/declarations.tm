model "Shop" { }
proces api
process
process api WebService
process api: { }
process api: WebService { } "Title"
process "Title"
external api
data Card = "x"
use "std.web"
use std.web.
use std web
tag
enum Color
enum Color { Red Green }
scale L { Low 20% }
type T process
extend flow
extend { a: Bool }
extend flow { a Bool }
extend flow { a: }
control C { strength 60% }
matrix M { A | b }
matrix M: A B C { A | b }
matrix M: A B -> C { A b c }
fn f = 1
fn f(x) = 1
fn f(x: T) 1
fn f(x: T) { 1 }
threat T { on }
threat T { each d f.data }
threat T { fix { a = b } }
policy P { forbid f when a, require f: flow }
attack a { any { } }
test { expect T on a }
test "x" { expect T a }
