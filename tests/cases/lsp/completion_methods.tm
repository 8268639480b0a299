// completion(library): methods are what sorts threats
use std.web
enum Colour { Red }
model m { methods = [<|>] }
