// E0505: a test that asks for a risk, where the matrix has a mistake
scale Chance { Rare = 50%, Often = 100% }
matrix Mine: Chance Chance -> Chance {
  Often | Rare
}
model m { matrix = Mine }
process api
test "risk" with m { expect inherent(api) <= Rare }
