// E0310: an enum has no order
policy P "Login" { forbid p: process when p.authentication >= Password }
