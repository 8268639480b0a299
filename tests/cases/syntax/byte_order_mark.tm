model shop { x = = 1 }
