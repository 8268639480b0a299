// actions: the last declaration of a file leaves no empty line behind, and takes its comment along
//- tm.toml
name = "shop"
//- a.tm
process a

<|>process b { // begins
} // ends
//- b.tm
process c
