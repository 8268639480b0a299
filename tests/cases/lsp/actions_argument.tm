// actions: an applied control takes no strength
control Wall: process "Wall" { strength = 10% }
process api { apply Wall(str<|>ength = 100%) }
