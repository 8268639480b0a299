// E0310: levels of two scales compared
extend process { exposure: Level }
policy P "Trust" { forbid p: process when p.trust >= p.exposure }
