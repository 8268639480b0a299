// rename(std.net): packages of the standard library keep their names
use std.we<|>b
