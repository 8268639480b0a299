// actions: what is stated or applied twice
control Wall: process "Wall" { strength = 10% }
control Lamp: process "Lamp" { strength = 10% }
process api { <|>external = false, external = true, apply Wall, apply [Lamp, Wall]<|> }
