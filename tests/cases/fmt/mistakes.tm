process   a   "fine"
process   b   b   b {
x=1
   y   =   =   2
      z=3
}
flow   a   =>   b
process c { x=1; y=2 }
process d ) {   y=1 }
process  e {
   never   closed
      x=1
