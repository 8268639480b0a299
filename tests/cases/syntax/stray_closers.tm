process a }
process b ) { x = 1 }
process c ] 
process d { x = 1 } }
process e { x = (a]) }
