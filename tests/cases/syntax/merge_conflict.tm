process a
<<<<<<< HEAD
process b { x = 1 }
=======
process b { x = 2 }
>>>>>>> feature
process c {
<<<<<<< ours
  y = 1
||||||| base
  y = 0
=======
  y = = 2
>>>>>>> theirs
}
process d { y = }
