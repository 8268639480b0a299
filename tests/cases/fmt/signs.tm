fn f ( x:data , ys : [ flow ] ) = - x + - 3*( 2-y )/4 >= count ( ys ) and not ( x . a is not Card )
cost = 1_000   EUR
fn g(a: T) = f(a , k=-1)[ 0 ]
accept T  on   api . x until 2027-03-31{by="me"}
dismiss T on e:process  when e.tags has pci
