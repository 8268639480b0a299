   // first
process a { // behind the brace
  x = 1 // behind a member   
  // on its own
} // behind the end

/// doc

/// more doc
process b { /* no such comment */ }
list = [ // behind the bracket
  one, // first
  // own line
  two
  // last
]
when a // why a
  and b
  // why c
  or c
x = // why
  1
flow a // from
  -> b
// end
