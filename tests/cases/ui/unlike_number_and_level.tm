// E0310: a level compared with a number
extend process { exposure: Level }
policy P "Exposure" { forbid p: process when p.exposure > p.retries }
extend process { retries: Int }
