enum E { A
B, C,
D }
enum F {
 A, B,
 C,
}
data d { a = 1,
  b = 2 }
x = [a, b,]
y = [
]
z = f( )
process p {

}
